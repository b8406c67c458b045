import { authorName, authorsOf, type AuthorName } from '../author-name.ts';
import { listingLine, type Citation } from './citation.ts';
import { oneLine } from '../one-line.ts';

/**
 * An item of CSL-JSON, the data that citation processors and Zotero read (CSL 1.0.2, schema `csl-data.json`;
 * https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables).
 */
export interface CslItem {
  readonly id: string;
  readonly type: 'article' | 'document';
  readonly author?: readonly AuthorName[];
  readonly title: string;
  readonly issued?: { readonly 'date-parts': readonly [readonly [year: number]] };
  readonly 'container-title'?: string;
  readonly publisher?: 'arXiv';
  readonly number?: string;
  readonly DOI?: string;
  readonly URL: string;
  readonly source: string;
  readonly keyword?: string;
  readonly note?: string;
  readonly annote?: string;
}

/**
 * A paper as an item. With an arXiv id and no venue it is an `article`, which CSL defines as a preprint or the
 * like; else a `document`, because nobody says how it was published. The reader's note is `annote`.
 */
export function cslItem(citation: Citation): CslItem {
  const { id, title, url, year, venue, arxiv, categories = [], doi, note } = citation;
  const authors = authorsOf(citation);
  const listing = listingLine(citation);
  const isPreprint = arxiv !== undefined && venue === undefined;
  return {
    id,
    type: isPreprint ? 'article' : 'document',
    ...(authors.length === 0 ? {} : { author: authors.map(authorName) }),
    title: oneLine(title),
    ...(year === undefined ? {} : { issued: { 'date-parts': [[year]] } }),
    ...(venue === undefined ? {} : { 'container-title': oneLine(venue) }),
    ...(isPreprint ? { publisher: 'arXiv' } : {}),
    ...(arxiv === undefined ? {} : { number: `arXiv:${oneLine(arxiv)}` }),
    ...(doi === undefined ? {} : { DOI: oneLine(doi) }),
    URL: url,
    source: oneLine(citation.archive),
    ...(categories.length === 0 ? {} : { keyword: oneLine(categories.join(', ')) }),
    ...(listing === undefined ? {} : { note: oneLine(listing) }),
    ...(note === undefined ? {} : { annote: oneLine(note) }),
  };
}

/** The text of a CSL-JSON file. */
export function cslJsonText(citations: readonly Citation[]): string {
  return `${JSON.stringify(citations.map(cslItem), null, 2)}\n`;
}
