import { catalogue, count, type Rule } from './problem-catalogue.ts';
import type { Problem } from './types.ts';

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

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
    if (typeof value === 'number') return count(value);
    return shorten(value, name === 'fact' ? LONGEST_FACT : LONGEST_DETAIL);
  });
  const { file, line, column } = place;
  return { code, severity: rule.severity, file, line, column, message, hint: rule.hint };
}

/** What a code means, as a few lines of text; nothing for a code that does not exist. */
export function explain(code: string): string | undefined {
  if (!Object.hasOwn(catalogue, code)) return undefined;
  const { severity, message, hint, why }: Rule = catalogue[code as ProblemCode];
  return `${code} (${severity})\n\n${withoutDetails(message)}\n${hint}\n\n${why}`;
}

/** The message of a rule, with an ellipsis in the place of each detail. */
export function withoutDetails(message: string): string {
  return message.replace(/\{\w+\}/g, '…');
}

/** A problem as a line of text: place, fact, fix. */
export function problemLine({ file, line, column, message, hint }: Problem): string {
  return `${file}:${String(line)}:${String(column)} ${message} ${hint}`;
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

/** Characters of a text that a message quotes. */
const LONGEST_DETAIL = 100;
/** Characters of a sentence that is the message. */
const LONGEST_FACT = 300;

function shorten(text: string, longest: number): string {
  const characters = [...text.slice(0, 4 * longest)];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}
