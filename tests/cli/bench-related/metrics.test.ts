import { describe, expect, test } from 'vitest';

import {
  averagePrecision,
  meanQuality,
  rankingQuality,
  relevantGrade,
  relevantRanks,
  rPrecision,
} from '../../../src/cli/bench/related/metrics.ts';

const judged = new Map([
  ['same', 3],
  ['near', 2],
  ['touched', 1],
  ['apart', 0],
]);

describe('what is relevant', () => {
  test('is a grade of 2 where grades go to 3', () => {
    expect(relevantGrade([new Map([['a', 1]]), judged])).toBe(2);
  });

  test('is a grade of 1 where they do not', () => {
    expect(relevantGrade([new Map([['a', 2]]), new Map([['b', 0]])])).toBe(1);
  });

  test('has its ranks, and counts where it is not found', () => {
    const found = ['apart', 'near', 'touched', 'other'];
    expect(relevantRanks({ found, judged }, 2)).toEqual({ found: [2], wanted: 2 });
    expect(relevantRanks({ found, judged }, 1)).toEqual({ found: [2, 3], wanted: 3 });
  });
});

describe('the quality of a ranking', () => {
  test('is the mean precision at the relevant ranks, 0 for what is missing', () => {
    expect(averagePrecision({ found: [1, 4], wanted: 3 })).toBeCloseTo((1 + 2 / 4) / 3, 12);
    expect(averagePrecision({ found: [], wanted: 0 })).toBe(0);
  });

  test('is the precision among as many as are relevant', () => {
    expect(rPrecision({ found: [1, 3, 4], wanted: 3 })).toBeCloseTo(2 / 3, 12);
    expect(rPrecision({ found: [], wanted: 0 })).toBe(0);
  });

  test('looks at twenty papers for nDCG, with all grades', () => {
    const others = Array.from({ length: 20 }, (_, index) => `other-${String(index)}`);
    const ideal = 7 + 3 / Math.log2(3) + 1 / 2;
    const twentieth = [...others.slice(1), 'touched'];
    expect(rankingQuality({ found: twentieth, judged }, 2).ndcg).toBeCloseTo(
      1 / Math.log2(21) / ideal,
      12,
    );
    expect(rankingQuality({ found: [...others, 'same'], judged }, 2).ndcg).toBe(0);
  });

  test('tells where the first relevant paper is', () => {
    const second = rankingQuality({ found: ['touched', 'near'], judged }, 2);
    expect(second).toMatchObject({ reciprocalRank: 1 / 2, first: 0, firstTen: 1 });
    const none = rankingQuality({ found: ['touched'], judged }, 2);
    expect(none).toMatchObject({ reciprocalRank: 0, first: 0, firstTen: 0 });
  });

  test('is a mean over all papers asked for', () => {
    const best = rankingQuality({ found: ['same', 'near', 'touched'], judged }, 2);
    const worst = rankingQuality({ found: [], judged }, 2);
    expect(meanQuality([best, worst])).toEqual({
      ndcg: 0.5,
      averagePrecision: 0.5,
      rPrecision: 0.5,
      reciprocalRank: 0.5,
      first: 0.5,
      firstTen: 0.5,
    });
  });
});
