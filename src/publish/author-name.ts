import type { PaperFacts } from '../archive/types.ts';
import { oneLine } from './citations/citation.ts';

/** The name of an author as programs sort it, or as a whole where it cannot be divided. */
export type AuthorName =
  { readonly family: string; readonly given: string } | { readonly literal: string };

/** The authors that facts state, each on one line. */
export function authorsOf({ authors = [] }: PaperFacts): readonly string[] {
  return authors.map(oneLine).filter((author) => author !== '');
}

/** Whether an author is a group of people, by how such groups call themselves. */
export function isGroup(author: string): boolean {
  return GROUP.test(author);
}

const GROUP = /\s(?:Collaborations?|Consortium|Group|Initiative|Project|Team)$/;

/**
 * Divides `Given Family` or `Family, Given` by the rule of BibTeX: without a comma, the family name starts at
 * the first word in small letters, else it is the last word. A single word, a name with “and” in it, one
 * with several commas and that of a group of people stay whole.
 */
export function authorName(author: string): AuthorName {
  const name = oneLine(author);
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim());
  const isWhole = more.length > 0 || /(?:^|\s)and(?:\s|$)/i.test(name) || isGroup(name);
  if (isWhole) return { literal: name };
  if (family !== '' && given !== '') return { family, given };
  const words = name.split(' ');
  if (name.includes(',') || words.length === 1) return { literal: name };
  const particle = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
  const start = particle === -1 ? words.length - 1 : particle;
  return { family: words.slice(start).join(' '), given: words.slice(0, start).join(' ') };
}

/** `Family, Given` → `Given Family`; other names stay as they are. */
export function givenFirst(author: string): string {
  return author.replace(/^([^,]+), ([^,]+)$/, '$2 $1');
}
