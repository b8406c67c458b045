import { remembered, stemOf } from '../../text/stems.ts';
import { isAcademicWord } from '../../text/academic-words.ts';
import { isStopWord } from '../../text/stop-words.ts';
import { textWords } from '../../text/words.ts';
import type { PaperText } from './types.ts';

/** The terms of a text, each once, in no particular order: places in the four arrays belong together. */
export interface TermsOfText {
  readonly terms: Int32Array;
  /** How often; a use in the title counts as two. */
  readonly frequencies: Uint16Array;
  /** Where the joined text has the term, preferably where it does not begin a sentence. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The terms of all texts, as numbers. */
export interface TextTerms {
  readonly texts: readonly TermsOfText[];
  /** By text: how many words were counted. */
  readonly lengths: Float64Array;
  /** By term: its two words, when it is a pair. */
  readonly pairs: readonly (readonly [number, number] | undefined)[];
  /** By term: in how many texts it is. */
  readonly documents: readonly number[];
  /** By term: in how many titles. */
  readonly titles: readonly number[];
  /** Of the texts with a term, the share that has it in the title, on the average: of words and of pairs. */
  readonly usualTitles: { readonly words: number; readonly pairs: number };
}

const TITLE_COUNTS = 2;

/**
 * The terms of texts: stems of the words that say something, and pairs of them that only a space or a hyphen
 * separates. Stop words, numbers and single letters are no terms.
 *
 * @param language of the texts, which says how words are stemmed.
 */
export function textTerms(texts: readonly PaperText[], language: string): TextTerms {
  const numbers = termNumbers(language);
  const lengths = new Float64Array(texts.length);
  const documents: number[] = [];
  const titles: number[] = [];
  const found = texts.map((text, paper) => {
    const uses = usesIn(text, numbers);
    for (const [term, { inTitle }] of uses) {
      documents[term] = (documents[term] ?? 0) + 1;
      titles[term] = (titles[term] ?? 0) + Number(inTitle);
      if (!numbers.pairs[term]) lengths[paper] = (lengths[paper] ?? 0) + frequencyOf(uses, term);
    }
    return packed(uses);
  });
  const usualTitles = {
    words: shareOf(titles, documents, (term) => !numbers.pairs[term]),
    pairs: shareOf(titles, documents, (term) => numbers.pairs[term] !== undefined),
  };
  return { texts: found, lengths, pairs: numbers.pairs, documents, titles, usualTitles };
}

/** The text that places of terms are counted in. */
export function joinedText({ title, abstract }: PaperText): string {
  return `${title}\n${abstract}`;
}

interface TermUse {
  frequency: number;
  inTitle: boolean;
  start: number;
  end: number;
}

interface TermNumbers {
  readonly word: (word: string) => number;
  readonly pair: (first: number, second: number) => number;
  readonly pairs: ([number, number] | undefined)[];
}

/** More terms than these would not fit in pairs into a whole number. */
const MOST_TERMS = 2 ** 26;

/** Gives terms their numbers, in the order in which texts have them. */
function termNumbers(language: string): TermNumbers {
  const stem = remembered(stemOf(language));
  const pairs: ([number, number] | undefined)[] = [];
  const words = new Map<string, number>();
  const knownPairs = new Map<number, number>();
  const numberIn = <Key>(known: Map<Key, number>, key: Key, pair?: [number, number]): number => {
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, pairs.length);
    return pairs.push(pair) - 1;
  };
  return {
    word: (word) => numberIn(words, stem(word)),
    pair: (first, second) => numberIn(knownPairs, first * MOST_TERMS + second, [first, second]),
    pairs,
  };
}

/** What may stand between the words of a pair: in Chinese and Japanese, nothing. */
const JOINED = /^[ \-‐‑]*$/;
/** A letter alone is a symbol, where it is not a word of Chinese or Japanese. */
const SYMBOL = /^[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

function usesIn(text: PaperText, numbers: TermNumbers): ReadonlyMap<number, TermUse> {
  const uses = new Map<number, TermUse>();
  const joined = joinedText(text);
  const add = (term: number, start: number, end: number): void => {
    const inTitle = start < text.title.length;
    const count = inTitle ? TITLE_COUNTS : 1;
    const known = uses.get(term);
    if (!known) {
      uses.set(term, { frequency: count, inTitle, start, end });
      return;
    }
    known.frequency += count;
    if (isCapital(joined, known.start) && !isCapital(joined, start))
      Object.assign(known, { start, end });
  };
  let before: { term: number; start: number; end: number } | undefined;
  for (const { word, start, end } of textWords(joined)) {
    const isTerm =
      !isStopWord(word) && !isAcademicWord(word) && !SYMBOL.test(word) && !/^\p{N}+$/u.test(word);
    const term = isTerm ? numbers.word(word) : -1;
    if (isTerm) add(term, start, end);
    if (isTerm && before && JOINED.test(joined.slice(before.end, start)))
      add(numbers.pair(before.term, term), before.start, end);
    before = isTerm ? { term, start, end } : undefined;
  }
  return uses;
}

function isCapital(text: string, place: number): boolean {
  return /^\p{Lu}/u.test(text.charAt(place));
}

/** The sum of some of the parts, over that of the same wholes; 0 of nothing. */
function shareOf(
  parts: readonly number[],
  wholes: readonly number[],
  isCounted: (term: number) => boolean,
): number {
  let [part, whole] = [0, 0];
  for (const [term, each] of wholes.entries())
    if (isCounted(term)) {
      part += parts[term] ?? 0;
      whole += each;
    }
  return part / Math.max(whole, 1);
}

function frequencyOf(uses: ReadonlyMap<number, TermUse>, term: number): number {
  return uses.get(term)?.frequency ?? 0;
}

function packed(uses: ReadonlyMap<number, TermUse>): TermsOfText {
  const all = [...uses.values()];
  return {
    terms: Int32Array.from(uses.keys()),
    frequencies: Uint16Array.from(all, ({ frequency }) => Math.min(frequency, 0xffff)),
    starts: Int32Array.from(all, ({ start }) => start),
    ends: Int32Array.from(all, ({ end }) => end),
  };
}
