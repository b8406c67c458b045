import type { Relations, TopicSlug } from '../archive/relate/types.ts';
import type { Archive, DateIssue, Paper, PaperId } from '../archive/types.ts';
import type { CompiledArchive } from '../loaders/archive-source.ts';
import { providedArchive } from '../loaders/provided-archive.ts';
import { formerAddresses, type FormerData } from '../publish/page-data/former-data.ts';
import {
  paperData,
  paperText,
  type PaperData,
  type PaperText,
} from '../publish/page-data/paper-data.ts';
import { siteData, type SiteData } from '../publish/page-data/site-data.ts';

/** A paper, and what pages show of it. */
export interface PaperEntry {
  readonly id: PaperId;
  /** What it is by itself, and the same with what it has to do with others. */
  readonly text: PaperText;
  readonly data: PaperData;
  readonly paper: Paper;
}

/** Everything that pages are made from. */
export interface PagesArchive {
  readonly site: SiteData;
  /** In order of their ids. */
  readonly papers: readonly PaperEntry[];
  /** Newest first. */
  readonly dates: readonly DateIssue[];
  /** Largest first. */
  readonly topics: Relations['topics'];
  /** What has a colour on the map, and how many papers have that colour. */
  readonly areas: readonly { readonly slug: TopicSlug; readonly papers: number }[];
  /** Newest first. */
  readonly rising: Relations['rising'];
  readonly former: readonly FormerData[];
}

const known = new WeakMap<Archive, Promise<PagesArchive>>();

/** The archive that pages show: made once for all of them, and again when its content has changed. */
export async function pagesArchive(): Promise<PagesArchive> {
  const source = providedArchive();
  if (source === undefined)
    throw new Error('There is no archive: use `npm run build` or `npm run dev`, not Astro alone.');
  const current = await source();
  const found = known.get(current.archive) ?? prepare(current);
  known.set(current.archive, found);
  return found;
}

async function prepare({ archive, relations: related }: CompiledArchive): Promise<PagesArchive> {
  const texts = archive.papers.map(paperText);
  const relations = await related();
  const papers = archive.papers.flatMap((paper, number) => {
    const text = texts[number];
    return text ? [{ id: paper.id, text, data: paperData(paper, text, relations), paper }] : [];
  });
  return {
    site: siteData(archive),
    papers,
    dates: archive.dates.toReversed(),
    topics: relations.topics,
    areas: relations.areas.map(({ slug, papers: { length } }) => ({ slug, papers: length })),
    rising: relations.rising,
    former: formerAddresses(archive),
  };
}
