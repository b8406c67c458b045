import { expect, test } from 'vitest';

import { importReport } from '../../../../../src/reader/list/page/import/report.ts';

const NOTHING = {
  added: 0,
  changed: 0,
  known: 0,
  unreadable: 0,
  left: 0,
  missed: 0,
  trouble: undefined,
  foreign: [],
  beyond: [],
} as const;

test('a report of an import has a line for each kind of thing that there is', () => {
  expect(importReport({ ...NOTHING, added: 1, changed: 2, known: 3 })).toEqual([
    '1 paper added, 2 changed, 3 as before.',
  ]);
  expect(
    importReport({ ...NOTHING, unreadable: 1, left: 2, foreign: ['Gulls'], beyond: ['Jars'] }),
  ).toEqual([
    '0 papers added, 0 changed, 0 as before.',
    '1 paper could not be read.',
    '2 papers left out: a file brings no more than 5,000.',
    'Not looked up, because there are too many: “Jars”',
    'Without an address of this archive, so not recognised: “Gulls”',
  ]);
});

test('a report says how many papers are not stored, and why', () => {
  expect(importReport({ ...NOTHING, added: 9, missed: 7, trouble: 'full' })[1]).toBe(
    'The storage of this browser is full: 7 papers not stored.',
  );
});

test('a report of very many papers stays short', () => {
  const foreign = Array.from({ length: 200_000 }, (_, index) => `Gulls ${String(index)}`);
  const lines = importReport({ ...NOTHING, foreign });
  expect(lines).toHaveLength(52);
  expect(lines.at(-1)).toBe('… and 199,950 more.');
});
