import { otherForms, type Acronyms } from '../../text/acronyms.ts';
import type { Stem } from '../../text/stems.ts';
import { wordsOf } from '../../text/words.ts';
import type { Field } from '../engine.ts';
import { compoundForms } from './compounds.ts';
import type { SearchDocument } from './documents.ts';

/** The words of each field of a paper by their places, in the form they are searched by; an empty one is none. */
export type SearchRecord = Readonly<Record<Field, readonly string[]>>;

/** A paper as it is indexed. */
export function searchRecord(
  document: SearchDocument,
  acronyms: Acronyms,
  stem: Stem,
): SearchRecord {
  const { title, abstract, authors, names } = document;
  const text = `${title}. ${abstract}`;
  return {
    abstract: wordsOf(abstract),
    also: listed([...compoundForms(text), ...otherForms(text, acronyms, stem)]),
    authors: listed(authors.flatMap(orders)),
    names: listed(names),
    title: wordsOf(title),
  };
}

/** “Curie, Marie” is looked for as “Marie Curie”, too. */
function orders(author: string): readonly string[] {
  const [family = '', given] = author.split(/,\s*/);
  return given === undefined ? [author] : [author, `${given} ${family}`];
}

/** No phrase goes from one name to the next. */
function listed(names: readonly string[]): readonly string[] {
  return names.flatMap((name, index) => (index === 0 ? wordsOf(name) : ['', ...wordsOf(name)]));
}
