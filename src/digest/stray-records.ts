import { joinLines, splitLines } from './blocks.ts';
import {
  DELIMITER,
  END,
  fieldOf,
  frameOf,
  receivedLine,
  RULE,
  startsRecord,
} from './mailing-lines.ts';
import type { Block } from './types.ts';

/**
 * Separates records of a mailing of arXiv, with the lines around them that only mailings have, from a digest
 * in another format.
 *
 * @returns `strays` are the blocks of the mailing: those in a row together.
 */
export function separateRecords(blocks: readonly Block[]): {
  content: readonly Block[];
  strays: readonly (readonly Block[])[];
} {
  if (!blocks.some(({ text }) => text.includes(DELIMITER))) return { content: blocks, strays: [] };
  const lines = blocks.flatMap(splitLines);
  const strays: Block[][] = [];
  const content: Block[] = [];
  let end = 0;
  for (const [start, stop] of stretches(lines)) {
    content.push(...inBlocks(lines.slice(end, start)));
    strays.push([...inBlocks(lines.slice(start, stop))]);
    end = stop;
  }
  return { content: [...content, ...inBlocks(lines.slice(end))], strays };
}

/** The stretches of lines that belong to a mailing, each with a record in it, as [start, end). */
function stretches(lines: readonly Block[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if (!startsRecord(lines, index)) continue;
    const last = found.at(-1);
    let start = index;
    while (start > (last?.[1] ?? 0) && isFrame(lines[start - 1])) start -= 1;
    let end = endOfRecord(lines, index);
    while (end < lines.length && isFrame(lines[end]) && !startsRecord(lines, end)) end += 1;
    if (last?.[1] === start) last[1] = end;
    else found.push([start, end]);
    index = end - 1;
  }
  return found;
}

/** A line that only mailings have. */
function isFrame(line: Block | undefined): boolean {
  if (line === undefined) return false;
  const isOutside = frameOf(line, { isAboveRecords: false, isSubjects: false }) !== undefined;
  return isOutside || RULE.test(line.text) || receivedLine(line) !== undefined;
}

/**
 * The line below a record: below the delimiter that ends it, or, where it has none, below the last block that
 * surely belongs to it, since the next one may be a paper of the other format.
 */
function endOfRecord(lines: readonly Block[], start: number): number {
  let delimiters = 1;
  let sure = start;
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || RULE.test(line.text) || startsRecord(lines, index)) break;
    if (END.test(line.text)) {
      delimiters += 1;
      if (line.text !== DELIMITER || delimiters > 2) return index + 1;
    }
    const isBelow = line.line - 1 === lines[index - 1]?.line;
    const isPart = END.test(line.text) || fieldOf(line.text) !== undefined;
    if (isPart || (isBelow && sure === index - 1)) sure = index;
  }
  return sure + 1;
}

function inBlocks(lines: readonly Block[]): readonly Block[] {
  const blocks: Block[][] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0 && line.line - 1 === lines[index - 1]?.line) blocks.at(-1)?.push(line);
    else blocks.push([line]);
  }
  return blocks.map(joinLines);
}
