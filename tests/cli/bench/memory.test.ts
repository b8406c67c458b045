import { expect, test } from 'vitest';

import { peakBetween } from '../../../src/cli/bench/memory.ts';

const SAMPLES = [
  { at: 0, memory: 5 },
  { at: 1, memory: 9 },
  { at: 2, memory: 7 },
  { at: 3, memory: 8 },
];

test.each([
  ['of the samples between two moments the largest counts', 2, 3, 8],
  ['a stage between two looks has what was seen before it', 2.2, 2.4, 7],
  ['one that ends between two looks does not have what came after it', 1.8, 2.9, 9],
])('%s', (_, start, end, peak) => {
  expect(peakBetween(SAMPLES, start, end)).toBe(peak);
});

test('without samples there is no peak', () => {
  expect(peakBetween([], 0, 1)).toBeUndefined();
});
