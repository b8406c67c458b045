import type { PaperFacts } from '../archive/types.ts';

/** Authors, venue and year as one line below a title; empty when no note states any. */
export function byline({ authors = [], venue, year }: PaperFacts): string {
  const named = authors.map((author) => author.replace(/^([^,]+), (.+)$/, '$2 $1')).join(', ');
  const isDated = venue !== undefined && year !== undefined && venue.includes(String(year));
  return [named, venue, isDated ? undefined : year]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/** A link with its label and what is shown of its address. */
export interface LabelledLink {
  readonly label: string;
  readonly url: string;
  readonly text: string;
}

/** Links to where the ids of a paper lead. */
export function identifierLinks({ arxiv, doi }: PaperFacts): readonly LabelledLink[] {
  return [
    ...(arxiv === undefined
      ? []
      : [{ label: 'arXiv', url: `https://arxiv.org/abs/${arxiv}`, text: arxiv }]),
    ...(doi === undefined
      ? []
      : [{ label: 'DOI', url: `https://doi.org/${encodeURI(doi)}`, text: doi }]),
  ];
}
