import { readDateLine } from '../../../src/digest/dates.ts';
import type { Digest } from '../../../src/digest/types.ts';

/** A line that is not published, between the lines that are published before and after it. */
export interface UncoveredLine {
  readonly line: number;
  readonly after: number;
  readonly before: number;
}

const OF_FILE = new Set([
  ...['date-missing', 'date-unreadable', 'date-impossible', 'year-missing', 'file-name-unread'],
]);
const OF_REST = new Set(['date-second', 'too-many-blocks', 'too-many-entries']);
const OF_ENTRY = new Set([
  ...['abstract-without-title', 'title-too-long', 'abstract-too-long', 'record-without-title'],
  'introduction-left-out',
  'mailing-in-other-format',
]);
const OF_BLOCK = new Set(['header-unknown', 'mailing-text-unknown']);

/** True when a problem of the digest says that this line is left out. */
export function isLeftOut(
  { line, after, before }: UncoveredLine,
  lines: readonly string[],
  { problems, date }: Digest,
): boolean {
  return problems.some((found) => {
    if (OF_FILE.has(found.code)) return date === undefined;
    if (OF_REST.has(found.code)) return found.line <= line;
    // It is not lost, and whoever reads the problem looks at it.
    if (found.code === 'line-unindented') return found.line === line;
    const isNear = found.line > after && found.line < before;
    // The problem of an abstract stands below its title.
    if (OF_ENTRY.has(found.code))
      return isNear && (found.line <= line || found.code === 'abstract-too-long');
    return (
      OF_BLOCK.has(found.code) &&
      isNear &&
      found.line <= line &&
      lines.slice(found.line - 1, line).every((each) => /\S/.test(each))
    );
  });
}

/** What the page has around its papers, spelled out anew, with the date lines. */
const PAGE_TEXT =
  /^(?:get (?:trending|daily|the latest) papers in your (?:e-?mail )?inbox\b.*|by ?@?AK(?: and the (?:research )?community)?[.!]?|(?:new|(?:un)?subscribe|trending|daily|weekly|monthly|papers|(?:trending|daily|weekly|monthly) papers)[.!]?|log in|sign (?:up|in)|models|datasets|spaces|docs|community|enterprise|pricing|hugging face|view all|submit|previous|next|read more|load more)$/i;
const LONGEST_PAGE_TEXT = 160;
const MOST_LINES = 12;

/**
 * As how many pieces of page text lines can be read, at the least: each by itself, or some together.
 * Nothing when they are something else.
 */
export function pageTextPieces(lines: readonly string[]): number | undefined {
  if (lines.length === 0) return 0;
  for (let count = Math.min(lines.length, MOST_LINES); count > 0; count -= 1) {
    const rest = isPageText(lines.slice(0, count).join('\n'))
      ? pageTextPieces(lines.slice(count))
      : undefined;
    if (rest !== undefined) return rest + 1;
  }
  return undefined;
}

function isPageText(lines: string): boolean {
  const text = lines.trim().replace(/\s+/g, ' ');
  const isDate = readDateLine({ text, line: 1, column: 1 }) !== undefined;
  return text.length <= LONGEST_PAGE_TEXT && (isDate || PAGE_TEXT.test(text));
}
