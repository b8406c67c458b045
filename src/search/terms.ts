import type { Postings, SearchEngine } from './engine.ts';
import { correctionsOf } from './spelling.ts';
import { familyPrefix, stemOf } from '../text/stems.ts';

/** A word of a query with what it is looked for as. */
export interface Term {
  /** As written, in the form it is searched by. */
  readonly word: string;
  /** Words that stand for it; none when the archive has nothing like it. */
  readonly forms: readonly Form[];
  /** How often it is in the query. */
  readonly count: number;
  /** What it was taken for, when the archive does not have it. */
  readonly correction?: string;
}

/** A word that stands for a term, and how well: 1 is the word itself. */
export interface Form {
  readonly postings: Postings;
  readonly weight: number;
}

/** How much the other forms of a word count, “networks” for “network”. */
const FAMILY_WEIGHT = 0.6;
/** How much the ends that a word may still get count, when it stands for itself, too. */
const COMPLETION_WEIGHT = 0.6;
/** And when it does not. */
const UNFINISHED_WEIGHT = 0.9;
/** How much a word counts that was taken for another. */
const CORRECTION_WEIGHT = 0.6;
/**
 * Kilobytes that may be read for the forms of a word besides the word, for each letter they start with: the more
 * letters, the more of what is read are such forms. It stands alone when they take more.
 */
const FAMILY_KILOBYTES = 10;
/** The same for the rest of a word, and how many words are taken of them. */
const COMPLETION_KILOBYTES = { typing: 30, typed: 120 };
const MOST_COMPLETIONS = 200;
/** How many completions are taken of the frequent words, when there is too much to read. */
const FREQUENT_COMPLETIONS = 2;
/** A word of fewer letters is looked for as it is: everything starts like that. */
const SHORTEST_START = 3;

export interface TermOptions {
  /** The last word may still get more letters. */
  readonly typing: boolean;
  /** Words that the archive does not have are taken for similar ones. */
  readonly spelling: boolean;
}

/** Words of one query that are corrected: a text in another language is no spelling mistake. */
const MOST_CORRECTED = 5;

/** Looks up the words of a query, each once, in their order; one that was meant as two is two terms. */
export async function termsOf(
  words: readonly string[],
  engine: SearchEngine,
  { typing, spelling }: TermOptions,
): Promise<readonly Term[]> {
  const last = words.at(-1);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const found = await Promise.all(
    Array.from(counts, async ([word, count]): Promise<Term> => {
      const family = await familyOf(word, engine);
      const completed =
        word === last ? await completionsOf(word, engine, family, typing ? 'typing' : 'typed') : [];
      return { word, count, forms: [...family, ...completed] };
    }),
  );
  if (!spelling) return found;
  const forms = found.flatMap((term) => term.forms);
  const unknown = found.filter((term) => term.forms.length === 0).slice(0, MOST_CORRECTED);
  const corrections = await Promise.all(
    unknown.map(async (term) => [term, await corrected(term, engine, forms)] as const),
  );
  const byTerm = new Map(corrections);
  return found.flatMap((term) => byTerm.get(term) ?? [term]);
}

/** The word itself and those with the same stem. */
export async function familyOf(word: string, engine: SearchEngine): Promise<readonly Form[]> {
  const stemmed = stemOf(engine.language);
  const stem = stemmed(word);
  const from = (prefix: string): Promise<readonly Postings[] | undefined> =>
    engine.wordsFrom(prefix, FAMILY_KILOBYTES * prefix.length);
  const near = (await from(familyPrefix(stem))) ?? (await from(stem));
  const exact = near === undefined ? await engine.word(word) : undefined;
  const lists = near ?? (exact === undefined ? [] : [exact]);
  return lists
    .filter((list) => list.word === word || stemmed(list.word) === stem)
    .map((postings) => ({ postings, weight: postings.word === word ? 1 : FAMILY_WEIGHT }));
}

/** The words that a word is the start of, but for its family; the most frequent ones. */
async function completionsOf(
  word: string,
  engine: SearchEngine,
  family: readonly Form[],
  state: keyof typeof COMPLETION_KILOBYTES,
): Promise<readonly Form[]> {
  if (word.length < SHORTEST_START) return [];
  const known = new Set(family.map(({ postings }) => postings.word));
  const weight = family.length === 0 ? UNFINISHED_WEIGHT : COMPLETION_WEIGHT;
  const near = await engine.wordsFrom(word, COMPLETION_KILOBYTES[state]);
  const lists =
    near ??
    (
      await Promise.all(
        engine.completions(word, FREQUENT_COMPLETIONS).map((completion) => engine.word(completion)),
      )
    ).filter((list) => list !== undefined);
  return lists
    .filter((list) => !known.has(list.word))
    .toSorted((a, b) => b.papers.length - a.papers.length)
    .slice(0, MOST_COMPLETIONS)
    .map((postings) => ({ postings, weight }));
}

/** Takes a word for the similar one, or for two words, that go best with the others of the query. */
async function corrected(
  term: Term,
  engine: SearchEngine,
  others: readonly Form[],
): Promise<readonly Term[]> {
  const candidates = correctionsOf(term.word, await engine.vocabulary());
  const together = new Set(others.flatMap(({ postings }) => Array.from(postings.papers)));
  let best: { terms: readonly Term[]; shared: number } | undefined;
  for (const words of candidates) {
    const correction = words.join(' ');
    const terms = await Promise.all(
      words.map(async (word) => ({
        ...term,
        correction,
        forms: weakened(await familyOf(word, engine)),
      })),
    );
    const papers = new Set(
      terms.flatMap(({ forms }) => forms.flatMap(({ postings }) => Array.from(postings.papers))),
    );
    const shared = [...papers].filter((paper) => together.has(paper)).length;
    if (best === undefined || shared > best.shared * CLEARLY_MORE) best = { terms, shared };
  }
  return best?.terms ?? [term];
}

/** The first correction is the most similar one; another has to go that much better with the rest. */
const CLEARLY_MORE = 4;

function weakened(forms: readonly Form[]): readonly Form[] {
  return forms.map(({ postings, weight }) => ({ postings, weight: weight * CORRECTION_WEIGHT }));
}
