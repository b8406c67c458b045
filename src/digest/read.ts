import { splitBlocks } from './blocks.ts';
import { settleDate } from './dates.ts';
import { decode } from './decode.ts';
import { parseBlocks } from './format.ts';
import { limits } from './limits.ts';
import { problem } from './problems.ts';
import type { Block, BlockTally, Digest, ParsedDigest, RawDigest } from './types.ts';

/**
 * Reads one digest: bytes → lines → blocks → entries, and settles its date.
 *
 * @param defaultYear the year of digests that state none.
 * @returns the entries and every problem; without a date when the file was rejected.
 */
export function readDigest(raw: RawDigest, defaultYear?: number): Digest {
  const { file } = raw;
  const decoded = decode(raw);
  if (decoded.lines.length === 0)
    return { file, entries: [], problems: decoded.problems, tally: NO_BLOCKS };

  const all = splitBlocks(decoded.lines);
  const parsed = parseWithin(file, all.slice(0, limits.blocks), all.slice(limits.blocks));
  const { date, problems: dateProblems } = settleDate(file, parsed.dateLines[0], defaultYear, all);
  // What else a line seems to be does not matter once it seems to be the date.
  const dateLine = dateProblems.find(({ code }) => code === 'date-unreadable')?.line;
  const others = parsed.problems.filter(({ line }) => line !== dateLine);
  const problems = [...decoded.problems, ...dateProblems, ...others];
  if (date === undefined) return { file, entries: [], problems, tally: allLeftOut(parsed.tally) };
  if (parsed.entries.length === 0)
    problems.push(problem('no-entries', { file, line: 1, column: 1 }, {}));
  return { file, date, entries: parsed.entries, problems, tally: parsed.tally };
}

/** Parses the blocks within the limit, and reports and counts those beyond it. */
function parseWithin(
  file: string,
  blocks: readonly Block[],
  beyond: readonly Block[],
): ParsedDigest {
  const parsed = parseBlocks(file, blocks);
  const [first] = beyond;
  if (first === undefined) return parsed;
  const { tally } = parsed;
  const counts = { blocks: blocks.length + beyond.length };
  return {
    ...parsed,
    problems: [...parsed.problems, problem('too-many-blocks', { file, ...first }, counts)],
    tally: {
      ...tally,
      blocks: tally.blocks + beyond.length,
      leftOut: tally.leftOut + beyond.length,
    },
  };
}

const NO_BLOCKS: BlockTally = { blocks: 0, pageText: 0, titles: 0, abstracts: 0, leftOut: 0 };

function allLeftOut(tally: BlockTally): BlockTally {
  const { blocks, pageText } = tally;
  return { blocks, pageText, titles: 0, abstracts: 0, leftOut: blocks - pageText };
}
