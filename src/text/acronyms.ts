import type { Stem } from './stems.ts';
import { textWords, wordsOf } from './words.ts';

/** The acronyms of an archive: what they stand for, and what has one. */
export interface Acronyms {
  /** Acronym, lower case, singular → its long form, words joined by spaces. */
  readonly longForms: ReadonlyMap<string, string>;
  /** The first two stems of a long form, a space between them → what starts with them. */
  readonly shortForms: ReadonlyMap<string, readonly ShortForm[]>;
}

/** A long form, and the acronym for it. */
interface ShortForm {
  readonly stems: readonly string[];
  readonly acronym: string;
}

/** An acronym stands for what this share of the papers that define it say, unless asked otherwise. */
const AGREEMENT = 0.5;
const LONGEST_FORM = 8;

/** What one text says that an acronym stands for. */
export interface Definition {
  readonly acronym: string;
  /** Words joined by spaces. */
  readonly words: string;
  /** Their stems, joined by spaces: definitions with the same ones say the same. */
  readonly stems: string;
}

/** Acronyms that change with every definition that is learned. */
export interface GrowingAcronyms extends Acronyms {
  readonly learn: (definitions: readonly Definition[]) => void;
}

/**
 * Finds the acronyms that texts define, `long form (LF)` or `LF (long form)`, by the algorithm of
 * A. S. Schwartz and M. A. Hearst, “A simple algorithm for identifying abbreviation definitions in
 * biomedical text”, Pacific Symposium on Biocomputing 2003, where every word has to give its first letter.
 *
 * @param texts one per paper: a paper counts once for what it defines.
 * @param agreement the share of the papers that define an acronym which have to say the same.
 */
export function acronymsIn(texts: readonly string[], stem: Stem, agreement = AGREEMENT): Acronyms {
  const acronyms = growingAcronyms(agreement);
  acronyms.learn(texts.flatMap((text) => definitionsOf(text, stem)));
  return acronyms;
}

/** What a text defines, each once. */
export function definitionsOf(text: string, stem: Stem): readonly Definition[] {
  const found = definitionsIn(text).map(({ acronym, words }): Definition => {
    return { acronym, words, stems: stemsOf(words, stem) };
  });
  return [...new Map(found.map((each) => [`${each.acronym} ${each.stems}`, each])).values()];
}

/** Acronyms that know nothing yet. What they know depends on what they learned, not on how much of it at a time. */
export function growingAcronyms(agreement = AGREEMENT): GrowingAcronyms {
  const definitions = new Map<string, Map<string, CountedForm>>();
  const longForms = new Map<string, string>();
  const shortForms = new Map<string, readonly ShortForm[]>();
  return {
    longForms,
    shortForms,
    learn(learned) {
      for (const { acronym, words, stems } of learned) {
        const forms = definitions.get(acronym) ?? new Map<string, CountedForm>();
        const known = forms.get(stems);
        forms.set(stems, { count: (known?.count ?? 0) + 1, words: known?.words ?? words });
        definitions.set(acronym, forms);
      }
      for (const acronym of new Set(learned.map((each) => each.acronym)))
        settle(acronym, definitions.get(acronym) ?? new Map(), agreement, {
          longForms,
          shortForms,
        });
    },
  };
}

/** A long form as the first text wrote it, and how many define the acronym like that. */
interface CountedForm {
  readonly count: number;
  readonly words: string;
}

interface Tables {
  readonly longForms: Map<string, string>;
  readonly shortForms: Map<string, readonly ShortForm[]>;
}

/** Makes tables say of an acronym what most definitions say. */
function settle(
  acronym: string,
  forms: ReadonlyMap<string, CountedForm>,
  agreement: number,
  { longForms, shortForms }: Tables,
): void {
  const total = [...forms.values()].reduce((sum, { count }) => sum + count, 0);
  longForms.delete(acronym);
  for (const [key, { count, words }] of forms) {
    const stems = key.split(' ');
    const start = stems.slice(0, 2).join(' ');
    const others = (shortForms.get(start) ?? []).filter(
      (each) => each.acronym !== acronym || each.stems.join(' ') !== key,
    );
    const isAgreed = count / total >= agreement;
    if (isAgreed && !longForms.has(acronym)) longForms.set(acronym, words);
    shortForms.set(start, isAgreed ? [...others, { stems, acronym }].sort(byAcronym) : others);
  }
}

function byAcronym(a: ShortForm, b: ShortForm): number {
  const [first, second] = [a, b].map(({ acronym, stems }) => `${acronym} ${stems.join(' ')}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
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
  stems.forEach((first, start) => {
    for (const { stems: form, acronym } of shortForms.get(`${first} ${stems[start + 1] ?? ''}`) ??
      []) {
      const isHere = form.every((each, distance) => each === stems[start + distance]);
      if (isHere && !words.has(stem(acronym))) found.add(acronym);
    }
  });
  return [...found];
}

/** Two to eight letters, most of them capitals, digits among them perhaps. */
const ACRONYM = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{Nd}-]{0,6}[\p{Lu}\p{Nd}]s?(?![\p{L}\p{N}])/gu;

/** A whole word that may be an acronym. */
export const ACRONYM_WORD = new RegExp(`^${ACRONYM.source}$`, 'u');

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
  return ACRONYM_WORD.test(text);
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
  if (letters.length < 2) return [];
  const most = Math.min(letters.length * 2, letters.length + 5, LONGEST_FORM, words.length);
  for (let length = 2; length <= most; length += 1) {
    const form = words.slice(words.length - length);
    if (form[0]?.startsWith(letters[0] ?? '-') && spells(form, letters))
      return [{ acronym, words: form.join(' ') }];
  }
  return [];
}

/**
 * Whether every word gives its first letter to the acronym, and perhaps more of its letters after it
 * (variational autoencoder, VAE); short words need not (mean of squares, MS).
 */
function spells(words: readonly string[], letters: string): boolean {
  const [word, ...rest] = words;
  if (word === undefined) return letters === '';
  if (word.length <= MOST_SKIPPED && spells(rest, letters)) return true;
  return lettersIn(word, letters).some((taken) => spells(rest, letters.slice(taken)));
}

/** How many letters of the acronym a word may give: its first one, and further ones in their order. */
function lettersIn(word: string, letters: string): readonly number[] {
  const taken: number[] = [];
  let from = 0;
  for (let count = 1; count <= letters.length; count += 1) {
    const place = word.indexOf(letters[count - 1] ?? '', from);
    if (place === -1 || (count === 1 && place > 0)) break;
    taken.push(count);
    from = place + 1;
  }
  return taken;
}

/** Words of so many letters may give none to an acronym. */
const MOST_SKIPPED = 3;

/** The form an acronym is looked up by: lower case, singular, without hyphens. */
export function acronymKey(written: string): string {
  return textWords(written.replace(/(?<=\p{Lu})s$/u, '').replaceAll('-', ''))
    .map(({ word }) => word)
    .join('');
}

function stemsOf(words: string, stem: Stem): string {
  return words.split(' ').map(stem).join(' ');
}
