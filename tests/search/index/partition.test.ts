import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { IsoDate } from '../../../src/digest/types.ts';
import type { SearchDocument } from '../../../src/search/index/documents.ts';
import { partition } from '../../../src/search/index/partition.ts';
import { documentsOf } from '../memory-engine.ts';

/** Papers of dates in order, so many for each. */
function papersOf(
  ...dates: readonly (readonly [date: string, papers: number])[]
): readonly SearchDocument[] {
  return documentsOf(
    dates.flatMap(([date, papers]) => Array.from({ length: papers }, () => ({ date }))),
  );
}
const sizesOf = (parts: readonly (readonly unknown[])[]): readonly number[] =>
  parts.map(({ length }) => length);

describe('a part ends', () => {
  test.each([
    [
      'not before it is large enough',
      [
        ['2025-01-01', 9],
        ['2025-02-01', 1],
      ],
      [10],
    ],
    [
      'with its month',
      [
        ['2025-01-01', 10],
        ['2025-01-02', 1],
        ['2025-02-01', 1],
      ],
      [11, 1],
    ],
    [
      'not before the next month has begun',
      [
        ['2025-01-01', 10],
        ['2025-01-31', 1],
      ],
      [11],
    ],
    [
      'with its date, when a month is long',
      [
        ['2025-01-01', 12],
        ['2025-01-02', 1],
        ['2025-01-03', 1],
      ],
      [13, 1],
    ],
    [
      'not within a date',
      [
        ['2025-01-01', 99],
        ['2025-01-02', 1],
      ],
      [99, 1],
    ],
  ] as const)('%s', (_, dates, sizes) => {
    expect(sizesOf(partition(papersOf(...dates), [10]))).toEqual(sizes);
  });
});

test('as many small parts as make a larger one are one', () => {
  const days = Array.from({ length: 28 }, (_, day): readonly [string, number] => [
    `2025-${String(1 + day).padStart(2, '0')}-01`,
    5,
  ]);
  const sizes = (count: number): readonly number[] =>
    sizesOf(partition(papersOf(...days.slice(0, count)), [20, 10]));
  expect(sizes(4)).toEqual([10, 10]);
  expect(sizes(5)).toEqual([20, 5]);
  expect(sizes(8)).toEqual([20, 10, 10]);
});

test('no papers are in no part', () => {
  expect(partition([])).toEqual([]);
});

const ARCHIVE = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 28 })), {
    selector: ([month, day]) => 100 * month + day,
    maxLength: 40,
  })
  .map((days) =>
    days
      .map(([month, day]) => `2025-0${String(month)}-${String(day).padStart(2, '0')}` as IsoDate)
      .sort(),
  )
  .chain((dates) =>
    fc.tuple(...dates.map((date) => fc.tuple(fc.constant(date), fc.integer({ min: 1, max: 9 })))),
  );
const SIZES = [64, 32, 16, 8];

test('every paper is in one part, in order', () => {
  fc.assert(
    fc.property(ARCHIVE, (dates) => {
      const papers = papersOf(...dates);
      expect(partition(papers, SIZES).flat()).toEqual(papers);
    }),
  );
});

test('the last part is small, and newer dates leave most papers in parts of the largest size where they are', () => {
  fc.assert(
    fc.property(ARCHIVE, fc.nat(40), (dates, count) => {
      const [before, after] = [dates.slice(0, count), dates].map((each) =>
        sizesOf(partition(papersOf(...each), SIZES)),
      );
      expect(before?.at(-1) ?? 0).toBeLessThanOrEqual(8 * 1.25 + 9);
      const large = (before ?? []).filter((size) => size >= 64);
      expect(after?.slice(0, large.length)).toEqual(large);
    }),
  );
});
