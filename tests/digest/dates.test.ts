import { afterEach, describe, expect, test, vi } from 'vitest';

import {
  isoDate,
  looksLikeDate,
  parseIsoDate,
  readableFileName,
  readDateLine,
  readFileName,
  settleDate,
} from '../../src/digest/dates.ts';
import type { DateLine } from '../../src/digest/types.ts';
import { blocksOf, places } from '../helpers.ts';

const lineOf = (text: string): DateLine | undefined => readDateLine({ text, line: 9, column: 2 });

describe('readDateLine', () => {
  test.each([
    'Mar 11',
    'mar 11',
    'March 11',
    'Mar. 11',
    'Mar 11th',
    '11 Mar',
    '11 March',
    '11th March',
    'Tue Mar 11',
    'Tuesday, March 11',
    'Tue, 11 March',
    '  Mar \t 11 ',
    'Date: Mar 11',
    'date: 11 March',
    'Date Tue, Mar 11',
  ])('%j is 11 March without a year', (text) => {
    expect(lineOf(text)).toEqual({ month: 3, day: 11, line: 9, column: 2 });
  });

  test.each([
    '2025-03-11',
    'Mar 11, 2025',
    'March 11 2025',
    '11 March 2025',
    'Tuesday, 11 March, 2025',
    'Tues. March 11th, 2025',
    'Date: 2025-03-11',
    '2025/3/11',
    '2025/03/11',
    '2025.3.11',
    '2025-3-11',
    '11. March 2025',
  ])('%j is 11 March 2025', (text) => {
    expect(lineOf(text)).toEqual({ year: 2025, month: 3, day: 11, line: 9, column: 2 });
  });

  test.each([
    ['Jan 1', 1],
    ['February 1', 2],
    ['Apr 1', 4],
    ['May 1', 5],
    ['June 1', 6],
    ['Jul 1', 7],
    ['Aug 1', 8],
    ['Sept 1', 9],
    ['Sep 1', 9],
    ['1 October', 10],
    ['1 Nov', 11],
    ['December 1', 12],
  ])('%j is in month %i', (text, month) => {
    expect(lineOf(text)).toMatchObject({ month, day: 1 });
  });

  test('a day that no calendar has is read, to be reported as a date', () => {
    expect(lineOf('Feb 30')).toMatchObject({ month: 2, day: 30 });
    expect(lineOf('2025-13-40')).toMatchObject({ month: 13, day: 40 });
  });

  test.each([
    'March',
    'Mar 111',
    'March 2025',
    'Marching 11',
    'Mar 11 was a Tuesday',
    'On Mar 11',
    'May 5 models agree?',
    '11',
    '2025',
    '11/3/2025',
    '2025/3-11',
    '2025 3 11',
    '20250311',
    'Dates: Mar 11',
    'Date: Date: Mar 11',
    `Mar${' '.repeat(80)}11`,
    '',
  ])('%j is no date line', (text) => {
    expect(lineOf(text)).toBeUndefined();
  });
});

describe('looksLikeDate', () => {
  test.each([
    '3/11',
    '11.3.',
    '3-11-2025',
    '11.03.25',
    '11 / 3 / 2025',
    '11 mars',
    '11 mars 2025',
    'le 11 mars 2025',
    '11. März 2025',
    'Dienstag, 11. März',
    '11 de marzo de 2025',
    '11 мар',
    'März 11',
    'Marhc 11th, 2025',
    'Tue. Mrz. 11 25',
    'Date: 3/11/2025',
    'DATE – 11 mars',
    'date:Mar 11',
    '3月11日',
    '2025年3月11日',
    '  3/11  ',
  ])('%j does', (text) => {
    expect(looksLikeDate(text)).toBe(true);
  });

  test.each([
    '',
    '11',
    '2025',
    '3/111',
    '3/11/2',
    '3/11/20255',
    'on 3/11',
    '3/11 and more',
    '3/11.2',
    'Jars on shelves 11',
    'We saw Mars 11 times',
    '11 jars on shelves',
    'A 11',
    '111 mars',
    'Mar 111',
    '月日',
    '3月11日 jars',
    'A jar of 3/11',
  ])('%j does not', (text) => {
    expect(looksLikeDate(text)).toBe(false);
  });
});

