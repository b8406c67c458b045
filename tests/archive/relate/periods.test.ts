import { describe, expect, test } from 'vitest';

import { periodsOf, timelineOf } from '../../../src/archive/relate/periods.ts';
import type { IsoDate } from '../../../src/digest/types.ts';

const dates = (...texts: readonly string[]): readonly IsoDate[] => texts as readonly IsoDate[];

describe('the periods of an archive', () => {
  test('are its months, oldest first', () => {
    const found = periodsOf(dates('2025-03-11', '2024-12-31', '2025-03-01'));
    expect(found.all).toEqual(['2024-12', '2025-03']);
  });

  test('are its dates when all of them are in one month', () => {
    expect(periodsOf(dates('2025-03-14', '2025-03-11')).all).toEqual(['2025-03-11', '2025-03-14']);
  });

  test('are none without papers', () => {
    expect(periodsOf([]).all).toEqual([]);
  });
});

test('a timeline has every period, with the papers of the topic and of the archive', () => {
  const archive = dates('2025-01-01', '2025-01-02', '2025-02-01', '2025-03-01');
  const timeline = timelineOf(dates('2025-01-02', '2025-03-01'), archive, periodsOf(archive));
  expect(timeline).toEqual([
    { period: '2025-01', papers: 1, of: 2 },
    { period: '2025-02', papers: 0, of: 1 },
    { period: '2025-03', papers: 1, of: 1 },
  ]);
});
