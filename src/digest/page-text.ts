import { readDateLine } from './dates.ts';
import { joinLines, splitLines } from './blocks.ts';
import type { Block, DateLine } from './types.ts';

/** Lines that only the copied page has; one of them marks its neighbours as page text too. */
const CERTAIN = [
  /^get (?:trending|daily|the latest) papers in your (?:e-?mail )?inbox\b.*$/i,
  /^by ?@?AK(?: and the (?:research )?community)?[.!]?$/i,
];

/** Lines that are page text next to other page text, and may be a title elsewhere. */
const POSSIBLE = [
  /^(?:new|subscribe|unsubscribe|trending|daily|weekly|monthly|papers|(?:trending|daily|weekly|monthly) papers)[.!]?$/i,
  /^(?:log in|sign up|sign in|models|datasets|spaces|docs|community|enterprise|pricing|hugging face|view all|submit|previous|next|read more|load more)$/i,
];

/** Blocks told apart: text of the page that was copied, and what the page lists. */
export interface SeparatedBlocks {
  readonly pageText: readonly Block[];
  readonly dateLines: readonly DateLine[];
  /** Lines above the date that nobody knows; left out and reported. */
  readonly unknown: readonly Block[];
  readonly content: readonly Block[];
}

/** A paragraph this long is an abstract, never a line of a page header. */
const LONGEST_HEADER_LINE = 160;
/** Lines nobody knows in one page header. */
const MOST_UNKNOWN = 12;

/**
 * Separates the text of the copied page (banner, buttons, date line) from the papers. The page header
 * may be missing, reordered, run together or carry unknown lines; a second copy of it may follow later.
 */
export function separatePageText(blocks: readonly Block[]): SeparatedBlocks {
  const split = blocks.flatMap(splitHeaderLines);
  const kinds = split.map(kindOf);
  const header = headerLength(split, kinds);
  const isPage = split.map((_, index) => index < header && kinds[index] !== 'other');
  for (const [first, end] of runs(kinds)) {
    const start = Math.max(first, header);
    const isSure = kinds.slice(start, end).includes('certain') || end === split.length;
    if (isSure) isPage.fill(true, start, end);
  }
  const pageText = split.filter((_, index) => isPage[index]);
  return {
    pageText,
    dateLines: pageText.flatMap((block) => readDateLine(block) ?? []),
    unknown: split.filter((_, index) => index < header && !isPage[index]),
    content: split.filter((_, index) => index >= header && !isPage[index]),
  };
}

type Kind = 'certain' | 'possible' | 'date' | 'other';

function kindOf(block: Block): Kind {
  if (block.text.length > LONGEST_HEADER_LINE) return 'other';
  const text = block.text.trim().replace(/\s+/g, ' ');
  if (CERTAIN.some((pattern) => pattern.test(text))) return 'certain';
  if (POSSIBLE.some((pattern) => pattern.test(text))) return 'possible';
  return readDateLine(block) ? 'date' : 'other';
}

/**
 * A block whose first lines are page text is cut into lines, so that a title below them stays whole. One
 * line of a page header may be the first of a title that is wrapped.
 */
function splitHeaderLines(block: Block): readonly Block[] {
  if (!block.text.includes('\n')) return [block];
  const lines = splitLines(block);
  const kinds = lines.map(kindOf);
  const rest = endOfHeader(lines, kinds);
  const [first] = kinds;
  const isHeader =
    first === 'date' ||
    (first === 'possible' && rest > 1) ||
    kinds.slice(0, rest).includes('certain');
  if (!isHeader) return [block];
  if (rest === lines.length) return lines;
  const below = lines.slice(rest);
  return [...lines.slice(0, rest), joinLines(below)];
}

/** How many lines at the start of a block are page text, or stand between lines that are. */
function endOfHeader(lines: readonly Block[], kinds: readonly Kind[]): number {
  const firstLong = lines.findIndex((line) => line.text.length > LONGEST_HEADER_LINE);
  const short = kinds.slice(0, firstLong < 0 ? kinds.length : firstLong);
  const sure = short.findLastIndex((kind) => kind === 'certain' || kind === 'date') + 1;
  const other = kinds.indexOf('other', sure);
  return other < 0 ? lines.length : other;
}

/**
 * How many blocks stand above the first paper: page text, and above it also short lines nobody knows,
 * as long as a banner or a date follows them, and papers follow that.
 */
function headerLength(blocks: readonly Block[], kinds: readonly Kind[]): number {
  const firstLong = blocks.findIndex((block) => block.text.length > LONGEST_HEADER_LINE);
  const region = kinds.slice(0, firstLong < 0 ? kinds.length : firstLong);
  const lastOther = kinds.lastIndexOf('other');
  const isHeader = (kind: Kind, index: number): boolean =>
    (kind === 'certain' || kind === 'date') && index < lastOther;
  const lastHeader = region.findLastIndex(isHeader);
  // Above a date alone, two lines may be a title and its abstract.
  const mostUnknown = region.slice(0, lastHeader + 1).includes('certain') ? MOST_UNKNOWN : 1;

  let length = 0;
  let unknown = 0;
  let isDated = false;
  for (const [index, kind] of region.entries()) {
    if (kind === 'other') {
      unknown += 1;
      if (isDated || index > lastHeader || unknown > mostUnknown) return length;
    } else if (kind === 'date' && isDated) {
      // The title of a paper, or a second date: what stands around it tells.
      return length;
    } else if (kind !== 'possible' || index === length) {
      length = index + 1;
      isDated ||= kind === 'date';
    }
  }
  return length;
}

/** Runs of neighbouring blocks that may be page text, as [start, end). */
function runs(kinds: readonly Kind[]): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let start = 0;
  for (let index = 0; index <= kinds.length; index += 1) {
    if (index < kinds.length && kinds[index] !== 'other') continue;
    if (index > start) found.push([start, index]);
    start = index + 1;
  }
  return found;
}
