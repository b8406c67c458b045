import type { PaperFacts } from '../../archive/types.ts';
import type { IsoDate } from '../../digest/types.ts';
import { longDate } from '../dates.ts';

/** What a citation says of a paper: what the archive knows, and nothing that it does not. */
export interface Citation extends PaperFacts {
  /** The last part of the paper's permanent address: the key of the entry, which never changes. */
  readonly id: string;
  /** As a reader sees it, plain text. */
  readonly title: string;
  /** The permanent address of the paper, with scheme and host. */
  readonly url: string;
  /** The name of the archive. */
  readonly archive: string;
  /** When the archive listed the paper, oldest first; empty when that is not known. */
  readonly dates: readonly IsoDate[];
  /** What the reader wrote about it. */
  readonly note?: string;
}

/** Where the paper is listed: `Trending Papers, 11 March 2025, 14 March 2025`. */
export function sourceLine({ archive, dates }: Citation): string {
  return [archive, ...dates.map(longDate)].join(', ');
}

/** A text as both formats want their values: on one line, without control characters. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
