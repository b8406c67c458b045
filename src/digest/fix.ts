import { splitBlocks } from './blocks.ts';
import { readableFileName, settleDate, spellDate } from './dates.ts';
import { decode } from './decode.ts';
import { parseBlocks } from './format.ts';
import { limits } from './limits.ts';
import type { ParsedDigest, RawDigest } from './types.ts';

/** A digest without the mistakes that a machine can mend. */
export interface FixedDigest {
  /** Path relative to the content folder; another one when the name was mended. */
  readonly file: string;
  readonly text: string;
}

/**
 * Mends what needs no judgement: line ends, invisible characters, space at the ends of lines, blank lines,
 * lines of the copied page that are not recognised, titles that touch their abstract, and a date in the file
 * name that is not written as it is read. What is published does not change by it.
 *
 * @param defaultYear the year of digests that state none.
 * @returns nothing for a file that cannot be read as text.
 */
export function fixDigest(raw: RawDigest, defaultYear?: number): FixedDigest | undefined {
  const { lines } = decode(raw);
  if (lines.length === 0) return undefined;
  const parsed = parse(lines);
  const isOf = (code: string): ReadonlySet<number> =>
    new Set(parsed.problems.filter((found) => found.code === code).map(({ line }) => line));
  const unknown = isOf('header-unknown');
  const starts = isOf('blank-line-missing').size > 0 ? paragraphStarts(parsed) : NONE;

  const fixed = withLines(lines, unknown, starts);
  // A line may be read in another way once it stands alone.
  const isSame = fixed.length > 0 && outline(parse(fixed)) === outline(parsed);
  const kept = isSame ? fixed : withLines(lines, NONE, NONE);
  return { file: fixedName(raw.file, parsed, defaultYear), text: `${kept.join('\n')}\n` };
}

const NONE: ReadonlySet<number> = new Set();

function parse(lines: readonly string[]): ParsedDigest {
  const blocks = splitBlocks(lines).slice(0, limits.blocks);
  return parseBlocks('', blocks);
}

/** What a digest says, wherever in the file. */
function outline({ dateLines, entries }: ParsedDigest): string {
  const texts = entries.map(({ title, abstract, facts }) => [
    [title, ...abstract].map(({ text }) => text),
    facts,
  ]);
  return JSON.stringify([dateLines.map(spellDate), texts]);
}

function paragraphStarts({ entries }: ParsedDigest): ReadonlySet<number> {
  return new Set(
    entries.flatMap(({ title, abstract }) => [title, ...abstract]).map(({ line }) => line),
  );
}

/** The lines without some, and with blank lines above others and nowhere twice. */
function withLines(
  lines: readonly string[],
  without: ReadonlySet<number>,
  starts: ReadonlySet<number>,
): readonly string[] {
  const fixed: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (without.has(index + 1)) continue;
    const isBlankAbove = (fixed.at(-1) ?? '') === '';
    if (starts.has(index + 1) && !isBlankAbove) fixed.push('');
    const trimmed = line.trimEnd();
    if (trimmed !== '' || !isBlankAbove) fixed.push(trimmed);
  }
  return fixed.at(-1) === '' ? fixed.slice(0, -1) : fixed;
}

/** The name with the date as it is read, unless the digest is published under another one. */
function fixedName(file: string, { dateLines }: ParsedDigest, defaultYear?: number): string {
  const readable = readableFileName(file);
  if (readable === undefined) return file;
  const dateUnder = (name: string): string | undefined =>
    settleDate(name, dateLines[0], defaultYear).date;
  const date = dateUnder(file);
  return date === undefined || date === dateUnder(readable) ? readable : file;
}
