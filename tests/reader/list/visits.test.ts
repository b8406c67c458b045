import { describe, expect, test } from 'vitest';

import type { IsoDate } from '../../../src/digest/types.ts';
import { readVisits, visited, type Visits } from '../../../src/reader/list/visits.ts';

const MARCH = '2025-03-11' as IsoDate;
const APRIL = '2025-04-01' as IsoDate;

/** What is remembered after pages were open at minutes, each showing a newest date or none. */
function after(
  ...pages: readonly (readonly [minute: number, newest?: IsoDate])[]
): Visits | undefined {
  let visits: Visits | undefined;
  for (const [minute, newest] of pages)
    visits = visited(visits, new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(), newest);
  return visits;
}

describe('the visit before this one', () => {
  test('is none on a first visit', () => {
    expect(after([0, MARCH])?.before).toBeUndefined();
    expect(after([0, MARCH], [29, APRIL])?.before).toBeUndefined();
  });

  test('ended at the last page before half an hour without one', () => {
    const last = '2026-01-01T00:20:00.000Z';
    expect(after([0, MARCH], [20], [50, APRIL])?.before).toEqual({ last, newest: MARCH });
  });

  test('stays the same all through this one', () => {
    expect(after([0, MARCH], [60, APRIL], [70, APRIL])?.before?.newest).toBe(MARCH);
  });

  test('has the date that its last page showed, whatever the clock says of the date', () => {
    expect(after([0, MARCH], [10, APRIL], [60])?.before?.newest).toBe(APRIL);
  });

  test('has no date later than the newest that a page shows', () => {
    const later = { last: '2025-12-31T00:00:00.000Z', newest: '9999-12-31' as IsoDate };
    const now = '2026-01-01T00:00:00.000Z';
    const visits = visited({ ...later, before: later }, now, MARCH);
    expect(visits.newest).toBe(MARCH);
    expect(visits.before?.newest).toBe(MARCH);
  });

  test('is none as long as no page has shown a date', () => {
    expect(after([0], [60, MARCH])?.before).toBeUndefined();
  });

  test('is not moved by a clock that goes back', () => {
    expect(after([100, MARCH], [0, MARCH], [10])?.before).toBeUndefined();
  });
});

describe('what was stored', () => {
  test('is read as it was written', () => {
    const visits = after([0, MARCH], [60, APRIL]);
    expect(readVisits(JSON.stringify(visits))).toEqual(visits);
  });

  test.each([
    null,
    '',
    'null',
    '[]',
    '{"last":7}',
    '{"last":"2026-01-01","newest":"soon"}',
    '{"last":"2026-01-01","before":null}',
  ])('is nothing when it is %j', (text) => {
    expect(readVisits(text)).toBeUndefined();
  });
});
