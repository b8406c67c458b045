import { wordsOf } from '../text/words.ts';
import type { Field, PaperTable, Postings, SearchEngine, SearchTopic } from './engine.ts';
import { papersWithPhrase, papersWithWord } from './postings.ts';
import type { Condition } from './query.ts';
import { familyOf, type Term } from './terms.ts';

/** Whether a paper, by its number, meets a condition. */
export type Test = (paper: number) => boolean;

/**
 * Looks up what a condition asks for.
 *
 * @param terms of the same query: a word in a field may be mistyped or unfinished like any other.
 */
export async function testOf(
  condition: Condition,
  terms: readonly Term[],
  engine: SearchEngine,
): Promise<Test> {
  const test = await positiveTest(condition, terms, engine);
  return condition.negative ? (paper) => !test(paper) : test;
}

async function positiveTest(
  condition: Condition,
  terms: readonly Term[],
  engine: SearchEngine,
): Promise<Test> {
  const { table } = engine;
  if (condition.kind === 'words') {
    const papers = await papersWithWords(condition, terms, engine);
    return (paper) => papers.has(paper);
  }
  if (condition.kind === 'seen') return (paper) => (table.seen[paper] ?? 0) >= condition.least;
  if (condition.kind === 'date') return dateTest(condition, table);
  if (condition.kind === 'topic') {
    const topic = (await engine.topics()).find((each) => isNamed(each, condition.name));
    const about = new Set(topic?.papers);
    return (paper) => about.has(paper);
  }
  const linking = new Set(table.links[condition.link]);
  return (paper) => linking.has(paper);
}

/** By its slug, its name or its acronym; `name` is words joined by hyphens. */
function isNamed({ slug, name, acronym = '' }: SearchTopic, asked: string): boolean {
  return [slug, name, acronym].some((each) => wordsOf(each).join('-') === asked);
}

async function papersWithWords(
  { words, exact, open, negative, field }: Condition & { kind: 'words' },
  terms: readonly Term[],
  engine: SearchEngine,
): Promise<ReadonlySet<number>> {
  // Other names of things help to find papers; what is required has to be written there.
  const counts = (each: Field): boolean => (field === undefined ? each !== 'also' : each === field);
  const isLoose = words.length === 1 && !exact;
  const lists = await Promise.all(
    words.map(async (word, index): Promise<readonly (readonly Postings[])[]> => {
      if (!isLoose && !(open && index === words.length - 1)) {
        const postings = await engine.word(word);
        return [postings === undefined ? [] : [postings]];
      }
      // One word that was meant as two is two terms.
      const meant = negative ? [] : terms.filter((each) => each.word === word);
      const forms =
        meant.length > 0 ? meant.map((term) => term.forms) : [await familyOf(word, engine)];
      return forms.map((each) => each.map(({ postings }) => postings));
    }),
  );
  const alternatives = lists.flat();
  if (alternatives.length <= 1) return papersWithWord(alternatives.flat(), counts);
  if (alternatives.some((each) => each.length === 0)) return new Set();
  const places = alternatives.map(async (each) => {
    const found = await Promise.all(each.map(({ word }) => engine.places(word)));
    return found.filter((list) => list !== undefined);
  });
  return papersWithPhrase(await Promise.all(places), counts);
}

/** A year or month stands for all its days: `2025-03-11` is from `2025-03` to `2025`. */
function dateTest({ from = '', to }: Condition & { kind: 'date' }, table: PaperTable): Test {
  const isIn = table.dates.map(
    (date) => date >= from && (to === undefined || date.slice(0, to.length) <= to),
  );
  return (paper) => table.listed[paper]?.some((date) => isIn[date]) ?? false;
}
