import { isDeepStrictEqual } from 'node:util';

import { splitBlocks } from '../../../src/digest/blocks.ts';
import { decode } from '../../../src/digest/decode.ts';
import { formatOf } from '../../../src/digest/format.ts';
import type { Digest, Paragraph, RawDigest } from '../../../src/digest/types.ts';
import { bytesOf } from '../../helpers.ts';
import type { Outcome } from '../subject.ts';
import { isLeftOut, pageTextPieces, type UncoveredLine } from './left-out.ts';
import { isMailingFrame } from './mailing-frame.ts';

/** Nothing of a file is lost between its bytes and its entries. */
export function reading({ digests, read }: Outcome): readonly string[] {
  return digests.flatMap((raw, index) => {
    const digest = read[index];
    if (digest === undefined) return [`${raw.file} was not read`];
    const { lines } = decode(raw);
    if (lines.length === 0) return rejected(digest);
    return [...decoding(raw, lines), ...conservation(lines, digest), ...tally(digest)];
  });
}

function rejected(digest: Digest): readonly string[] {
  const { entries, problems, date, tally: counts } = digest;
  const isEmpty = entries.length === 0 && date === undefined;
  if (!isEmpty || Object.values(counts).some((count) => count > 0))
    return ['a rejected file is published'];
  return problems.length === 1 ? [] : [`a rejected file has ${String(problems.length)} problems`];
}

/** The visible characters of the lines are those of the file. */
function decoding(raw: RawDigest, lines: readonly string[]): readonly string[] {
  const visible = (text: string): string =>
    text.replace(/[^\p{L}\p{N}\p{P}\p{S}]|[\ufffc\ufffd]/gu, '');
  const expected = visible(new TextDecoder().decode(raw.bytes));
  const text = lines.join('\n');
  if (visible(text) !== expected) return ['decoding lost or made visible characters'];
  const again = decode({ ...raw, bytes: bytesOf(text) });
  const isSame = again.problems.length === 0 && isDeepStrictEqual(again.lines, lines);
  return isSame || text.trim() === '' ? [] : ['what was decoded is decoded to something else'];
}

/** By the names of formats: whether a line may be there without being published. */
const FRAMES: Readonly<Record<string, (line: number, lines: readonly string[]) => boolean>> = {
  'arXiv mailing': isMailingFrame,
  'Markdown list': (line, lines) =>
    /^(?:-{3,}|\*{3,}|_{3,}|#\s.*\d.*)$/.test(lines[line - 1]?.trimEnd() ?? ''),
};

/**
 * Every line stands in exactly one published paragraph, whole and in order, or is text of the copied page,
 * or left out with a problem that says so from where it stands.
 */
function conservation(lines: readonly string[], digest: Digest): readonly string[] {
  const words = lines.map((line) => line.split(/\s+/).filter((word) => word !== ''));
  const published = digest.entries.flatMap(({ title, abstract }) => [title, ...abstract]);
  const failures: string[] = [];
  const uncovered: UncoveredLine[] = [];
  let end = 0;
  const gap = (to: number): void => {
    for (let line = end + 1; line < to; line += 1)
      if (words[line - 1]?.length) uncovered.push({ line, after: end, before: to });
  };
  for (const paragraph of published) {
    if (paragraph.line <= end) failures.push(`line ${String(paragraph.line)} is published twice`);
    gap(paragraph.line);
    const start = lines[paragraph.line - 1] ?? '';
    const label = /^(?:title\s?:\s*|##\s+)/i.exec(start.slice(0, paragraph.column - 1))?.[0] ?? '';
    const last = lastLineOf(paragraph, words, start.slice(label.length).match(/\S+/g) ?? []);
    if (last === undefined) failures.push(`${at(paragraph)} is not what the file says there`);
    const indent = label === '' ? start.search(/\S/) : label.length;
    if (paragraph.column !== indent + 1) failures.push(`${at(paragraph)} has another column`);
    end = last ?? paragraph.line;
  }
  gap(lines.length + 1);

  const silent = uncovered.filter((place) => !isLeftOut(place, lines, digest));
  const isFrame = FRAMES[formatOf(splitBlocks(lines)).name];
  const lost = isFrame
    ? silent.flatMap(({ line }) => (isFrame(line, lines) ? [] : lostLine(line, lines)))
    : unreported(silent, lines, digest);
  return [...failures, ...lost, ...counted(uncovered.length, digest)];
}

/** What nobody is told of must be page text, and counted as such. */
function unreported(
  silent: readonly UncoveredLine[],
  lines: readonly string[],
  digest: Digest,
): readonly string[] {
  const runs: number[][] = [];
  for (const { line } of silent) {
    const run = runs.at(-1);
    if (run?.at(-1) === line - 1) run.push(line);
    else runs.push([line]);
  }
  const failures: string[] = [];
  let pieces = 0;
  for (const run of runs) {
    const texts = run.map((line) => lines[line - 1] ?? '');
    const found = pageTextPieces(texts);
    pieces += found ?? 0;
    if (found === undefined) failures.push(lostLine(run[0] ?? 0, lines));
  }
  if (pieces > digest.tally.pageText) failures.push('page text is lost');
  return failures;
}

function lostLine(line: number, lines: readonly string[]): string {
  return `line ${String(line)} is lost without a word: ${lines[line - 1]?.slice(0, 80) ?? ''}`;
}

function counted(uncovered: number, { tally: { pageText, leftOut } }: Digest): readonly string[] {
  const isCounted = pageText + leftOut <= uncovered && (pageText + leftOut > 0 || uncovered === 0);
  return isCounted ? [] : [`${String(uncovered)} lines are not published, and counted otherwise`];
}

/**
 * The line on which the words of a paragraph end, if they are those of the file from its place on.
 *
 * @param first the words of its first line.
 */
function lastLineOf(
  paragraph: Paragraph,
  words: readonly (readonly string[])[],
  first: readonly string[],
): number | undefined {
  let text = '';
  for (let line = paragraph.line; ; line += 1) {
    const more = line === paragraph.line ? first : words[line - 1];
    if (!more?.length) return undefined;
    text += `${text === '' ? '' : ' '}${more.join(' ')}`;
    if (text.length >= paragraph.text.length) return text === paragraph.text ? line : undefined;
  }
}

function at({ line, column, text }: Paragraph): string {
  return `${String(line)}:${String(column)} “${text.slice(0, 60)}”`;
}

function tally({ tally: counts, entries, problems }: Digest): readonly string[] {
  const { blocks, pageText, titles, abstracts, leftOut } = counts;
  const failures: string[] = [];
  if (pageText + titles + abstracts + leftOut !== blocks)
    failures.push('the tally does not add up');
  const paragraphs = entries.reduce((sum, { abstract }) => sum + abstract.length, 0);
  if (entries.length !== titles || paragraphs !== abstracts)
    failures.push('the tally counts other entries');
  const isReported = problems.some(
    ({ severity, code }) =>
      severity === 'error' ||
      /^(?:(?:header|mailing-text)-unknown|introduction-left-out)$/.test(code),
  );
  if (leftOut > 0 && !isReported) failures.push('blocks are left out without a problem');
  return failures;
}
