import type { PaperId } from '../archive/types.ts';
import type { PaperEntry } from './archive.ts';

/** A related paper as the page of another one shows it. */
export interface RelatedTitle {
  readonly id: PaperId;
  readonly titleHtml: string;
  /** What both say. */
  readonly terms: readonly string[];
}

/** Looks up the papers related to one; made once and asked for each page. */
export function relatedLookup(
  papers: readonly PaperEntry[],
): (paper: PaperEntry) => readonly RelatedTitle[] {
  const titles = new Map(papers.map(({ id, data }) => [id, data.titleHtml]));
  return ({ data }) =>
    data.related.map(({ id, terms }) => {
      const titleHtml = titles.get(id);
      if (titleHtml === undefined) throw new Error(`No paper has the id ${id}.`);
      return { id, titleHtml, terms };
    });
}
