import { arxivMailing } from './arxiv-mailing.ts';
import { markdownList } from './markdown-list.ts';
import { trendingPage } from './trending-page.ts';
import type { Block, ParsedDigest } from './types.ts';

/** A way of writing digests as text. To add one: a file beside `trending-page.ts`, and its name in `formats`. */
export interface DigestFormat {
  readonly name: string;
  /** True when the blocks are in this format, judged by what they say, not by the file name. */
  readonly recognises: (blocks: readonly Block[]) => boolean;
  /** Blocks to entries. `file` is only for the problems. Loses nothing: see `BlockTally`. */
  readonly parse: (file: string, blocks: readonly Block[]) => ParsedDigest;
}

/** Asked in this order; the last one takes whatever the others do not. */
const formats: readonly DigestFormat[] = [arxivMailing, markdownList, trendingPage];

/** The format of a digest. */
export function formatOf(blocks: readonly Block[]): DigestFormat {
  return formats.find((format) => format.recognises(blocks)) ?? trendingPage;
}
