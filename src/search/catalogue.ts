import type { PaperTable, SearchTopic } from './engine.ts';

/** Changes with the format of the files of the search, so that a page never reads those of another build. */
export const CATALOGUE_FORMAT = 3;

/** The file that search starts with: what is known of all papers, and which files hold the rest. */
export interface Catalogue {
  readonly format: number;
  /** ISO 639-1. */
  readonly language: string;
  readonly table: PaperTable;
  /** The files of Pagefind's word index, in order; every word of one is at least `from`. */
  readonly chunks: readonly { readonly from: string; readonly name: string }[];
  /** The words in most papers, most frequent first. */
  readonly frequent: readonly string[];
  /** The file of the words for spelling. */
  readonly vocabulary: string;
  /** The file of the topics. */
  readonly topics: string;
  /** The files of ids and titles (`TitleFile`), so many papers each. */
  readonly titles: { readonly size: number; readonly files: readonly string[] };
}

/** Topics, each with the numbers of its papers as the differences between one and the next. */
export type TopicFile = readonly (Omit<SearchTopic, 'papers'> & {
  readonly steps: readonly number[];
})[];

/** The words of the archive, for spelling. */
export interface VocabularyFile {
  /** In alphabetical order, separated by spaces. */
  readonly words: string;
  /** One digit for each: the logarithm to base 2 of the number of papers it is in, at most 9, rounded down. */
  readonly weights: string;
}
