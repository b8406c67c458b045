import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { rank, type Ranking } from '../../src/search/ranking.ts';
import { termsOf } from '../../src/search/terms.ts';
import { propertySeed } from '../property-seed.ts';
import { memoryEngine, type Invented } from './memory-engine.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 100 });

/** Ranks papers for words. */
async function ranking(
  text: string,
  papers: readonly Invented[],
  admits: (paper: number) => boolean = () => true,
): Promise<Ranking> {
  const engine = memoryEngine(papers);
  const terms = await termsOf(text.split(' '), engine, { typing: false, spelling: false });
  return rank(terms, engine.table, admits);
}

const others = (count: number, abstract: string): readonly Invented[] =>
  Array.from({ length: count }, () => ({ abstract }));

describe('a paper comes first', () => {
  test.each<[string, string, Invented, Invented]>([
    [
      'that has the word in its title',
      'gulls',
      { title: 'Gulls', abstract: 'sand' },
      { title: 'Sand', abstract: 'gulls' },
    ],
    [
      'that has it more often',
      'gulls',
      { abstract: 'gulls gulls sand' },
      { abstract: 'gulls sand sand' },
    ],
    ['that is shorter', 'gulls', { abstract: 'gulls' }, { abstract: 'gulls sand and more sand' }],
    ['that has the word itself', 'gulls', { abstract: 'gulls' }, { abstract: 'gull' }],
    [
      'that has more of the words',
      'gulls jars',
      { abstract: 'gulls jars' },
      { abstract: 'gulls gulls' },
    ],
    [
      'that has all of them in its title',
      'red jars',
      { title: 'Red jars', abstract: 'sand' },
      { title: 'Red sand', abstract: 'jars' },
    ],
    [
      'that names the author',
      'doe',
      { abstract: 'sand', authors: ['Jo Doe'] },
      { abstract: 'doe' },
    ],
    [
      'that has it in its text rather than in another form',
      'knn',
      { abstract: 'knn sand' },
      { abstract: 'k-nn sand' },
    ],
  ])('%s', async (_, text, first, second) => {
    expect((await ranking(text, [second, first])).papers).toEqual([1, 0]);
    expect((await ranking(text, [first, second])).papers).toEqual([0, 1]);
  });

  test('that has the rarer word', async () => {
    const papers = [{ abstract: 'tides' }, { abstract: 'gulls' }, ...others(5, 'gulls')];
    expect((await ranking('gulls tides', papers)).papers[0]).toBe(0);
  });

  test('that has the word which the query repeats', async () => {
    const papers = [{ abstract: 'gulls' }, { abstract: 'jars' }];
    expect((await ranking('gulls gulls jars', papers)).papers).toEqual([0, 1]);
    expect((await ranking('gulls jars jars', papers)).papers).toEqual([1, 0]);
  });

  test('that is later, of equals', async () => {
    expect((await ranking('gulls', others(4, 'gulls'))).papers).toEqual([3, 2, 1, 0]);
  });
});

test('papers without a word are not there', async () => {
  const papers = [{ abstract: 'gulls' }, { abstract: 'sand' }];
  expect((await ranking('gulls jars', papers)).papers).toEqual([0]);
  expect((await ranking('jars', papers)).papers).toEqual([]);
  expect((await ranking('jars', [])).papers).toEqual([]);
});

test('papers that are not admitted are not there', async () => {
  const { papers, full } = await ranking('gulls', others(4, 'gulls'), (paper) => paper % 2 === 0);
  expect(papers).toEqual([2, 0]);
  expect([...full].sort()).toEqual([0, 2]);
});

test('those with all words are known; words that no paper has do not count', async () => {
  const papers = [{ abstract: 'gulls jars' }, { abstract: 'gulls' }, { title: 'Jars of gulls' }];
  expect([...(await ranking('gulls jars', papers)).full].sort()).toEqual([0, 2]);
  expect([...(await ranking('gulls zzz', papers)).full].sort()).toEqual([0, 1, 2]);
});

test('of many papers none is lost or twice', async () => {
  const { papers } = await ranking('red jars', others(450, 'red jars'));
  expect(papers.toSorted((a, b) => a - b)).toEqual([...papers.keys()]);
  expect(papers).toHaveLength(450);
});

test('every paper with a word is there once, in the same order each time', async () => {
  const abstract = fc
    .array(fc.constantFrom('gulls', 'jars', 'red', 'sand', 'tide'), { maxLength: 6 })
    .map((words) => words.join(' '));
  await fc.assert(
    fc.asyncProperty(fc.array(abstract, { maxLength: 12 }), async (abstracts) => {
      const papers = abstracts.map((each) => ({ abstract: each }));
      const { papers: found, full } = await ranking('red jars', papers);
      const having = (words: RegExp): readonly number[] =>
        [...papers.keys()].filter((paper) => words.test(abstracts[paper] ?? ''));
      expect(found.toSorted((a, b) => a - b)).toEqual(having(/red|jars/));
      if (having(/red/).length > 0 && having(/jars/).length > 0)
        expect([...full].toSorted((a, b) => a - b)).toEqual(having(/red.*jars|jars.*red/));
      expect((await ranking('red jars', papers)).papers).toEqual(found);
    }),
  );
});
