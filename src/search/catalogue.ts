import type { LinkKind } from '../archive/types.ts';
import type { IsoDate } from '../digest/types.ts';
import type { SearchTopic } from './engine.ts';
import type { Part } from './part-table.ts';

/** Changes with the format of any file of the search, so that a page never reads those of another build. */
export const CATALOGUE_FORMAT = 4;

/** The one file whose name is always the same. */
export const CATALOGUE_NAME = 'catalogue.json.gz';

/** The file that search starts with: the parts of the index, and what may change of papers of any age. */
export interface Catalogue {
  readonly format: number;
  /** ISO 639-1. */
  readonly language: string;
  /** In the order of the numbers of their papers. */
  readonly parts: readonly Part[];
  readonly papers: PaperFacts;
  /** The words in most papers, most frequent first. */
  readonly frequent: readonly string[];
  /** The file of the words for spelling. */
  readonly vocabulary: string;
  /** The file of the topics. */
  readonly topics: string;
}

/**
 * What is known of papers besides their texts. Lists of papers are steps, each the difference of a number to
 * the one before.
 */
export interface PaperFacts {
  /** Every date of the archive, oldest first. */
  readonly dates: readonly IsoDate[];
  /** Of each paper, the step from the first date of the one before to its own, as indices into `dates`. */
  readonly first: readonly number[];
  /** Papers that were listed on several dates: steps, and the steps from each date to the next. */
  readonly again: readonly (readonly [paper: number, ...dates: readonly number[]])[];
  /** Papers in more digests than on dates: steps, and in how many. */
  readonly seen: readonly (readonly [paper: number, digests: number])[];
  /** Papers that link to code, a model …: steps. */
  readonly links: Readonly<Partial<Record<LinkKind, readonly number[]>>>;
}

/** Topics, each with the numbers of its papers as steps. */
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

/** Numbers as the differences of each to the one before. */
export function stepsOf(numbers: readonly number[]): readonly number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}

/** The numbers that steps lead to. */
export function numbersFrom(steps: readonly number[]): readonly number[] {
  let number = 0;
  return steps.map((step) => (number += step));
}
