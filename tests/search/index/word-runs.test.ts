import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Occurrences } from '../../../src/search/index/occurrences.ts';
import { sharedLetters, wordRuns } from '../../../src/search/index/word-runs.ts';

const occurrencesOf = (words: readonly string[]): readonly Occurrences[] =>
  words.map((word) => ({ word, papers: Uint32Array.of(0), places: Uint32Array.of(0) }));
/** Runs of words that weigh 1 each, or what they say after a colon. */
const runs = (words: string, target: number): readonly string[] =>
  wordRuns(
    occurrencesOf(words.split(' ')),
    ({ word }) => Number(word.split(':')[1] ?? 1),
    target,
  ).map((run) => run.words.map(({ word }) => word).join(' '));

test.each([
  ['all words, when they are few', 'a b c', 4, ['a b c']],
  ['words up to the target or so', 'a b c d e f g h', 3, ['a b', 'c d', 'e f g h']],
  ['a heavy word alone', 'a b:9 c', 3, ['a', 'b:9', 'c']],
  [
    'forms of a word together',
    'ab ac jar jars jarx ma mb mc md',
    4,
    ['ab ac', 'jar jars jarx', 'ma mb mc md'],
  ],
])('runs are %s', (_, words, target, expected) => {
  expect(runs(words, target)).toEqual(expected);
});

test('no words make no run', () => {
  expect(wordRuns([], () => 1, 3)).toEqual([]);
});

test('every word is in one run, in order, and runs are not much heavier than the target', () => {
  const words = fc
    .uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 }))
    .map((all) => all.sort());
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 20 }), (all, target) => {
      const weigh = ({ word }: Occurrences): number => word.length;
      const found = wordRuns(occurrencesOf(all), weigh, target);
      expect(found.flatMap((run) => run.words.map(({ word }) => word))).toEqual(all);
      for (const { first, words: run } of found) {
        expect(run.length).toBeGreaterThan(0);
        expect(run[0]?.word).toBe(all[first]);
        const weight = run.reduce((sum, each) => sum + weigh(each), 0);
        if (run.length > 1) expect(weight).toBeLessThanOrEqual(target * 1.5);
      }
    }),
  );
});

test('sharedLetters counts what two words start with', () => {
  expect(sharedLetters('jar', 'jars')).toBe(3);
  expect(sharedLetters('', 'jars')).toBe(0);
  expect(sharedLetters('jar', 'jar')).toBe(3);
});