describe('readableFileName', () => {
  test.each([
    ['digests/20250311.txt', 'digests/2025-03-11.txt'],
    ['digests/2025_03_11.txt', 'digests/2025-03-11.txt'],
    ['digests/2025.3.11.txt', 'digests/2025-03-11.txt'],
    ['digests/2025 3 11.txt', 'digests/2025-03-11.txt'],
    ['digests/2025-3-1.txt', 'digests/2025-03-01.txt'],
    ['digests/2025-3-11 evening.txt', 'digests/2025-03-11-evening.txt'],
    ['digests/20250311-_ a b.TXT', 'digests/2025-03-11-a b.txt'],
    ['2025_3_11.txt', '2025-03-11.txt'],
    ['20240229.txt', '2024-02-29.txt'],
  ])('of %j is %j', (file, expected) => {
    expect(readableFileName(file)).toBe(expected);
  });

  test.each([
    ['reads as it is', 'digests/2025-03-11.txt'],
    ['reads as it is, with more', 'digests/2025-03-11 a.txt'],
    ['reads as a date that no calendar has', 'digests/2025-02-30.txt'],
    ['states no day that exists', 'digests/20250230.txt'],
    ['could be two dates', 'digests/2025111.txt'],
    ['has two signs', 'digests/2025-3_11.txt'],
    ['goes on with a digit', 'digests/202503111.txt'],
    ['goes on with a digit after signs', 'digests/2025-3-111.txt'],
    ['starts otherwise', 'digests/a-20250311.txt'],
    ['ends otherwise', 'digests/20250311.md'],
    ['has the year last', 'digests/11-03-2025.txt'],
    ['states the year only', 'digests/2025.txt'],
    ['has the date in its folder', '20250311/a.txt'],
  ])('is nothing when the name %s', (_, file) => {
    expect(readableFileName(file)).toBeUndefined();
  });
});

describe('readFileName', () => {
  test.each([
    ['digests/2025-03-11.txt', { year: 2025, month: 3, day: 11 }],
    ['digests/2025-03-11-evening.txt', { year: 2025, month: 3, day: 11 }],
    ['digests/2025-03-11 evening.txt', { year: 2025, month: 3, day: 11 }],
    ['2025-02-30.txt', { year: 2025, month: 2, day: 30 }],
    ['digests/2025-trending.txt', { year: 2025 }],
    ['digests/2025_a.txt', { year: 2025 }],
    ['digests/2025 a.txt', { year: 2025 }],
    ['digests/2025.txt', { year: 2025 }],
    ['digests/2025-03-111.txt', { year: 2025 }],
    ['digests/2025-3-1.txt', { year: 2025 }],
  ])('%j says %j', (file, expected) => {
    expect(readFileName(file)).toEqual(expected);
  });

  test.each([
    'digests/trending.txt',
    'digests/000_34f0.txt',
    'digests/20250311.txt',
    'digests/20251-a.txt',
    'digests/a-2025-03-11.txt',
    '2025/trending.txt',
  ])('%j says nothing', (file) => {
    expect(readFileName(file)).toBeUndefined();
  });
});

