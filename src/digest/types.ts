/** A calendar date, `YYYY-MM-DD`, that exists. Made only in `dates.ts`. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

/** A digest as it lies in the content folder: nothing read, nothing trusted. */
export interface RawDigest {
  /** Path relative to the content folder, with `/`: `digests/2025-03-11.txt`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A run of lines between blank lines, in its place. Line and column count from 1. */
export interface Block {
  /** The lines joined by `\n`, as decoded but for space at their ends; not empty. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A paragraph on one line: white space collapsed, everything else as written. */
export interface Paragraph {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** What is stated of a paper besides its title and abstract: by a digest whose format holds it, or by a note. */
export interface PaperFacts {
  /** `Given Family` or `Family, Given`, each. */
  readonly authors?: readonly string[];
  readonly year?: number;
  /** `2403.01234`, with or without a version. */
  readonly arxiv?: string;
  readonly doi?: string;
  readonly venue?: string;
  /** Of arXiv, the primary one first: `cs.LG`. */
  readonly categories?: readonly string[];
}

/** One paper as one digest lists it. */
export interface Entry {
  readonly title: Paragraph;
  /** Empty for a title without an abstract. */
  readonly abstract: readonly Paragraph[];
  /** Absent where the format states none. */
  readonly facts?: PaperFacts;
}

/** What a format makes of the blocks of one digest; dates are not yet settled. */
export interface ParsedDigest {
  readonly dateLines: readonly DateLine[];
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly tally: BlockTally;
}

/** A line that states the date, before the year rules are applied. */
export interface DateLine {
  readonly month: number;
  readonly day: number;
  readonly year?: number;
  readonly line: number;
  readonly column: number;
}

/**
 * Where every block of a digest went. Nothing is dropped silently:
 * `blocks = pageText + titles + abstracts + leftOut`.
 */
export interface BlockTally {
  readonly blocks: number;
  /** Text around the papers: banner, buttons, date line; of a mailing also its rules, and the fields of its records. */
  readonly pageText: number;
  readonly titles: number;
  /** Paragraphs of abstracts. */
  readonly abstracts: number;
  /** Blocks that are reported and not published. */
  readonly leftOut: number;
}

/** A digest, read: what it publishes, what it reports. */
export interface Digest {
  readonly file: string;
  /** Absent when the file was rejected. */
  readonly date?: IsoDate;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly tally: BlockTally;
}

/**
 * `error`: the record is left out. `warning`: it is published, repaired where needed. `notice`: it is
 * published as it is, and somebody may want to look at it.
 */
export type Severity = 'error' | 'warning' | 'notice';

/** Something to tell the person who wrote the content. Made only by `problem()`. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  /** Path relative to the content folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string;
}
