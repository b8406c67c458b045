import { textWords } from './words.ts';

/** A piece of a text: what it says, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** So many characters of an abstract are shown. */
const EXCERPT_LENGTH = 280;

/**
 * A text in pieces, the words that were looked for marked. Neighbours are marked as one; an acronym is
 * marked where the words are that it stands for, and the other way round.
 *
 * @param marks words in the form they are searched by.
 */
export function highlight(text: string, marks: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const span of markedSpans(text, marks)) {
    if (span.start > end) pieces.push({ text: text.slice(end, span.start), marked: false });
    pieces.push({ text: text.slice(span.start, span.end), marked: true });
    end = span.end;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}

/**
 * The part of an abstract that says most of what was looked for, from the start of a sentence where there
 * is one near; with an ellipsis where something is left out.
 */
export function excerptFor(
  text: string,
  marks: readonly string[],
  length = EXCERPT_LENGTH,
): string {
  if (text.length <= length) return text;
  const start = bestStart(text, marks, length);
  const end = start + length >= text.length ? text.length : lastSpace(text, start + length);
  const shown = text.slice(start, end).trim();
  return `${start > 0 ? '… ' : ''}${shown}${end < text.length ? '…' : ''}`;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function markedSpans(text: string, marks: readonly string[]): readonly Span[] {
  const words = textWords(text);
  const isMarked = new Array<boolean>(words.length).fill(false);
  const wanted = new Set(marks);
  words.forEach(({ word }, index) => {
    if (wanted.has(word)) isMarked[index] = true;
  });
  const initials = words.map(({ word }) => word[0] ?? '').join('');
  for (const mark of marks) {
    if (!/^\p{L}{3,6}$/u.test(mark) || initials.length !== words.length) continue;
    for (let at = initials.indexOf(mark); at !== -1; at = initials.indexOf(mark, at + 1))
      if (isCompound(words.slice(at, at + mark.length).map(({ word }) => word)))
        isMarked.fill(true, at, at + mark.length);
  }
  const spans: Span[] = [];
  words.forEach(({ start, end }, index) => {
    if (!isMarked[index]) return;
    const last = spans.at(-1);
    if (last !== undefined && isMarked[index - 1] && /^[\s-]*$/.test(text.slice(last.end, start)))
      spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
  });
  return spans;
}

/** Words whose initials may spell an acronym by intent: none of them is short. */
function isCompound(words: readonly string[]): boolean {
  return words.every((word) => word.length > 3);
}

/** Where the window of that length starts that has most of the different marks. */
function bestStart(text: string, marks: readonly string[], length: number): number {
  const spans = markedSpans(text, marks).map((span) => ({
    ...span,
    said: text.slice(span.start, span.end).toLowerCase(),
  }));
  let best = { start: 0, count: 0 };
  for (const { start } of [{ start: 0 }, ...spans]) {
    const inside = spans.filter((span) => span.start >= start && span.end <= start + length * 0.8);
    const count = new Set(inside.map(({ said }) => said)).size;
    if (count > best.count) best = { start, count };
  }
  if (best.start === 0) return 0;
  const before = text.slice(0, best.start);
  const sentence = before.search(/[.!?]\s+[^.!?]*$/);
  const opening = sentence === -1 ? 0 : sentence + 2;
  const near = best.start - opening <= length / 4 ? opening : lastSpace(text, best.start - 20);
  return Math.min(near, Math.max(0, lastSpace(text, text.length - length)));
}

/** Just after the last white space before a place. */
function lastSpace(text: string, before: number): number {
  return text.slice(0, Math.max(0, before)).search(/\s\S*$/) + 1;
}
