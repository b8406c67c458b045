import type { PaperFacts, PaperId } from '../../archive/types.ts';
import type { IsoDate } from '../../digest/types.ts';
import { longDate } from '../dates.ts';
import { identifierLinks } from '../facts.ts';
import type { SiteUrls } from '../site-urls.ts';

/** What a citation says of a paper: what the archive knows, and nothing that it does not. */
export interface Citation extends PaperFacts {
  /** The last part of the paper's permanent address: the key of the entry, which never changes. */
  readonly id: PaperId;
  /** As a reader sees it, plain text. */
  readonly title: string;
  /**
   * Where the paper is, by its DOI or arXiv id; else its permanent address in the archive, with scheme and host
   * or as a path where the site's are not known.
   */
  readonly url: string;
  /** The name of the archive. */
  readonly archive: string;
  /** When the archive first listed the paper; absent when that is not known. */
  readonly firstSeen?: IsoDate | undefined;
  /** What the reader wrote about it. */
  readonly note?: string;
}

/** A paper to be cited, wherever it is taken from: the archive, a page or a reading list. */
export interface CitedPaper extends Pick<Citation, 'id' | 'title' | 'firstSeen' | 'note'> {
  readonly facts?: PaperFacts;
}

/** The archive that a paper is cited from. */
export interface CitedArchive {
  readonly name: string;
  readonly urls: SiteUrls;
}

/** The citation of a paper. Every page and file makes it here, so that it is the same everywhere. */
export function citationOf(paper: CitedPaper, { name, urls }: CitedArchive): Citation {
  const { id, title, facts, firstSeen, note } = paper;
  return {
    ...facts,
    id,
    title,
    url: identifierLinks(facts ?? {}).at(-1)?.url ?? urls.whole(urls.paper(id)),
    archive: name,
    ...(firstSeen === undefined ? {} : { firstSeen }),
    ...(note === undefined ? {} : { note }),
  };
}

/**
 * Where and since when the paper is listed: `Listed in Trending Papers on 11 March 2025`. Nothing of a paper
 * with an identifier: that one is cited itself, and not the archive.
 */
export function listingLine({ archive, firstSeen, arxiv, doi }: Citation): string | undefined {
  if (arxiv !== undefined || doi !== undefined) return undefined;
  return `Listed in ${archive}${firstSeen === undefined ? '' : ` on ${longDate(firstSeen)}`}`;
}
