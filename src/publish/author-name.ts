import type { PaperFacts } from '../archive/types.ts';
import { oneLine } from './one-line.ts';

/** The name of an author as programs sort it, or as a whole where it cannot be divided. */
export type AuthorName =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string };

/** The authors that facts state, each on one line. */
export function authorsOf({ authors = [] }: PaperFacts): readonly string[] {
  return authors.map(oneLine).filter((author) => author !== '');
}

/** Whether an author is a group of people, by how such groups call themselves. */
export function isGroup(author: string): boolean {
  return GROUP.test(author);
}

const GROUP =
  /\s(?:Association|Collaborations?|Committee|Consortium|Council|Foundation|Group|Initiative|Institute|Network|Organi[sz]ation|Project|Society|Team|University)$/;

/** What follows a family name and is none. */
const SUFFIX = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/;

/**
 * Divides `Given Family`, `Family, Given` and both with a suffix (`Given Family Jr.`, `Family, Jr., Given`) by
 * the rule of BibTeX: without a comma, the family name starts at the first word in small letters, else it is
 * the last word. A single word, a name with “and” in it, one with other commas, one that starts in small
 * letters and that of a group of people stay whole.
 */
export function authorName(author: string): AuthorName {
  const name = oneLine(author);
  if (/(?:^|\s)and(?:\s|$)/i.test(name) || isGroup(name)) return { literal: name };
  const parts = name.split(',').map((part) => part.trim());
  const suffix = parts.slice(1).find((part) => SUFFIX.test(part));
  const [first = '', second, ...more] = parts.filter((part) => part !== suffix);
  if (more.length > 0 || first === '' || second === '') return { literal: name };
  if (second !== undefined) return { family: first, given: second, ...(suffix && { suffix }) };
  return dividedAtWords(first, suffix) ?? { literal: name };
}

function dividedAtWords(name: string, known: string | undefined): AuthorName | undefined {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  const suffix = known ?? (words.length > 2 && SUFFIX.test(last) ? last : undefined);
  const own = suffix === last ? words.slice(0, -1) : words;
  const particle = own.findIndex((word) => /^\p{Ll}/u.test(word));
  const start = particle === -1 ? own.length - 1 : particle;
  if (start <= 0) return undefined;
  const [given, family] = [own.slice(0, start).join(' '), own.slice(start).join(' ')];
  return { family, given, ...(suffix && { suffix }) };
}

/** `Family, Given` → `Given Family`; other names stay as they are. */
export function givenFirst(author: string): string {
  return author.replace(/^([^,]+), ([^,]+)$/, '$2 $1');
}
