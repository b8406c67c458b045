import { describe, expect, test } from 'vitest';

import type { LinkKind } from '../../src/archive/types.ts';
import type { IsoDate } from '../../src/digest/types.ts';
import { digestsOf, marksAnywhere, marksOnDate } from '../../src/publish/marks.ts';

const listed = (...places: readonly string[]): { date: IsoDate; file: string }[] =>
  places.map((place) => {
    const [date = '', file = ''] = place.split(' ');
    return { date: date as IsoDate, file };
  });
const code: { kind: LinkKind }[] = [{ kind: 'demo' }, { kind: 'code' }];
const FIRST = '<time datetime="2025-03-11">11 March 2025</time>';

describe('on the page of a date a paper is marked', () => {
  const date = '2025-03-14' as IsoDate;
  const paper = { appearances: listed('2025-03-11 a'), links: [] };

  test('with the date it was first seen, unless that is this one', () => {
    const seen = { date, firstSeen: '2025-03-11' as IsoDate, digests: 1 };
    expect(marksOnDate(paper, seen, 1)).toEqual([`First seen ${FIRST}`]);
    expect(marksOnDate(paper, { ...seen, firstSeen: date }, 1)).toEqual([]);
  });

  test('with the digests it is in, if there are several', () => {
    expect(marksOnDate(paper, { date, firstSeen: date, digests: 2 }, 3)).toEqual([
      'In 2 of 3 digests',
    ]);
  });

  test('when it has code', () => {
    expect(
      marksOnDate({ ...paper, links: code }, { date, firstSeen: date, digests: 1 }, 1),
    ).toEqual(['With code']);
  });
});

test('elsewhere a paper is marked with its first date, its digests and its code', () => {
  const appearances = listed('2025-03-11 a', '2025-03-11 b', '2025-03-14 c');
  expect(marksAnywhere({ appearances, links: code })).toEqual([FIRST, 'In 3 digests', 'With code']);
});

test('a digest that lists a paper twice counts once', () => {
  expect(digestsOf({ appearances: listed('2025-03-11 a', '2025-03-11 a'), links: [] })).toBe(1);
});
