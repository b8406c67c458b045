import { expect, test } from 'vitest';

import { mapLayout, type Place } from '../../../src/archive/relate/layout.ts';
import type { Nearest } from '../../../src/archive/relate/types.ts';

/** Two groups of papers, each near all others of its own. */
const twoGroups = (size: number): readonly Nearest[] =>
  Array.from({ length: 2 * size }, (_, paper) =>
    Array.from({ length: size }, (__, other) => other + (paper < size ? 0 : size))
      .filter((other) => other !== paper)
      .map((other) => ({ paper: other, score: 0.8 })),
  );
const distance = (a?: Place, b?: Place): number =>
  Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));

test('related papers are nearer to each other than others', () => {
  const places = mapLayout(twoGroups(12));
  const mean = (pairs: readonly (readonly [number, number])[]): number =>
    pairs.reduce((sum, [a, b]) => sum + distance(places[a], places[b]), 0) / pairs.length;
  const numbers = [...Array(12).keys()];
  const inside = numbers.flatMap((a) => numbers.map((b) => [a, b] as const));
  const across = numbers.flatMap((a) => numbers.map((b) => [a, b + 12] as const));
  expect(mean(inside)).toBeLessThan(mean(across) / 2);
});

test('the same graph gives the same map', () => {
  expect(mapLayout(twoGroups(8))).toEqual(mapLayout(twoGroups(8)));
});

test.each([0, 1, 2, 7, 8, 9, 30])(
  '%i papers without any relation have places in the square',
  (papers) => {
    const places = mapLayout(Array.from({ length: papers }, () => []));
    expect(places).toHaveLength(papers);
    for (const { x, y } of places)
      for (const value of [x, y]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
  },
);
