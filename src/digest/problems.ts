import { limits } from './limits.ts';
import type { Problem, Severity } from './types.ts';

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Rule {
  readonly severity: Severity;
  /** The fact, as a sentence; `{name}` stands for a detail. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

const count = (value: number): string => value.toLocaleString('en-GB');

/** Every message a digest can cause, by its stable code. */
export const catalogue = {
  'not-a-digest': {
    severity: 'error',
    message: '{what} in the digests folder.',
    hint: 'Keep only plain-text files in digests/; a text editor saves them as .txt, a word processor with “Save as → Plain text (UTF-8)”.',
  },
  'not-a-note': {
    severity: 'error',
    message: '{what} in the folder of notes.',
    hint: 'Keep only notes in notes/, named after the paper: the last part of its address and .mdx.',
  },
  'file-misnamed': {
    severity: 'warning',
    message: 'Nothing reads this file; it seems to be meant as {meant}.',
    hint: 'Rename it, or move it out of the content folder.',
  },
  'mdx-invalid': {
    severity: 'error',
    message: 'Not valid MDX: {fact}.',
    hint: 'Correct the line; in MDX, “<” and “{” that are meant as text are written “\\<” and “\\{”.',
  },
  'settings-invalid': {
    severity: 'error',
    message: '{fact}',
    hint: 'Correct the line; the README says what archive.yaml may hold.',
  },
  'file-too-large': {
    severity: 'error',
    message: `The file has {bytes} bytes; the limit is ${count(limits.fileBytes)}.`,
    hint: 'Split it into several digests of the same date.',
  },
  'file-unreadable': {
    severity: 'error',
    message: 'The file cannot be read: {reason}.',
    hint: 'Check its permissions.',
  },
  'file-empty': {
    severity: 'warning',
    message: 'The file is empty.',
    hint: 'Add the digest, or delete the file.',
  },
  'file-binary': {
    severity: 'error',
    message: 'This is not a text file: it holds control characters throughout.',
    hint: 'Save the digest as plain text.',
  },
  'encoding-utf16': {
    severity: 'error',
    message: 'The file is UTF-16, seen at byte offset {offset}.',
    hint: 'Save it again as UTF-8.',
  },
  'encoding-invalid': {
    severity: 'error',
    message: 'The file is not valid UTF-8 at byte offset {offset}.',
    hint: 'Save it again as plain text, encoding UTF-8.',
  },
  'characters-removed': {
    severity: 'warning',
    message: 'Characters that cannot be seen were removed: {characters}.',
    hint: 'Delete them from the line; they often come with copied text.',
  },
  'date-missing': {
    severity: 'error',
    message: 'The digest has no date.',
    hint: 'Add a line such as “Mar 11” or “11 March 2025” above the first title (no other spelling is read), or name the file 2025-03-11.txt.',
  },
  'date-impossible': {
    severity: 'error',
    message: 'There is no such date: {date}.',
    hint: 'Correct the day or the month.',
  },
  'year-missing': {
    severity: 'error',
    message: 'The date line “{date}” has no year.',
    hint: 'Start the file name with the year (2025-03-11.txt or 2025-….txt), or set “year” in archive.yaml.',
  },
  'date-disagrees': {
    severity: 'warning',
    message:
      'The date line says {header}; the file name says {name}. The digest is published as {used}.',
    hint: 'Rename the file or correct the date line.',
  },
  'date-second': {
    severity: 'error',
    message: 'A second date line, {second}, in a digest of {first}.',
    hint: 'One digest has one date: move what belongs to the other date to a file of its own.',
  },
  'header-unknown': {
    severity: 'warning',
    message: 'Not recognised as part of the page header, and left out: “{text}”.',
    hint: 'Delete the line; if it is the title of a paper, move it below the date.',
  },
  'blank-line-missing': {
    severity: 'warning',
    message: 'Title and abstract stand in one block, without a blank line between them.',
    hint: 'Put a blank line between a title and its abstract.',
  },
  'title-without-abstract': {
    severity: 'warning',
    message: 'Title without an abstract: “{title}”.',
    hint: 'Add the abstract below it, or remove the line.',
  },
  'abstract-without-title': {
    severity: 'error',
    message: 'Abstract without a title: “{text}”.',
    hint: 'Add the title above it; between a title and its abstract there must be a blank line.',
  },
  'abstract-short': {
    severity: 'warning',
    message: 'The abstract of “{title}” is only “{text}”.',
    hint: 'If this is text of the page and no paper, delete both lines.',
  },
  'abstract-in-parts': {
    severity: 'warning',
    message: 'The abstract of “{title}” has {paragraphs} paragraphs.',
    hint: 'Remove blank lines that do not belong there; if a title is in it, put a blank line around it.',
  },
  'title-too-long': {
    severity: 'error',
    message: `A title of {characters} characters, too long: the limit is ${count(limits.titleCharacters)}.`,
    hint: 'Shorten it, or check for a missing blank line.',
  },
  'abstract-too-long': {
    severity: 'error',
    message: `The abstract of “{title}” has {characters} characters, too long: the limit is ${count(limits.abstractCharacters)}.`,
    hint: 'Shorten it, or check for missing blank lines.',
  },
  'too-many-blocks': {
    severity: 'error',
    message: `The digest has {blocks} blocks; those after the first ${count(limits.blocks)} are left out.`,
    hint: 'Split it into several digests of the same date.',
  },
  'too-many-entries': {
    severity: 'error',
    message: `The digest has {entries} papers; those after the first ${count(limits.entries)} are left out.`,
    hint: 'Split it into several digests of the same date.',
  },
  'title-repeated': {
    severity: 'warning',
    message: '“{title}” is listed twice in this digest, first on line {line}.',
    hint: 'Remove one of the two.',
  },
  'abstract-differs': {
    severity: 'warning',
    message: 'The abstract of “{title}” is not the same as in {other}.',
    hint: 'Both are kept; make them alike if the difference is not meant.',
  },
  'address-taken': {
    severity: 'error',
    message: '“{title}” gets the same address as “{other}”.',
    hint: 'Change one of the two titles by a word.',
  },
  'note-invalid': {
    severity: 'error',
    message: '{fact}',
    hint: 'Correct the line; the README says what a note may hold.',
  },
  'note-without-paper': {
    severity: 'error',
    message: 'A note on a paper that no digest lists: {id}.',
    hint: 'Give the file the last part of the address of a paper as its name; if the paper was published once and is gone, add “withdrawn: WHY” or “sameAs: OTHER-PAPER”, so that its address still answers.',
  },
  'note-leads-nowhere': {
    severity: 'error',
    message: 'The note leads to {address}, where there is nothing.',
    hint: 'Correct the address; if what it leads to is gone too, write “withdrawn: WHY”.',
  },
  'note-circle': {
    severity: 'error',
    message: 'The titles and “sameAs” of the notes lead in a circle.',
    hint: 'Follow them from this note, and delete the one that leads back.',
  },
  'note-superfluous': {
    severity: 'error',
    message: 'A note says where {date} went, but there are digests of that date.',
    hint: 'Delete the note.',
  },
  'note-disagrees': {
    severity: 'warning',
    message: '“{name}” is not the same as in {other}, which counts.',
    hint: 'State it in one of the two notes only.',
  },
  'no-entries': {
    severity: 'warning',
    message: 'No papers were found in this digest.',
    hint: 'Write a title, a blank line, the abstract, a blank line, and so on.',
  },
} as const satisfies Record<string, Rule>;

export type ProblemCode = keyof typeof catalogue;

type DetailNames<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | DetailNames<Rest>
  : never;

type Details<Code extends ProblemCode> = Record<
  DetailNames<(typeof catalogue)[Code]['message']>,
  string | number
>;

/**
 * Makes a problem: the rule of `code` with its details filled in, at `place`.
 * Long details are shortened, so that a message stays a line.
 */
export function problem<Code extends ProblemCode>(
  code: Code,
  place: Place,
  details: Details<Code>,
): Problem {
  const rule: Rule = catalogue[code];
  const values: Readonly<Record<string, string | number>> = details;
  const message = rule.message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? count(value) : shorten(value);
  });
  const { file, line, column } = place;
  return { code, severity: rule.severity, file, line, column, message, hint: rule.hint };
}

/** Orders problems by file, line, column and code. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function shorten(text: string): string {
  const characters = [...text.slice(0, 400)];
  return characters.length > 100 ? `${characters.slice(0, 99).join('')}…` : text;
}
