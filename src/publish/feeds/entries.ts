import { firstSeen } from '../../archive/merge.ts';
import type { RelatedArchive } from '../../archive/relate/types.ts';
import type { AbstractVersion, Paper, PaperId } from '../../archive/types.ts';
import { displayText } from '../../digest/display.ts';
import type { IsoDate } from '../../digest/types.ts';
import { givenFirst } from '../author-name.ts';
import { identifierLinks } from '../facts.ts';
import type { SiteUrls } from '../site-urls.ts';
import { titleText } from '../title.ts';
import type { FeedEntry } from './feed.ts';

/** Papers as entries of feeds. Asked again for the same entry, it gives the same object. */
export interface FeedEntries {
  /** A listing on a date: with the text the paper had then, and updated then. */
  readonly listing: (id: PaperId, date: IsoDate) => FeedEntry;
  /** A paper as it was known on a date: updated when that text of its abstract first appeared. */
  readonly paper: (id: PaperId, knownOn: IsoDate) => FeedEntry;
}

/** Makes the entries of an archive when they are asked for. */
export function feedEntries(archive: RelatedArchive, urls: SiteUrls): FeedEntries {
  const papers = new Map(archive.papers.map((paper) => [paper.id, paper]));
  const names = new Map(archive.relations.topics.map(({ slug, name }) => [slug, name]));
  const made = new Map<string, FeedEntry>();

  const entry = (paper: Paper, text: AbstractVersion | undefined, updated: IsoDate): FeedEntry => {
    const key = `${paper.id} ${String(text && paper.versions.indexOf(text))} ${updated}`;
    const found = made.get(key) ?? makeEntry(paper, text, updated);
    made.set(key, found);
    return found;
  };
  const makeEntry = (
    paper: Paper,
    text: AbstractVersion | undefined,
    updated: IsoDate,
  ): FeedEntry => ({
    address: urls.whole(urls.paper(paper.id)),
    title: titleText(paper.title),
    paragraphs: (text?.paragraphs ?? []).map(displayText),
    published: firstSeen(paper),
    updated,
    authors: (paper.facts.authors ?? []).map(givenFirst),
    categories: paper.facts.categories ?? [],
    topics: (archive.relations.topicsOf.get(paper.id) ?? []).map((slug) => ({
      slug,
      name: names.get(slug) ?? slug,
    })),
    links: [
      ...identifierLinks(paper.facts).map(({ label, url }) => ({ kind: label, url })),
      ...paper.links,
    ],
  });
  const paperOf = (id: PaperId): Paper => {
    const paper = papers.get(id);
    if (paper === undefined) throw new TypeError(`No paper has the id ${id}.`);
    return paper;
  };
  return {
    listing: (id, date) => {
      const paper = paperOf(id);
      return entry(paper, textOn(paper, date), date);
    },
    paper: (id, knownOn) => {
      const paper = paperOf(id);
      const text = textOn(paper, knownOn);
      return entry(paper, text, text?.appearances[0]?.date ?? firstSeen(paper));
    },
  };
}

/** The text of the abstract that was the newest on a date. */
function textOn({ versions }: Paper, date: IsoDate): AbstractVersion | undefined {
  const newestUntil = ({ appearances }: AbstractVersion): string =>
    appearances.findLast((each) => each.date <= date)?.date ?? '';
  const known = versions.filter((version) => newestUntil(version) !== '');
  return known.toSorted((a, b) => (newestUntil(a) < newestUntil(b) ? 1 : -1))[0];
}
