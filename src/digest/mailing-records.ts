import { joinLines, splitLines } from './blocks.ts';
import { type Kind, MailingReader, type Piece } from './mailing-reader.ts';
import type { Block, DateLine } from './types.ts';

/** One paper of a mailing, in pieces. */
export interface MailingRecord {
  /** Of its first line. */
  readonly line: number;
  readonly column: number;
  /** The first value of each field by its name in small letters; `arxiv` is the id, `title` the title. */
  readonly fields: ReadonlyMap<string, Block>;
  /** A new version of a paper that was listed before: its abstract is left away. */
  readonly isReplacement: boolean;
  readonly abstract: readonly Block[];
  /** Whether there is a line `\\` at its end. */
  readonly isClosed: boolean;
}

/** A mailing in pieces; each of its lines is in exactly one. */
export interface Mailing {
  readonly records: readonly MailingRecord[];
  readonly dateLines: readonly DateLine[];
  /** What nobody knows: neighbouring lines together. */
  readonly unknown: readonly Block[];
  /** Lines that belong to the field above them, and are not indented as they should be. */
  readonly unindented: readonly Block[];
  /** All pieces: titles, paragraphs of abstracts, what is unknown, and `frame`. */
  readonly pieces: number;
  /** Rules, delimiters, fields but titles, lines above and below the records. */
  readonly frame: number;
}

/** Takes a mailing apart, line by line. Takes time linear in the number of its lines. */
export function readMailing(blocks: readonly Block[]): Mailing {
  const reader = new MailingReader();
  const lines = blocks.flatMap(splitLines);
  for (const [index, line] of lines.entries()) reader.read(line, lines[index + 1]);
  const { pieces, records, dateLines, unindented } = reader;
  const blocksOf = (some: readonly Piece[]): readonly Block[] =>
    some.map((piece) => joinLines(piece.lines));
  const ofKind = (kind: Kind): readonly Piece[] => pieces.filter((piece) => piece.kind === kind);
  const whole = records.map(({ fields, abstract, ...record }) => {
    const values = [...fields].map(([name, piece]) => [name, joinLines(piece.lines)] as const);
    return { ...record, fields: new Map(values), abstract: paragraphsIn(abstract) };
  });
  return {
    records: whole,
    dateLines,
    unknown: blocksOf(ofKind('unknown')),
    unindented,
    pieces: pieces.length + whole.flatMap(({ abstract }) => abstract).length,
    frame: ofKind('frame').length + ofKind('value').length,
  };
}

/** Columns by which the first line of a paragraph stands further in. */
const INDENTED = 2;

/**
 * The paragraphs of an abstract: below a blank line, and where a line is indented more than the one above it.
 * arXiv indents the first line of each paragraph and no other; some programs indent all.
 */
function paragraphsIn(lines: readonly Block[]): readonly Block[] {
  const isFirstIndented = lines.some(({ column }) => column === 1);
  const paragraphs: Block[][] = [];
  for (const [index, line] of lines.entries()) {
    const last = lines[index - 1];
    const isBelow = last?.line === line.line - 1;
    const isStart = isFirstIndented
      ? line.column > INDENTED
      : line.column >= (last?.column ?? 0) + INDENTED;
    if (isBelow && !isStart) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map(joinLines);
}
