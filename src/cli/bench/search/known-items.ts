import { between, oneOf, type Random, seededRandom, shuffled } from '../random.ts';
import { type Acronym, definedAcronyms, formKey } from './acronyms.ts';
import type { BenchDocument } from './subject.ts';
import { FOREIGN_WORDS, isContentWord, termsOf, wordsOf } from './words.ts';

/** A query made of a paper, and the papers that would be right: all of the same title. */
export interface KnownItem {
  readonly query: string;
  readonly expected: ReadonlySet<string>;
}

/** Queries that know their paper in the same way. */
export interface KnownItemGroup {
  readonly kind: string;
  readonly items: readonly KnownItem[];
}

/**
 * Queries as of readers who look for a paper they have seen, made of the papers themselves: by group, of the
 * first papers of a random order that are fit for it, the same words in every group where that can be. Pure:
 * the same arguments give the same queries.
 *
 * @param sample the most queries of a group.
 */
export function knownItems(
  documents: readonly BenchDocument[],
  sample: number,
  seed = 1,
): readonly KnownItemGroup[] {
  const survey = surveyOf(documents);
  const order = shuffled(seededRandom(seed), documents);
  return KINDS.map(([kind, makeQuery], number) => {
    const items: KnownItem[] = [];
    for (const [position, { title, abstract }] of order.entries()) {
      if (items.length >= sample) break;
      const random = seededRandom(seed + position);
      const three = someOf(random, distinct(wordsOf(title).filter(isContentWord)), 3);
      const own = seededRandom((seed + position) * KINDS.length + number);
      const query = makeQuery({ title, abstract, three, random: own }, survey);
      const expected = survey.byTitle.get(titleKey(title));
      if (query !== undefined && expected) items.push({ query, expected });
    }
    return { kind, items };
  });
}

interface Source {
  readonly title: string;
  readonly abstract: string;
  /** Three content words of the title, or fewer if it has no more. */
  readonly three: readonly string[];
  readonly random: Random;
}

/** What all papers together hold. */
interface Survey {
  readonly byTitle: ReadonlyMap<string, ReadonlySet<string>>;
  /** In how many papers a term is. */
  readonly frequency: ReadonlyMap<string, number>;
  readonly foreign: readonly string[];
  readonly acronyms: readonly Acronym[];
  /** The acronym that most papers define for a long form. */
  readonly byForm: ReadonlyMap<string, Acronym>;
}

/** Makes a query of a paper; nothing when it is not fit for that. */
type MakeQuery = (source: Source, survey: Survey) => string | undefined;

const LEAST_PREFIX = 3;
const RARE_WORDS = 4;
const QUOTED_WORDS = 4;
const LONGEST_FORM = 8;

const KINDS: readonly (readonly [kind: string, makeQuery: MakeQuery])[] = [
  ['full title', ({ title }) => (title === '' ? undefined : title)],
  ['three title words', ({ three }) => threeWords(three)],
  ['four rare words', rareWords],
  ['typo', withTypo],
  ['foreign word added', withForeignWord],
  ['last word cut', withLastWordCut],
  ['hyphen as space', hyphenAsSpace],
  ['four words quoted', quoted],
  ['acronym for long form', acronymForLongForm],
  ['long form for acronym', longFormForAcronym],
];

function surveyOf(documents: readonly BenchDocument[]): Survey {
  const byTitle = new Map<string, Set<string>>();
  const frequency = new Map<string, number>();
  for (const { id, title, abstract } of documents) {
    byTitle.set(titleKey(title), (byTitle.get(titleKey(title)) ?? new Set()).add(id));
    for (const term of new Set(termsOf(`${title} ${abstract}`)))
      frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const acronyms = definedAcronyms(documents);
  return {
    byTitle,
    frequency,
    foreign: FOREIGN_WORDS.filter((word) => !frequency.has(word.toLowerCase())),
    acronyms,
    // The last entry of a key stays.
    byForm: new Map(acronyms.toReversed().map((acronym) => [formKey(acronym.long), acronym])),
  };
}

function titleKey(title: string): string {
  return title.toLowerCase().replace(/\s+/g, ' ').trim();
}

function threeWords(three: readonly string[]): string | undefined {
  return three.length < 3 ? undefined : three.join(' ');
}

function rareWords({ abstract }: Source, { frequency }: Survey): string | undefined {
  const words = distinct(wordsOf(abstract).filter(isContentWord));
  if (words.length < RARE_WORDS) return undefined;
  const count = (word: string): number => frequency.get(word.toLowerCase()) ?? 0;
  const rarest = new Set(words.toSorted((a, b) => count(a) - count(b)).slice(0, RARE_WORDS));
  return words.filter((word) => rarest.has(word)).join(' ');
}

function withTypo({ three, random }: Source, { frequency }: Survey): string | undefined {
  if (three.length < 3) return undefined;
  const longest = three.reduce((best, word) => (word.length > best.length ? word : best), '');
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const wrong = mistyped(random, longest);
    // Other words that papers hold are no typos to any engine.
    if (!frequency.has(wrong.toLowerCase()))
      return threeWords(three.map((word) => (word === longest ? wrong : word)));
  }
  return undefined;
}

