import { acronymsIn, acronymKey, ACRONYM_WORD } from '../../text/acronyms.ts';
import { remembered, stemOf } from '../../text/stems.ts';
import { isStopWord } from '../../text/stop-words.ts';
import { searchForm, wordsOf, writtenWords } from '../../text/words.ts';
import type { PaperText } from './types.ts';

/** What stands between a word and the one before it. */
export const BREAK = 0;
export const SPACE = 1;
export const HYPHEN = 2;

/** The words of a text, each as a number, and what stands before each. */
export interface Tokens {
  /** Numbers of stems; those of acronyms are replaced by the stems of their long form. */
  readonly stems: Int32Array;
  readonly gaps: Uint8Array;
  /** Numbers of the written words; the stems of one acronym all have that of the acronym. */
  readonly written: Int32Array;
}

/** The words of an archive: each text as numbers, and what the numbers stand for. */
export interface TokenTable {
  readonly titles: readonly Tokens[];
  readonly abstracts: readonly Tokens[];
  /** By number of a stem. */
  readonly stems: readonly string[];
  /** By number of a stem: it is of words that say nothing of a subject, or a number. */
  readonly isEmpty: readonly boolean[];
  /** By number of a written word. */
  readonly written: readonly string[];
  /** Whether a written word has capitals that it keeps wherever it stands: Gaussian, LoRA. */
  readonly isProper: (word: string) => boolean;
  /** The number of a stem, for words that come from elsewhere; nothing for one that no text has. */
  readonly stemOf: (word: string) => number | undefined;
  /** The stems of a long form, joined by spaces → its acronym as most papers write it. */
  readonly acronyms: ReadonlyMap<string, string>;
}

/** Of the papers that define an acronym nearly all have to agree before it is read as its long form. */
const AGREEMENT = 0.8;

interface WrittenWord {
  readonly number: number;
  readonly stems: readonly number[];
}

/**
 * Reads all texts once, so that everything after it works with numbers.
 *
 * @param language of the papers, as a BCP 47 tag.
 */
export function tokenTable(texts: readonly PaperText[], language: string): TokenTable {
  const stem = remembered(stemOf(language));
  const whole = texts.map(({ title, abstract }) => `${title}. ${abstract}`);
  const { longForms } = acronymsIn(whole, stem, AGREEMENT);
  const stems: string[] = [];
  const isEmpty: boolean[] = [];
  const stemNumbers = new Map<string, number>();
  const written: string[] = [];
  const counts: number[] = [];
  const words = new Map<string, WrittenWord>();

  const stemNumber = (word: string): number => {
    const key = stem(word);
    const known = stemNumbers.get(key);
    if (known !== undefined) return known;
    stemNumbers.set(key, stems.length);
    isEmpty.push(isStopWord(word) || !/\p{L}/u.test(word));
    return stems.push(key) - 1;
  };
  const wordOf = (text: string): WrittenWord => {
    const known = words.get(text);
    if (known !== undefined) return known;
    const longForm = ACRONYM_WORD.test(text) ? longForms.get(acronymKey(text)) : undefined;
    const forms = longForm === undefined ? [searchForm(text)] : wordsOf(longForm);
    const word = {
      number: written.push(text) - 1,
      stems: forms.filter((form) => form !== '').map(stemNumber),
    };
    words.set(text, word);
    return word;
  };
  const read = (text: string): Tokens => {
    const found: number[] = [];
    const gaps: number[] = [];
    const writtenNumbers: number[] = [];
    let end = -1;
    for (const { 0: match, index } of writtenWords(text)) {
      const word = wordOf(match);
      const gap = gapBetween(text, end, index);
      counts[word.number] = (counts[word.number] ?? 0) + 1;
      word.stems.forEach((number, place) => {
        found.push(number);
        gaps.push(place === 0 ? gap : SPACE);
        writtenNumbers.push(word.number);
      });
      end = index + match.length;
    }
    return {
      stems: Int32Array.from(found),
      gaps: Uint8Array.from(gaps),
      written: Int32Array.from(writtenNumbers),
    };
  };

  const titles = texts.map(({ title }) => read(title));
  const abstracts = texts.map(({ abstract }) => read(abstract));
  const acronyms = acronymsByForm(words, counts, stems);
  return {
    titles,
    abstracts,
    stems,
    isEmpty,
    written,
    acronyms,
    isProper: (word) => {
      const countOf = (text: string): number => counts[words.get(text)?.number ?? -1] ?? 0;
      return word !== word.toLowerCase() && countOf(word) > countOf(word.toLowerCase());
    },
    stemOf: (word) => stemNumbers.get(stem(word)),
  };
}

function gapBetween(text: string, end: number, start: number): number {
  if (end < 0 || start - end !== 1) return BREAK;
  const sign = text.charAt(end);
  if (sign === ' ') return SPACE;
  return /[-‐‑]/.test(sign) ? HYPHEN : BREAK;
}

/** An acronym as it is written most, in whatever case: CoT, LoRA. */
function acronymsByForm(
  words: ReadonlyMap<string, WrittenWord>,
  counts: readonly number[],
  stems: readonly string[],
): ReadonlyMap<string, string> {
  const best = new Map<string, { written: string; count: number }>();
  for (const [text, { number }] of words) {
    if (!/\p{Lu}.*\p{Lu}/u.test(text)) continue;
    const written = text.replace(/(?<=\p{Lu})s$/u, '');
    const count = counts[number] ?? 0;
    const key = acronymKey(written);
    if (count > (best.get(key)?.count ?? 0)) best.set(key, { written, count });
  }
  const acronyms = new Map<string, { written: string; count: number }>();
  for (const [text, { stems: form }] of words) {
    const most = best.get(acronymKey(text));
    if (form.length < 2 || most === undefined) continue;
    const key = form.map((each) => stems[each]).join(' ');
    if (most.count > (acronyms.get(key)?.count ?? 0)) acronyms.set(key, most);
  }
  return new Map(Array.from(acronyms, ([form, { written }]) => [form, written]));
}
