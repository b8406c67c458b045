import { datesOf } from '../../archive/merge.ts';
import type { LinkKind, Paper, PaperId } from '../../archive/types.ts';
import type { IsoDate } from '../../digest/types.ts';
import { abstractText } from '../../publish/excerpt.ts';
import { titleText } from '../../publish/title.ts';

/** What search knows of a paper. */
export interface SearchDocument {
  readonly id: PaperId;
  /** Plain text, as shown. */
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  /** Names that lead to it without being in its text: arXiv id, DOI, venue. */
  readonly names: readonly string[];
  /** Each date it was listed on once, oldest first; never empty. */
  readonly dates: readonly IsoDate[];
  /** In how many digests it is listed. */
  readonly seen: number;
  readonly links: readonly LinkKind[];
}

/** The papers of an archive as search knows them, in the order they were first seen. */
export function searchDocuments(papers: readonly Paper[]): readonly SearchDocument[] {
  return papers
    .map(searchDocument)
    .toSorted((a, b) => compare(a.dates[0] ?? '', b.dates[0] ?? '') || compare(a.id, b.id));
}

/** A paper as search knows it. */
export function searchDocument(paper: Paper): SearchDocument {
  const { arxiv, doi, venue, authors = [] } = paper.facts;
  return {
    id: paper.id,
    title: titleText(paper.title),
    abstract: abstractText(paper),
    authors,
    names: [arxiv, doi, venue].filter((name) => name !== undefined),
    dates: datesOf(paper.appearances),
    seen: new Set(paper.appearances.map(({ file }) => file)).size,
    links: [...new Set(paper.links.map(({ kind }) => kind))],
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
