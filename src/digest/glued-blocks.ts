import { joinLines, paragraphOf, splitLines } from './blocks.ts';
import type { Block } from './types.ts';

/**
 * Cuts blocks in which a blank line between a title and an abstract is missing.
 *
 * @returns the blocks, and those of the given ones that were cut.
 */
export function separateGlued(blocks: readonly Block[]): {
  blocks: readonly Block[];
  cut: readonly Block[];
} {
  const cut: Block[] = [];
  const separated: Block[] = [];
  // From the end, so that what follows a block is known as it will be read.
  for (const block of blocks.toReversed()) {
    const parts = partsOf(block, separated.at(-1));
    if (parts.length > 1) cut.push(block);
    for (const part of parts.toReversed()) separated.push(part);
  }
  return { blocks: separated.reverse(), cut: cut.reverse() };
}

/** Longer than a line that somebody wrapped by hand. */
const LONGEST_WRAPPED_LINE = 160;

function partsOf(block: Block, next: Block | undefined): readonly Block[] {
  if (!block.text.includes('\n')) return [block];
  const lines = splitLines(block);
  const [first = 0, second = 0] = lines.map((line) => line.text.length);
  if (second > LONGEST_WRAPPED_LINE) return first < second * 0.6 ? lines : [block];

  const parts = splitAtMeantBreaks(lines);
  const isAlternating = parts.every((part, index) => {
    const isTitle = looksLikeTitle(part);
    const isAbstract = looksLikeAbstract(part);
    const before = parts[index - 1];
    if (before === undefined) return isTitle || isAbstract;
    return looksLikeTitle(before) ? isAbstract : isTitle;
  });
  const last = parts.at(-1);
  // A line below an abstract is a title only above the next abstract; else it may be a list of key words.
  const isEndSure = last && (looksLikeAbstract(last) || (next && looksLikeAbstract(next)));
  return isAlternating && isEndSure ? parts : [block];
}

/** Characters by which the lines of somebody who wraps by eye differ. */
const RAGGED = 10;

/**
 * Cuts lines where whoever broke them meant it: somebody who only wraps text, by hand or by machine, breaks
 * a line when the next word no longer fits.
 */
function splitAtMeantBreaks(lines: readonly Block[]): readonly Block[] {
  const lengths = lines.map((line) => line.text.trimEnd().length);
  const width = lengths.reduce((widest, length) => Math.max(widest, length), 0);
  const runs: Block[][] = [[]];
  for (const [index, line] of lines.entries()) {
    runs.at(-1)?.push(line);
    const next = lines[index + 1];
    if (next === undefined) break;
    const [word = ''] = next.text.trimStart().split(/\s/, 1);
    if (line.text.trimEnd().length + 1 + word.length <= width - RAGGED) runs.push([]);
  }
  return runs.map(joinLines);
}

function looksLikeTitle(block: Block): boolean {
  const { text } = paragraphOf(block);
  return text.length >= 8 && text.length <= 200 && !/[.:,;]$|https?:\/\//.test(text);
}

function looksLikeAbstract(block: Block): boolean {
  const { text } = paragraphOf(block);
  return text.length >= 200 && /[.!?]["'”’)\]]*$/.test(text);
}