/** A word with one letter wrong, missing or too many, or two exchanged; in half of the cases not the first. */
function mistyped(random: Random, word: string): string {
  const letters = [...word];
  const place = between(random, random() < 0.5 ? 1 : 0, letters.length - 1);
  const letter = oneOf(random, [...'abcdefghijklmnopqrstuvwxyz']);
  const [here = '', next = ''] = letters.slice(place);
  const [cut, put] = oneOf(random, [
    [1, letter],
    [1, ''],
    [0, letter],
    [2, next + here],
  ] as const);
  return [...letters.slice(0, place), put, ...letters.slice(place + cut)].join('');
}

function withForeignWord({ three, random }: Source, { foreign }: Survey): string | undefined {
  if (three.length < 3 || foreign.length === 0) return undefined;
  return three.toSpliced(between(random, 0, 3), 0, oneOf(random, foreign)).join(' ');
}

function withLastWordCut({ three, random }: Source): string | undefined {
  const letters = [...(three.at(-1) ?? '')];
  if (letters.length <= LEAST_PREFIX) return undefined;
  const prefix = letters.slice(0, between(random, LEAST_PREFIX, letters.length - 1)).join('');
  return threeWords([...three.slice(0, -1), prefix]);
}

function hyphenAsSpace({ title, random }: Source): string | undefined {
  const words = wordsOf(title);
  const places = words.flatMap((word, index) =>
    /^[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+$/u.test(word) ? [index] : [],
  );
  if (places.length === 0) return undefined;
  const place = oneOf(random, places);
  const middle = spaced(words[place] ?? '');
  return amid(random, words.slice(0, place), middle, words.slice(place + 1), [2, 2]);
}

function quoted({ title, random }: Source): string | undefined {
  const words = wordsOf(title.replaceAll('"', ''));
  if (words.length < QUOTED_WORDS) return undefined;
  const start = between(random, 0, words.length - QUOTED_WORDS);
  const phrase = words.slice(start, start + QUOTED_WORDS).join(' ');
  return `"${random() < 0.5 ? spaced(phrase) : phrase}"`;
}

function acronymForLongForm({ title, random }: Source, { byForm }: Survey): string | undefined {
  const parts = partsOf(title);
  const terms = parts.map((part) => part.toLowerCase());
  for (let length = LONGEST_FORM; length > 1; length -= 1)
    for (let start = 0; start + length <= terms.length; start += 1) {
      const short = byForm.get(formKey(terms.slice(start, start + length)))?.short;
      if (short === undefined) continue;
      if (terms.some((term) => term.replace(/s$/, '') === short.toLowerCase())) return undefined;
      return amid(random, parts.slice(0, start), short, parts.slice(start + length), [2, 3]);
    }
  return undefined;
}

function longFormForAcronym(source: Source, { acronyms }: Survey): string | undefined {
  const { title, abstract, random } = source;
  const parts = partsOf(title);
  const holds = (text: string, form: string): boolean => termsOf(text).join(' ').includes(form);
  for (const [place, part] of parts.entries()) {
    if (!/^[A-Z].*[A-Z0-9]s?$/.test(part)) continue;
    const meanings = acronyms.filter(({ short }) => short === part.replace(/s$/, ''));
    const form = (
      meanings.find(({ long }) => holds(abstract, formKey(long))) ??
      (meanings.length === 1 ? meanings[0] : undefined)
    )?.long;
    if (form === undefined || holds(title, formKey(form))) continue;
    return amid(random, parts.slice(0, place), form.join(' '), parts.slice(place + 1), [2, 3]);
  }
  return undefined;
}

function partsOf(title: string): readonly string[] {
  return title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function spaced(text: string): string {
  return text.replace(/[-‐‑]/g, ' ');
}

/** `middle` with content words of what stands around it, in their order; nothing if there are too few. */
function amid(
  random: Random,
  before: readonly string[],
  middle: string,
  after: readonly string[],
  [least, most]: readonly [number, number],
): string | undefined {
  const taken = new Set(termsOf(middle));
  const around = distinct([...before, ...after]).filter(
    (word) => isContentWord(word) && !taken.has(word.toLowerCase()),
  );
  if (around.length < least) return undefined;
  const chosen = someOf(random, around, most);
  const first = chosen.filter((word) => before.includes(word));
  return [...first, middle, ...chosen.slice(first.length)].join(' ');
}

/** Some items at random, in their order: `count` of them, or all where there are no more. */
function someOf<T>(random: Random, items: readonly T[], count: number): readonly T[] {
  const left = [...items];
  while (left.length > count) left.splice(between(random, 0, left.length - 1), 1);
  return left;
}

/** Words without repeats, whatever their case. */
function distinct(words: readonly string[]): readonly string[] {
  const lower = words.map((word) => word.toLowerCase());
  return words.filter((_, index) => lower.indexOf(lower[index] ?? '') === index);
}
