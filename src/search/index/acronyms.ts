import type { Stem } from '../stems.ts';
import { textWords, wordsOf } from '../words.ts';

/** The acronyms of an archive: what they stand for, and what has one. */
export interface Acronyms {
  /** Acronym, lower case, singular → its long form, words joined by spaces. */
  readonly longForms: ReadonlyMap<string, string>;
  /** Stems of a long form, joined by spaces → acronyms. */
  readonly shortForms: ReadonlyMap<string, readonly string[]>;
}

/** An acronym stands for what this share of the papers that define it say. */
const AGREEMENT = 0.5;
const LONGEST_FORM = 8;

/**
 * Finds the acronyms that texts define, `long form (LF)` or `LF (long form)`, by the algorithm of
 * A. S. Schwartz and M. A. Hearst, “A simple algorithm for identifying abbreviation definitions in
 * biomedical text”, Pacific Symposium on Biocomputing 2003, with every letter at the start of a word.
 *
 * @param texts one per paper: a paper counts once for what it defines.
 */
export function acronymsIn(texts: readonly string[], stem: Stem): Acronyms {
  const definitions = new Map<string, Map<string, { count: number; words: string }>>();
  for (const text of texts) {
    const inText = new Map(
      definitionsIn(text).map((each) => [`${each.acronym} ${stemsOf(each.words, stem)}`, each]),
    );
    for (const { acronym, words } of inText.values()) {
      const key = stemsOf(words, stem);
      const forms = definitions.get(acronym) ?? new Map<string, { count: number; words: string }>();
      const known = forms.get(key);
      forms.set(key, { count: (known?.count ?? 0) + 1, words: known?.words ?? words });
      definitions.set(acronym, forms);
    }
  }
  return tableOf(definitions);
}

function tableOf(
  definitions: ReadonlyMap<string, ReadonlyMap<string, { count: number; words: string }>>,
): Acronyms {
  const longForms = new Map<string, string>();
  const shortForms = new Map<string, string[]>();
  for (const [acronym, forms] of definitions) {
    const total = [...forms.values()].reduce((sum, { count }) => sum + count, 0);
    for (const [key, { count, words }] of forms) {
      if (count / total < AGREEMENT) continue;
      if (!longForms.has(acronym)) longForms.set(acronym, words);
      shortForms.set(key, [...(shortForms.get(key) ?? []), acronym]);
    }
  }
  return { longForms, shortForms };
}

/**
 * What a paper names in one form only, in the other: long forms of its acronyms, acronyms of its long
 * forms. Each once.
 */
export function otherForms(
  text: string,
  { longForms, shortForms }: Acronyms,
  stem: Stem,
): readonly string[] {
  const stems = wordsOf(text).map(stem);
  const own = ` ${stems.join(' ')} `;
  const found = new Set<string>();
  for (const [written] of text.matchAll(ACRONYM)) {
    const longForm = longForms.get(acronymKey(written));
    if (longForm !== undefined && !own.includes(` ${stemsOf(longForm, stem)} `))
      found.add(longForm);
  }
  const words = new Set(stems);
  for (let start = 0; start < stems.length; start += 1)
    for (let length = 2; length <= LONGEST_FORM && start + length <= stems.length; length += 1)
      for (const acronym of shortForms.get(stems.slice(start, start + length).join(' ')) ?? [])
        if (!words.has(stem(acronym)) && !words.has(acronym)) found.add(acronym);
  return [...found];
}

/** Two to eight letters, most of them capitals, digits among them perhaps. */
const ACRONYM = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{Nd}-]{0,6}[\p{Lu}\p{Nd}]s?(?![\p{L}\p{N}])/gu;

function definitionsIn(text: string): readonly { acronym: string; words: string }[] {
  return Array.from(text.matchAll(/\(([^()]{2,80})\)/g)).flatMap((match) => {
    const [, inside = ''] = match;
    const before = text.slice(Math.max(0, match.index - 120), match.index);
    const acronym = /^[^,;]*/.exec(inside)?.[0].trim() ?? '';
    if (isAcronym(acronym)) return definition(acronym, wordsBefore(before));
    const last = /(\S+)\s*$/.exec(before)?.[1] ?? '';
    return isAcronym(last) ? definition(last, wordsOf(inside)) : [];
  });
}

function isAcronym(text: string): boolean {
  return new RegExp(`^${ACRONYM.source}$`, 'u').test(text);
}

/** The words before a parenthesis, back to the end of a sentence. */
function wordsBefore(text: string): readonly string[] {
  return wordsOf(/[^.;:!?()]*$/.exec(text)?.[0] ?? '');
}

/** The shortest run of words at the end whose first letters, some words left out, spell the acronym. */
function definition(
  written: string,
  words: readonly string[],
): { acronym: string; words: string }[] {
  const acronym = acronymKey(written);
  const letters = acronym.replace(/[^\p{L}]/gu, '');
  const most = Math.min(letters.length * 2, letters.length + 5, LONGEST_FORM, words.length);
  for (let length = 2; length <= most; length += 1) {
    const form = words.slice(words.length - length);
    if (form[0]?.startsWith(letters[0] ?? '-') && spells(form, letters))
      return [{ acronym, words: form.join(' ') }];
  }
  return [];
}

/** Whether the letters are, in order, first letters of words, none of more than two in a row left out. */
function spells(words: readonly string[], letters: string): boolean {
  const initials = words.map((word) => word[0] ?? '');
  let next = 0;
  for (const initial of initials) if (initial === letters[next]) next += 1;
  return next === letters.length && letters.length >= 2;
}

function acronymKey(written: string): string {
  return textWords(written.replace(/(?<=\p{Lu})s$/u, '').replaceAll('-', ''))
    .map(({ word }) => word)
    .join('');
}

function stemsOf(words: string, stem: Stem): string {
  return words.split(' ').map(stem).join(' ');
}
