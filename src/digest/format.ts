import { arxivMailing } from './arxiv-mailing.ts';
import { splitLines } from './blocks.ts';
import { markdownList } from './markdown-list.ts';
import { problem } from './problems.ts';
import { separateRecords } from './stray-records.ts';
import { trendingPage } from './trending-page.ts';
import type { Block, ParsedDigest, Problem } from './types.ts';

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

/** The format of a digest. Records of a mailing in a digest that is none do not count. */
export function formatOf(blocks: readonly Block[]): DigestFormat {
  if (arxivMailing.recognises(blocks)) return arxivMailing;
  const { content } = separateRecords(blocks);
  return formats.find((format) => format.recognises(content)) ?? trendingPage;
}

/** Blocks to entries, by their format. Records of a mailing in a digest that is none are left out and reported. */
export function parseBlocks(file: string, blocks: readonly Block[]): ParsedDigest {
  const format = formatOf(blocks);
  const { content, strays } =
    format === arxivMailing ? { content: blocks, strays: [] } : separateRecords(blocks);
  const parsed = format.parse(file, content);
  const leftOut = strays.flat().length;
  const { tally, problems } = parsed;
  return {
    ...parsed,
    problems: [...problems, ...strays.map((stray) => strayProblem(file, stray))],
    tally: { ...tally, blocks: tally.blocks + leftOut, leftOut: tally.leftOut + leftOut },
  };
}

function strayProblem(file: string, stray: readonly Block[]): Problem {
  const { line, column } = stray[0] ?? { line: 1, column: 1 };
  const last = stray.flatMap(splitLines).at(-1)?.line ?? line;
  return problem('mailing-in-other-format', { file, line, column }, { last });
}
