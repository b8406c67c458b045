import { splitBlocks } from './blocks.ts';
import { readableFileName } from './dates.ts';
import { decode } from './decode.ts';
import { formatOf } from './format.ts';
import { limits } from './limits.ts';
import type { RawDigest } from './types.ts';

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
 * @returns nothing for a file that cannot be read as text.
 */
export function fixDigest(raw: RawDigest): FixedDigest | undefined {
  const { lines, problems } = decode(raw);
  if (lines.length === 0 || problems.some(({ severity }) => severity === 'error')) return undefined;
  const blocks = splitBlocks(lines).slice(0, limits.blocks);
  const parsed = formatOf(blocks).parse(raw.file, blocks);
  const isOf = (code: string): ReadonlySet<number> =>
    new Set(parsed.problems.filter((found) => found.code === code).map(({ line }) => line));
  const unknown = isOf('header-unknown');
  const glued = isOf('blank-line-missing');

  const fixed: string[] = [];
  const titles = new Set(parsed.entries.map(({ title }) => title.line));
  const abstracts = new Set(
    parsed.entries.flatMap(({ abstract }) => abstract.map(({ line }) => line)),
  );
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    const starts = titles.has(number) || abstracts.has(number);
    if (unknown.has(number)) continue;
    if (starts && glued.size > 0 && fixed.at(-1) !== '') fixed.push('');
    const trimmed = line.trimEnd();
    if (trimmed !== '' || (fixed.at(-1) ?? '') !== '') fixed.push(trimmed);
  }
  return { file: readableFileName(raw.file) ?? raw.file, text: `${fixed.join('\n').trimEnd()}\n` };
}
