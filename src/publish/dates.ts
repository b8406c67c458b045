import type { IsoDate } from '../digest/types.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** `2025-03-11` → `11 March 2025`. */
export function longDate(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  return `${String(day)} ${monthName(month)} ${String(year)}`;
}

/** A date as a `time` element of HTML. */
export function dateHtml(date: IsoDate): string {
  return `<time datetime="${date}">${longDate(date)}</time>`;
}

/** `2025-03-11` → `Tuesday`. */
export function weekday(date: IsoDate): string {
  return WEEKDAYS[new Date(date).getUTCDay()] ?? '';
}

/** Name of a month counted from 1. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** The year, month (from 1) and day of a date. */
export function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

/**
 * The weeks of a month, Monday first (ISO 8601): rows of seven days, 0 where the day is of another month.
 */
export function weeksOf(year: number, month: number): readonly (readonly number[])[] {
  const leading = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const rows = Math.ceil((leading + days) / 7);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 7 }, (__, column) => {
      const day = row * 7 + column - leading + 1;
      return day >= 1 && day <= days ? day : 0;
    }),
  );
}
