import { describe, expect, test } from 'vitest';

import {
  median,
  ndcg,
  quality,
  recall,
  reciprocalRank,
} from '../../../src/cli/bench/search/metrics.ts';

const judged = new Map([
  ['best', 2],
  ['good', 1],
  ['also', 1],
  ['bad', 0],
]);
const others = Array.from({ length: 10 }, (_, index) => `other-${String(index)}`);

describe('nDCG@10', () => {
  test('is the gain of what was found over the gain of all that is judged, at best', () => {
    // Gains 1, 0, 3 at ranks 1, 2, 3; at best 3, 1, 1. Discounts 1, log2 3, 2.
    const gained = 1 + 3 / 2;
    const ideal = 3 + 1 / Math.log2(3) + 1 / 2;
    expect(ndcg({ found: ['good', 'bad', 'best'], judged })).toBeCloseTo(gained / ideal, 12);
    expect(ndcg({ found: ['good', 'bad', 'best'], judged })).toBeCloseTo(0.60517, 4);
  });

  test('is 1 for the best order, whatever comes after it', () => {
    expect(ndcg({ found: ['best', 'also', 'good', 'bad'], judged })).toBe(1);
    expect(ndcg({ found: ['best', 'good', 'also', ...others], judged })).toBe(1);
  });

  test('looks at the first ten, and is 0 where nothing is relevant', () => {
    expect(ndcg({ found: [...others, 'best'], judged })).toBe(0);
    expect(ndcg({ found: [], judged })).toBe(0);
    expect(ndcg({ found: ['bad'], judged: new Map([['bad', 0]]) })).toBe(0);
  });

  test('an ideal has ten places, a negative grade no gain', () => {
    const all = new Map([...others, 'eleventh'].map((id) => [id, 1]));
    expect(ndcg({ found: others, judged: all })).toBe(1);
    expect(
      ndcg({
        found: ['spam', 'best'],
        judged: new Map([
          ['spam', -2],
          ['best', 1],
        ]),
      }),
    ).toBeCloseTo(1 / Math.log2(3), 12);
  });
});

describe('MRR@10', () => {
  test.each([
    [['good', 'best'], 1],
    [['bad', 'other', 'best'], 1 / 3],
    [[...others.slice(0, 9), 'also'], 1 / 10],
    [[...others, 'also'], 0],
    [['bad'], 0],
    [[], 0],
  ])('of %j is %d', (found, value) => {
    expect(reciprocalRank({ found, judged })).toBeCloseTo(value, 12);
  });
});

describe('recall@100', () => {
  test('counts the relevant documents among the first hundred', () => {
    const many = Array.from({ length: 98 }, (_, index) => `other-${String(index)}`);
    expect(recall({ found: ['bad', ...many, 'best', 'good'], judged })).toBeCloseTo(1 / 3, 12);
    expect(recall({ found: ['also', 'good', 'best'], judged })).toBe(1);
    expect(recall({ found: ['bad'], judged: new Map([['bad', 0]]) })).toBe(0);
  });
});

describe('over all queries', () => {
  test('those without a relevant document do not count', () => {
    const answers = [
      { found: ['best', 'good', 'also'], judged },
      { found: [], judged },
      { found: [], judged: new Map([['bad', 0]]) },
      { found: ['bad'], judged: new Map<string, number>() },
    ];
    expect(quality(answers)).toEqual({
      ndcg: 0.5,
      reciprocalRank: 0.5,
      recall: 0.5,
      nullRate: 0.5,
    });
  });

  test('of none, all is 0', () => {
    expect(quality([])).toEqual({ ndcg: 0, reciprocalRank: 0, recall: 0, nullRate: 0 });
  });

  test('the median is the middle one by size', () => {
    expect(median([10, 9, 100])).toBe(10);
    expect(median([4, 1, 3, 2])).toBe(3);
    expect(median([])).toBe(0);
  });
});
