import { expect, test } from 'vitest';

import { cosineScores } from '../../../src/cli/bench/related/cosine.ts';
import { measureRelated } from '../../../src/cli/bench/related/measure.ts';
import { SUBJECTS } from '../../../src/cli/bench/related/subject.ts';

const documents = ['gulls nest', 'gulls nest', 'gulls fly', 'tides', 'jars'].map(
  (abstract, index) => ({ id: String(index), title: '', abstract }),
);

test('the baseline is the cosine of tf · ln(N / df)', () => {
  const [gulls, nest, fly] = [Math.log(5 / 3), Math.log(5 / 2), Math.log(5)];
  const scores = cosineScores(documents)(0);
  expect(scores[1]).toBeCloseTo(1, 12);
  expect(scores[2]).toBeCloseTo(gulls ** 2 / Math.hypot(gulls, nest) / Math.hypot(gulls, fly), 12);
  expect([scores[3], scores[4]]).toEqual([0, 0]);
});

test.each(Object.values(SUBJECTS))(
  '$name ranks all papers, and the judged ones alone',
  (subject) => {
    const judged = new Map([
      ['2', 1],
      ['4', 0],
    ]);
    const queries = [{ id: '0', paper: 0, judged }];
    const { all, judged: among } = measureRelated(subject, { documents, queries });
    // After the paper itself, which is not ranked, comes its double, which nobody judged.
    expect(all).toMatchObject({ reciprocalRank: 1 / 2, rPrecision: 0, first: 0 });
    expect(among).toMatchObject({ reciprocalRank: 1, rPrecision: 1, ndcg: 1 });
  },
);

test('there is nothing to rank among papers that are all related', () => {
  const queries = [{ id: '0', paper: 0, judged: new Map([['2', 1]]) }];
  expect(measureRelated(SUBJECTS.tfidf, { documents, queries }).judged).toBeUndefined();
});
