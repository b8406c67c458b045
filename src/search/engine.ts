/** What the query layer asks of an index; another engine can stand behind it. */

import type { TopicSlug } from '../archive/relate/types.ts';
import type { LinkKind, PaperId } from '../archive/types.ts';
import type { IsoDate } from '../digest/types.ts';

/**
 * The parts of a paper that are searched, by their numbers in places. `names` are ids and the venue, `also`
 * holds other names of what the paper names.
 */
export const FIELDS = ['abstract', 'also', 'authors', 'names', 'title'] as const;
export type Field = (typeof FIELDS)[number];

/** Where a field starts among the places of a paper; no field has that many words. */
export const FIELD_SIZE = 2 ** 22;

/** The place of a word: which field, and which word of it from 0. */
export function placeOf(field: Field, position: number): number {
  return FIELDS.indexOf(field) * FIELD_SIZE + position;
}

/** The papers that have a word. */
export interface Postings {
  readonly word: string;
  /** Numbers of papers, ascending. */
  readonly papers: Uint32Array;
  /** How often the fields of paper `papers[n]` have the word, in the order of `FIELDS`, from `n * FIELDS.length` on. */
  readonly counts: Uint16Array;
}

/** Where a word stands. */
export interface Places {
  /** Numbers of papers, ascending. */
  readonly papers: Uint32Array;
  /** The places of paper `papers[n]` are `places[starts[n]]` … `places[starts[n + 1] - 1]`, ascending. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

/** What is known of all papers, by their numbers from 0, before any of them is looked up. */
export interface PaperTable {
  readonly count: number;
  /** Numbers of words as ranking counts them, of title and abstract together, rounded (`lengths.ts`). */
  readonly lengths: Float64Array;
  /** Every date of the archive, oldest first. */
  readonly dates: readonly IsoDate[];
  /** The dates a paper was listed on, as indices into `dates`, oldest first. */
  readonly listed: readonly (readonly number[])[];
  /** In how many digests. */
  readonly seen: readonly number[];
  /** The papers that link to code, a model … ascending. */
  readonly links: Readonly<Partial<Record<LinkKind, readonly number[]>>>;
}

/** A paper as a result shows it. */
export interface PaperRecord {
  readonly id: PaperId;
  readonly title: string;
}

/** A topic, and the numbers of its papers, ascending. */
export interface SearchTopic {
  readonly slug: TopicSlug;
  readonly name: string;
  readonly acronym?: string;
  readonly papers: readonly number[];
}

/** A word of the archive, and how frequent it is: the logarithm to base 2 of its papers, from 0 to 9. */
export interface VocabularyWord {
  readonly word: string;
  readonly weight: number;
}

/** All methods reject when a file cannot be read. */
export interface SearchEngine {
  /** ISO 639-1. */
  readonly language: string;
  readonly table: PaperTable;
  readonly word: (word: string) => Promise<Postings | undefined>;
  /** The places of a word: more to read, for those who have to know which words stand side by side. */
  readonly places: (word: string) => Promise<Places | undefined>;
  /** The postings of every word that starts with `prefix`; undefined when that takes some more kilobytes than `most`. */
  readonly wordsFrom: (prefix: string, most: number) => Promise<readonly Postings[] | undefined>;
  /** The words that start with `prefix` and are in most papers, most frequent first; from what is at hand. */
  readonly completions: (prefix: string, limit: number) => readonly string[];
  /** The words of the archive; rare ones may be left out of a large one. */
  readonly vocabulary: () => Promise<readonly VocabularyWord[]>;
  readonly topics: () => Promise<readonly SearchTopic[]>;
  readonly records: (papers: readonly number[]) => Promise<readonly PaperRecord[]>;
}
