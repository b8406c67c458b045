import type { PaperTable, SearchEngine } from './engine.ts';
import { papersWithPhrase } from './postings.ts';
import type { Condition } from './query.ts';
import { familyOf } from './terms.ts';

/** Whether a paper, by its number, meets a condition. */
export type Test = (paper: number) => boolean;

/** Looks up what a condition asks for. */
export async function testOf(condition: Condition, engine: SearchEngine): Promise<Test> {
  const test = await positiveTest(condition, engine);
  return condition.negative ? (paper) => !test(paper) : test;
}

async function positiveTest(condition: Condition, engine: SearchEngine): Promise<Test> {
  const { table } = engine;
  if (condition.kind === 'words') {
    const papers = await papersWithWords(condition, engine);
    return (paper) => papers.has(paper);
  }
  if (condition.kind === 'seen') return (paper) => (table.seen[paper] ?? 0) >= condition.least;
  if (condition.kind === 'date') return dateTest(condition, table);
  const linking = new Set(table.links[condition.link]);
  return (paper) => linking.has(paper);
}

async function papersWithWords(
  { words, exact, field }: Condition & { kind: 'words' },
  engine: SearchEngine,
): Promise<ReadonlySet<number>> {
  const lists = await Promise.all(
    words.map(async (word) => {
      const postings = exact || words.length > 1 ? await engine.word(word) : undefined;
      if (postings !== undefined) return [postings];
      if (exact || words.length > 1) return [];
      return (await familyOf(word, engine)).map((form) => form.postings);
    }),
  );
  return papersWithPhrase(lists, field);
}

/** A year or month stands for all its days: `2025-03-11` is from `2025-03` to `2025`. */
function dateTest({ from = '', to }: Condition & { kind: 'date' }, table: PaperTable): Test {
  const isIn = table.dates.map(
    (date) => date >= from && (to === undefined || date.slice(0, to.length) <= to),
  );
  return (paper) => table.listed[paper]?.some((date) => isIn[date]) ?? false;
}
