import type { BenchDocument } from './subject.ts';
import { isStopWord, termsOf } from './words.ts';

/** A short form that papers define, as in `large language model (LLM)`. */
export interface Acronym {
  readonly short: string;
  /** The words of the long form, in lower case. */
  readonly long: readonly string[];
  /** How many papers define it. */
  readonly papers: number;
}

const LEAST_PAPERS = 2;
const LONGEST_FORM = 100;
const DEFINITION = /\(\s*([A-Z][A-Za-z0-9]{0,6}[A-Z0-9])s?\s*\)/g;

/**
 * The acronyms that at least two papers define in their title or abstract, those of most papers first. Found
 * in a way of its own, so that no engine is measured by what it has found itself.
 */
export function definedAcronyms(documents: readonly BenchDocument[]): readonly Acronym[] {
  const found = new Map<string, Acronym>();
  for (const { title, abstract } of documents) {
    const own = new Map(definitions(`${title}\n${abstract}`).map((each) => [keyOf(each), each]));
    for (const [key, each] of own)
      found.set(key, { ...(found.get(key) ?? each), papers: (found.get(key)?.papers ?? 0) + 1 });
  }
  return [...found.values()]
    .filter(({ papers }) => papers >= LEAST_PAPERS)
    .toSorted((a, b) => b.papers - a.papers);
}

/** What the same long form has in common wherever it stands, whether its last word is plural or not. */
export function formKey(terms: readonly string[]): string {
  return terms.join(' ').replace(/(?<![isu])s$/, '');
}

function keyOf({ short, long }: Acronym): string {
  return `${short}=${formKey(long)}`;
}

function definitions(text: string): readonly Acronym[] {
  return [...text.matchAll(DEFINITION)].flatMap(({ 1: short = '', index }) => {
    const before = termsOf(text.slice(Math.max(0, index - LONGEST_FORM), index));
    const long = longForm(before, short.toLowerCase());
    return long === undefined ? [] : [{ short, long, papers: 1 }];
  });
}

/** The last words whose initials are the letters of the acronym; stop words may stand between them. */
function longForm(before: readonly string[], short: string): readonly string[] | undefined {
  let letter = short.length - 1;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const word = before[index] ?? '';
    if (word.startsWith(short.charAt(letter))) letter -= 1;
    else if (!isStopWord(word)) return undefined;
    if (letter < 0) return before.slice(index);
  }
  return undefined;
}
