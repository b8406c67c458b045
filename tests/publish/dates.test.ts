import { describe, expect, test } from 'vitest';

import {
  dateHtml,
  longDate,
  monthName,
  partsOf,
  weekday,
  weeksOf,
} from '../../src/publish/dates.ts';
import { day } from '../helpers.ts';

describe('a date', () => {
  test.each([
    [day('2025-03-11'), '11 March 2025', 'Tuesday'],
    [day('2024-02-29'), '29 February 2024', 'Thursday'],
    [day('1999-01-01'), '1 January 1999', 'Friday'],
    [day('2025-12-28'), '28 December 2025', 'Sunday'],
    [day('2025-12-29'), '29 December 2025', 'Monday'],
  ])('%s is %s, a %s', (date, long, name) => {
    expect(longDate(date)).toBe(long);
    expect(weekday(date)).toBe(name);
  });

  test('is a time element in HTML', () => {
    expect(dateHtml(day('2025-03-11'))).toBe('<time datetime="2025-03-11">11 March 2025</time>');
  });

  test('has its parts, the month counted from 1', () => {
    expect(partsOf(day('2025-03-01'))).toEqual({ year: 2025, month: 3, day: 1 });
  });
});

describe('monthName', () => {
  test('counts from 1 and knows twelve', () => {
    expect(monthName(1)).toBe('January');
    expect(monthName(12)).toBe('December');
    expect(monthName(0)).toBe('');
    expect(monthName(13)).toBe('');
  });
});

describe('weeksOf', () => {
  test('a month of whole weeks', () => {
    expect(weeksOf(2021, 2)).toEqual([
      [1, 2, 3, 4, 5, 6, 7],
      [8, 9, 10, 11, 12, 13, 14],
      [15, 16, 17, 18, 19, 20, 21],
      [22, 23, 24, 25, 26, 27, 28],
    ]);
  });

  test('a month that starts on a Saturday', () => {
    expect(weeksOf(2025, 3)).toEqual([
      [0, 0, 0, 0, 0, 1, 2],
      [3, 4, 5, 6, 7, 8, 9],
      [10, 11, 12, 13, 14, 15, 16],
      [17, 18, 19, 20, 21, 22, 23],
      [24, 25, 26, 27, 28, 29, 30],
      [31, 0, 0, 0, 0, 0, 0],
    ]);
  });

  test('a month that starts on a Sunday', () => {
    expect(weeksOf(2025, 6)[0]).toEqual([0, 0, 0, 0, 0, 0, 1]);
  });

  test('every month of thirty years has its days once, each under its weekday', () => {
    for (let month = 0; month < 30 * 12; month += 1) {
      const [year, ofYear] = [1995 + Math.floor(month / 12), (month % 12) + 1];
      const weeks = weeksOf(year, ofYear);
      const days = weeks.flat().filter((date) => date > 0);
      const length = new Date(Date.UTC(year, ofYear, 0)).getUTCDate();
      expect(days).toEqual(Array.from({ length }, (_, index) => index + 1));
      for (const week of weeks)
        for (const [column, date] of week.entries())
          if (date > 0)
            expect(new Date(Date.UTC(year, ofYear - 1, date)).getUTCDay()).toBe((column + 1) % 7);
      expect(weeks.every((week) => week.length === 7 && week.some((date) => date > 0))).toBe(true);
    }
  });
});
