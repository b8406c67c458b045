import { describe, expect, test } from 'vitest';

import { testOf } from '../../src/search/conditions.ts';
import { parseQuery } from '../../src/search/query.ts';
import { termsOf } from '../../src/search/terms.ts';
import { memoryEngine, type Invented } from './memory-engine.ts';

const PAPERS: readonly Invented[] = [
  { title: 'Red jars', abstract: 'Gulls on the shore.', authors: ['Jo Doe'], date: '2024-12-31' },
  { title: 'Tides', abstract: 'A red jar, and jars of the sea.', seen: 2, date: '2025-03-11' },
  {
    title: 'Jars red',
    abstract: '',
    authors: ['Karl Müller'],
    seen: 3,
    date: '2024-12-31 2025-03-12',
    links: ['code'],
  },
];
const ENGINE = memoryEngine(PAPERS);

async function meeting(text: string): Promise<readonly number[]> {
  const query = parseQuery(text);
  const terms = await termsOf(
    query.words.map(({ word }) => word),
    ENGINE,
    { typing: false, spelling: true },
  );
  const tests = await Promise.all(
    query.conditions.map((condition) => testOf(condition, terms, ENGINE)),
  );
  expect(tests).toHaveLength(1);
  return [...PAPERS.keys()].filter((paper) => tests[0]?.(paper));
}

describe('the papers that meet', () => {
  test.each<[string, number[], string]>([
    ['"red jars"', [0], 'words one after the other'],
    ['"red-jar"', [1], 'as they are written'],
    ['"jars of the sea"', [1], 'over stop words'],
    ['"jars gulls"', [], 'not over fields'],
    ['"gulls"', [0], 'one word, as it is written'],
    ['"gull"', [], 'but no other form of it'],
    ['"tides pots"', [], 'no word that no paper has'],
    ['title:jar', [0, 2], 'a word of the title, in any form'],
    ['title:red-jars', [0], 'words of the title'],
    ['title:"jars red"', [2], 'a phrase of the title'],
    ['title:gulls', [], 'not of the abstract'],
    ['author:doe', [0], 'an author'],
    ['author:muller', [2], 'without accents'],
    ['author:"Karl Müller"', [2], 'by the whole name'],
    ['author:red', [], 'no word of the title'],
    ['date:2024', [0, 2], 'any date of a year'],
    ['date:2025-03', [1, 2], 'of a month'],
    ['date:2025-03-11', [1], 'of a day'],
    ['date:2025-03-11..', [1, 2], 'from a day on'],
    ['date:..2024', [0, 2], 'up to a year'],
    ['date:..2024-12-30', [], 'up to a day'],
    ['date:2025-01..2025-03-11', [1], 'from a month to a day'],
    ['date:2025..2024', [0, 1, 2], 'from a year to one before, turned'],
    ['date:2025-03-12..2025-03-12', [2], 'from a day to itself'],
    ['date:1999', [], 'a year without papers'],
    ['seen:1', [0, 1, 2], 'one digest or more'],
    ['seen:2', [1, 2], 'two or more'],
    ['seen:4', [], 'more than any'],
    ['has:code', [2], 'a link'],
    ['has:video', [], 'a link that none has'],
  ])('%s are %j: %s', async (text, papers) => {
    expect(await meeting(text)).toEqual(papers);
    const others = [0, 1, 2].filter((paper) => !papers.includes(paper));
    expect(await meeting(`-${text}`)).toEqual(others);
  });

  test.each<[string, number[], string]>([
    ['title:jarz', [0, 2], 'a mistyped word of the title'],
    ['title:tid', [1], 'an unfinished one'],
    ['author:mull', [2], 'an unfinished name'],
    ['"on the sho', [0], 'a phrase with an unfinished word'],
    ['"red jar', [0, 1], 'with any form of it'],
    ['"red jarz', [0, 1], 'or a mistyped one'],
    ['"re jars', [], 'the last one only'],
    ['title:"red jar', [0], 'in a field'],
    ['"gul', [0], 'an unfinished word alone'],
    ['"red jarz"', [], 'but none in quotes that are closed'],
    ['-title:tid', [0, 1, 2], 'nor one that is to be left out'],
    ['-title:jarz', [0, 1, 2], 'however mistyped'],
    ['-"red ja', [0, 1, 2], 'or quoted'],
  ])('%s are %j: %s', async (text, papers) => {
    expect(await meeting(text)).toEqual(papers);
  });

  test('-jar are those without any form of it', async () => {
    expect(await meeting('-gull')).toEqual([1, 2]);
    expect(await meeting('-jar')).toEqual([]);
  });
});
