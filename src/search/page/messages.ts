/** What the search page and its worker say to each other. */

import type { PaperId } from '../../archive/types.ts';
import type { IsoDate } from '../../digest/types.ts';
import type { SearchAnswer, SearchRequest } from '../search.ts';

/** A paper in a list of results. */
export interface Row {
  readonly id: PaperId;
  readonly title: string;
  readonly firstSeen: IsoDate;
  /** In how many digests. */
  readonly seen: number;
  readonly hasCode: boolean;
}

/** An answer with the rows of its first papers. */
export interface Page extends SearchAnswer {
  readonly rows: readonly Row[];
}

export type Question =
  /** Opens the index, which takes the longest. */
  | { readonly kind: 'open' }
  | { readonly kind: 'search'; readonly request: SearchRequest; readonly rows: number }
  | { readonly kind: 'rows'; readonly papers: readonly number[] };

/** Questions are answered in any order; each by its number. */
export interface Numbered<T> {
  readonly number: number;
  readonly value: T;
}

export type Reply =
  | { readonly kind: 'opened' }
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'failed'; readonly message: string };
