import type { PaperFacts } from '../archive/types.ts';
import { givenFirst } from './author-name.ts';

/** The authors as a line below a title, given names first; empty when nobody names any. */
export function authorLine({ authors = [] }: PaperFacts): string {
  return authors.map(givenFirst).join(', ');
}

/** Authors that a list names; their paper's page has all. */
const LISTED_AUTHORS = 6;

/** The first authors, for lists. */
export function shortAuthorLine({ authors = [] }: PaperFacts): string {
  const rest = authors.length - LISTED_AUTHORS;
  const named = authorLine({ authors: authors.slice(0, LISTED_AUTHORS) });
  return rest > 0 ? `${named} and ${String(rest)} more` : named;
}

/** Where and when a paper was published; empty when nobody says. The year is not said twice. */
export function venueLine({ venue, year }: PaperFacts): string {
  const isDated = year !== undefined && venue?.includes(String(year));
  return [venue, isDated ? undefined : year].filter((part) => part !== undefined).join(', ');
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
      : [
          {
            label: 'DOI',
            url: `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`,
            text: doi,
          },
        ]),
  ];
}

/** The categories that arXiv has a paper in, each with a link to what is new there. */
export function categoryLinks({
  categories = [],
}: PaperFacts): readonly Omit<LabelledLink, 'label'>[] {
  return categories.map((category) => ({
    url: `https://arxiv.org/list/${encodeURIComponent(category)}/recent`,
    text: category,
  }));
}
