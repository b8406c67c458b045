import fc from 'fast-check';
import { expect, test } from 'vitest';

import { GatheredOccurrences, type Occurrences } from '../../../src/search/index/occurrences.ts';

type Batch = readonly Occurrences[];
const occurrences = (word: string, ...at: readonly (readonly [number, number])[]): Occurrences => ({
  word,
  papers: Uint32Array.from(at, ([paper]) => paper),
  places: Uint32Array.from(at, ([, place]) => place),
});
function gathered(batches: readonly (readonly [first: number, Batch])[]): Batch {
  const all = new GatheredOccurrences();
  for (const [first, batch] of batches) for (const each of batch) all.add(each, first);
  return all.byWord();
}

test('papers of later batches follow those of earlier ones', () => {
  const first = [occurrences('jar', [0, 4], [1, 2])];
  const second = [occurrences('gull', [1, 0]), occurrences('jar', [0, 1], [0, 7])];
  expect(
    gathered([
      [0, first],
      [2, second],
    ]),
  ).toEqual([occurrences('gull', [3, 0]), occurrences('jar', [0, 4], [1, 2], [2, 1], [2, 7])]);
});

test('words are in the order of their UTF-16 units, whatever order they come in', () => {
  const words = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 3 }));
  fc.assert(
    fc.property(words, (all) => {
      const batch = all.map((word, index) => occurrences(word, [index, 0]));
      expect(gathered([[0, batch]]).map(({ word }) => word)).toEqual(all.toSorted());
    }),
  );
});

test('nothing gathered is no words', () => {
  expect(gathered([])).toEqual([]);
});
