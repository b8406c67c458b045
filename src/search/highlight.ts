import { textWords, type TextWord } from '../text/words.ts';

/** A piece of a text: what it says, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** What was looked for, as texts may say it. */
export interface Marks {
  /** Words in the form they are searched by. */
  readonly words: readonly string[];
  /** Acronyms among them: also marked where the words are that they stand for. */
  readonly acronyms: readonly string[];
  /** What the words may be abbreviated to: marked where a text has it in capitals. */
  readonly initials: readonly string[];
}

/** So many characters of an abstract are shown, of the first so many. */
const EXCERPT_LENGTH = 280;
const MOST_READ = 5_000;
/** So many places are tried as its start. */
const MOST_STARTS = 100;
/** An excerpt is cut at a space that is so near, or else at a character. */
const NEAR = 30;

/** A text in pieces, what was looked for marked; neighbours are marked as one. */
export function highlight(text: string, marks: Marks): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const span of joined(text, markedWords(text, marks))) {
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
export function excerptFor(text: string, marks: Marks, length = EXCERPT_LENGTH): string {
  if (text.length <= length) return text;
  const start = bestStart(text, marks, length);
  const end = start + length >= text.length ? text.length : cutBefore(text, start + length);
  const shown = text.slice(start, end).trim();
  return `${start > 0 ? '… ' : ''}${shown}${end < text.length ? '…' : ''}`;
}

function markedWords(text: string, marks: Marks): readonly TextWord[] {
  const words = textWords(text);
  const wanted = new Set(marks.words);
  const initials = new Set(marks.initials.flatMap((each) => [each, `${each}s`]));
  const isMarked = words.map(
    ({ word, start, end }) =>
      wanted.has(word) || (initials.has(word) && /^\p{Lu}{2}/u.test(text.slice(start, end))),
  );
  const firsts = words.map(({ word }) => word.charAt(0)).join('');
  for (const acronym of marks.acronyms)
    for (let at = firsts.indexOf(acronym); at !== -1; at = firsts.indexOf(acronym, at + 1))
      if (words.slice(at, at + acronym.length).every(({ word }) => word.length > 3))
        isMarked.fill(true, at, at + acronym.length);
  return words.filter((_, index) => isMarked[index]);
}

/** Words with nothing but a space or a hyphen between them, as one. */
function joined(text: string, words: readonly TextWord[]): readonly TextWord[] {
  const spans: TextWord[] = [];
  for (const word of words) {
    const last = spans.at(-1);
    if (last !== undefined && /^[\s-]*$/.test(text.slice(last.end, word.start)))
      spans[spans.length - 1] = { ...last, end: word.end };
    else spans.push(word);
  }
  return spans;
}

/** Where the window of that length starts that has most of the different words. */
function bestStart(text: string, marks: Marks, length: number): number {
  const words = markedWords(text.slice(0, MOST_READ), marks);
  let best = { start: 0, count: 0 };
  for (const start of [0, ...words.slice(0, MOST_STARTS).map((word) => word.start)]) {
    const inside = words.filter((word) => word.start >= start && word.end <= start + length * 0.8);
    const count = new Set(inside.map(({ word }) => word)).size;
    if (count > best.count) best = { start, count };
  }
  if (best.start === 0) return 0;
  const sentence = text.slice(0, best.start).search(/[.!?]\s+[^.!?]*$/);
  const opening = sentence === -1 ? 0 : sentence + 2;
  const start =
    best.start - opening <= length / 4 ? opening : cutBefore(text, Math.max(0, best.start - 20));
  // A window that reaches beyond the end shows more before it instead.
  const latest = text.length - length;
  return start <= latest ? start : Math.min(start, cutAfter(text, latest));
}

/** A place to cut at, at or before another one: after a space, or between two characters. */
function cutBefore(text: string, place: number): number {
  const space = text.slice(Math.max(0, place - NEAR), place).search(/\s\S*$/);
  return space === -1
    ? place - Number(isInCharacter(text, place))
    : Math.max(0, place - NEAR) + space + 1;
}

function cutAfter(text: string, place: number): number {
  const space = text.slice(place, place + NEAR).search(/\s/);
  return space === -1 ? place + Number(isInCharacter(text, place)) : place + space + 1;
}

/** Whether a place is between the two halves of one character of UTF-16. */
function isInCharacter(text: string, place: number): boolean {
  return /^[\udc00-\udfff]/.test(text.slice(place, place + 1));
}