describe('settleDate', () => {
  const MAR_11 = { month: 3, day: 11, line: 9, column: 2 };
  const MAR_11_2024 = { ...MAR_11, year: 2024 };

  test.each([
    // file name, date line, default year → date
    ['2025-03-11.txt', undefined, undefined, '2025-03-11'],
    ['2025-03-11.txt', undefined, 2019, '2025-03-11'],
    ['2025-03-11.txt', MAR_11, 2019, '2025-03-11'],
    ['2025-trending.txt', MAR_11, undefined, '2025-03-11'],
    ['2025-trending.txt', MAR_11, 2019, '2025-03-11'],
    ['trending.txt', MAR_11_2024, undefined, '2024-03-11'],
    ['trending.txt', MAR_11_2024, 2019, '2024-03-11'],
    ['trending.txt', MAR_11, 2019, '2019-03-11'],
    ['2024-02-29.txt', undefined, undefined, '2024-02-29'],
    ['2024-a.txt', { ...MAR_11, month: 2, day: 29 }, undefined, '2024-02-29'],
    ['2000-02-29.txt', undefined, undefined, '2000-02-29'],
  ])('file %j with line %j and default %j is %s', (file, header, year, date) => {
    expect(settleDate(file, header, year)).toEqual({ date, problems: [] });
  });

  test.each([
    // a file name and a date line that disagree → the date used, and what is said
    ['2025-03-12.txt', MAR_11, '2025-03-11', 'says 11 Mar; the file name says 12 Mar 2025'],
    ['2025-04-11.txt', MAR_11, '2025-03-11', 'says 11 Mar; the file name says 11 Apr 2025'],
    ['2025-03-11.txt', MAR_11_2024, '2025-03-11', 'says 11 Mar 2024; the file name says 11 Mar 20'],
    ['2025-a.txt', MAR_11_2024, '2025-03-11', 'says 11 Mar 2024; the file name says 2025.'],
  ])('file %j with line %j is %s, with a warning', (file, header, date, said) => {
    const settled = settleDate(file, header, undefined);
    expect(settled.date).toBe(date);
    expect(settled.problems).toMatchObject([
      { code: 'date-disagrees', severity: 'warning', line: 9, column: 2 },
    ]);
    expect(settled.problems[0]?.message).toContain(said);
    expect(settled.problems[0]?.message).toContain(`published as ${date}`);
  });

  test.each([
    ['trending.txt', undefined, 2025, '1:1 date-missing'],
    ['2025-trending.txt', undefined, 2025, '1:1 date-missing'],
    ['trending.txt', MAR_11, undefined, '9:2 year-missing'],
    ['trending.txt', { ...MAR_11, month: 2, day: 30 }, 2025, '9:2 date-impossible'],
    ['trending.txt', { ...MAR_11, month: 2, day: 29 }, 2025, '9:2 date-impossible'],
    ['trending.txt', { ...MAR_11, month: 2, day: 29 }, 1900, '9:2 date-impossible'],
    ['2025-a.txt', { ...MAR_11, day: 0 }, undefined, '9:2 date-impossible'],
    ['2025-a.txt', { ...MAR_11, month: 13 }, undefined, '9:2 date-impossible'],
    ['2025-02-30.txt', undefined, undefined, '1:1 date-impossible'],
    ['2025-00-11.txt', undefined, undefined, '1:1 date-impossible'],
  ])('file %j with line %j and default %j is an error', (file, header, year, place) => {
    const settled = settleDate(file, header, year);
    expect(settled.date).toBeUndefined();
    expect(places(settled.problems)).toEqual([place]);
    expect(settled.problems[0]?.severity).toBe('error');
  });

  test.each([
    ['20250311.txt', undefined, undefined, '2025-03-11.txt'],
    ['digests/2025_3_11 a.txt', undefined, 2025, '2025-03-11-a.txt'],
    ['digests/20250311.txt', MAR_11, undefined, '2025-03-11.txt'],
    ['digests/2025-3-11.txt', undefined, undefined, '2025-03-11.txt'],
  ])('file %j with line %j and default %j would be read as %s', (file, header, year, name) => {
    const settled = settleDate(file, header, year);
    expect(settled.date).toBeUndefined();
    expect(settled.problems).toMatchObject([
      { code: 'file-name-unread', severity: 'error', file, line: 1, column: 1 },
    ]);
    expect(settled.problems[0]?.message).toContain(`in ${name}.`);
  });

  test.each([
    ['20250311.txt', MAR_11, 2025],
    ['2025-3-11.txt', MAR_11, undefined],
    ['20250311.txt', { ...MAR_11, year: 2025 }, undefined],
  ])('file %j counts as any other where line %j and default %j say it all', (file, line, year) => {
    expect(settleDate(file, line, year)).toEqual({ date: '2025-03-11', problems: [] });
  });

  describe('without a date', () => {
    const settle = (...texts: readonly string[]): ReturnType<typeof settleDate> =>
      settleDate('jars.txt', undefined, 2025, blocksOf(...texts));

    test('points at a line that seems to be one', () => {
      const { date, problems } = settle('new', 'Subscribe\n  3/11/2025 ', '11 mars');
      expect(date).toBeUndefined();
      expect(places(problems)).toEqual(['4:3 date-unreadable']);
      expect(problems[0]).toMatchObject({ file: 'jars.txt', severity: 'error' });
      expect(problems[0]?.message).toContain('“3/11/2025” seems to be the date');
    });

    test('looks for one in the first twelve blocks', () => {
      const titles = (count: number): readonly string[] => Array<string>(count).fill('Jars');
      expect(places(settle(...titles(11), '3/11').problems)).toEqual(['23:1 date-unreadable']);
      expect(places(settle(...titles(12), '3/11').problems)).toEqual(['1:1 date-missing']);
    });
  });

  test('an impossible date is named', () => {
    const impossible = settleDate('2025-13-01.txt', undefined, undefined);
    expect(impossible.problems[0]?.message).toContain('1 month 13 2025');
    const february = settleDate('2025-02-30.txt', undefined, undefined);
    expect(february.problems[0]?.message).toContain('30 Feb 2025');
  });

  describe('never asks the clock', () => {
    afterEach(() => {
      vi.useRealTimers();
    });

    test.each(['1999-12-31', '2025-03-11', '2100-01-01'])('at %s', (now) => {
      vi.useFakeTimers({ now: new Date(now) });
      expect(settleDate('trending.txt', MAR_11, undefined).date).toBeUndefined();
      expect(settleDate('trending.txt', MAR_11, 2025).date).toBe('2025-03-11');
    });
  });
});

describe('isoDate', () => {
  test.each([
    [2025, 1, 1, '2025-01-01'],
    [1000, 1, 1, '1000-01-01'],
    [9999, 12, 31, '9999-12-31'],
  ])('%i-%i-%i exists', (year, month, day, expected) => {
    expect(isoDate(year, month, day)).toBe(expected);
  });

  test.each([
    [2025, 2, 29],
    [2025, 4, 31],
    [2025, 0, 1],
    [2025, 1, 0],
    [2025, 1, 32],
    [999, 1, 1],
    [10_000, 1, 1],
    [Number.NaN, 1, 1],
  ])('%i-%i-%i does not', (year, month, day) => {
    expect(isoDate(year, month, day)).toBeUndefined();
  });
});

describe('parseIsoDate', () => {
  test('reads a day that exists', () => {
    expect(parseIsoDate('2025-03-11')).toBe('2025-03-11');
  });

  test.each(['2025-02-30', '2025-3-11', ' 2025-03-11', '2025-03-11\n', '2025/03/11', 'x', ''])(
    '%j is none',
    (text) => {
      expect(parseIsoDate(text)).toBeUndefined();
    },
  );
});
