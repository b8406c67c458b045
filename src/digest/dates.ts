import { splitLines } from './blocks.ts';
import { problem } from './problems.ts';
import type { Block, DateLine, IsoDate, Problem } from './types.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const YEAR = '(?:,? (\\d{4}))?';
const LABEL = '(?:date:? )?';

const MONTH_FIRST = new RegExp(`^${LABEL}${WEEKDAY}${MONTH} ${DAY}${YEAR}$`, 'i');
const DAY_FIRST = new RegExp(`^${LABEL}${WEEKDAY}${DAY}\\.? ${MONTH}${YEAR}$`, 'i');
/** Year, month, day: the one order of numbers that is read the same everywhere. */
const NUMBERS = new RegExp(`^${LABEL}(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})$`, 'i');
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads a block that is nothing but a date (“Mar 11”, “11 March 2025”, “2025/3/11”); the day may not exist. */
export function readDateLine(block: Block): DateLine | undefined {
  if (block.text.length > 60) return undefined;
  const text = block.text.trim().replace(/\s+/g, ' ');
  const { line, column } = block;
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [year = 0, , month = 0, day = 0] = numbers.slice(1).map(Number);
    return { year, month, day, line, column };
  }
  const monthFirst = MONTH_FIRST.exec(text);
  const dayFirst = DAY_FIRST.exec(text);
  const [name, day, year] = monthFirst
    ? [monthFirst[1], monthFirst[2], monthFirst[3]]
    : [dayFirst?.[2], dayFirst?.[1], dayFirst?.[3]];
  if (name === undefined) return undefined;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return {
    month,
    day: Number(day),
    ...(year === undefined ? {} : { year: Number(year) }),
    line,
    column,
  };
}

/** True for a date in numbers alone, in an order that is not read the same everywhere: `11/3/2025`. */
export function isDateInNumbers(text: string): boolean {
  return /^(?:date:? )?\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{2}|\d{4})$/i.test(text.trim());
}

/** True when a line seems to be a date in a spelling that is not read, such as `3/11/2025` or `11 mars`. */
export function looksLikeDate(text: string): boolean {
  const rest = text.trim().replace(/^date\W*/i, '');
  return (
    /^\d{1,2}\s?[./-]\s?\d{1,2}(?:\.|\s?[./-]\s?\d{2,4})?$/.test(rest) ||
    /^(?:\p{L}{2,12}\.?,?\s)?\p{L}{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{2,4})?$/u.test(
      rest,
    ) ||
    /^(?:\p{L}{2,12}\.?,?\s)?\d{1,2}(?:\.|st|nd|rd|th)?\s(?:de\s)?\p{L}{3,12}\.?(?:,?\s(?:de\s)?\d{2,4})?$/u.test(
      rest,
    ) ||
    /^(?:\d{4}年)?\d{1,2}月\d{1,2}日$/.test(rest)
  );
}

/**
 * The name a file should have, when its own starts with a date in another form: `20250311.txt`,
 * `2025_3_11 a.TXT`.
 */
export function readableFileName(file: string): string | undefined {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const name = file.slice(folder.length);
  // Without signs between them, 2025111 could be two dates.
  const found =
    /^(\d{4})([-_. ])(\d{1,2})\2(\d{1,2})(?!\d)[-_. ]*(.*)\.txt$/i.exec(name) ??
    /^(\d{4})()(\d{2})(\d{2})(?!\d)[-_. ]*(.*)\.txt$/i.exec(name);
  if (found === null || readFileName(name)?.day !== undefined) return undefined;
  const [, year, , month, day, rest = ''] = found;
  const date = isoDate(Number(year), Number(month), Number(day));
  return date === undefined ? undefined : `${folder}${date}${rest === '' ? '' : `-${rest}`}.txt`;
}

/** What the start of a file name says: a date (`2025-03-11-a.txt`), a year (`2025-a.txt`), or nothing. */
export interface FileNameDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** Reads the date or year a file name starts with; the day may not exist. */
export function readFileName(file: string): FileNameDate | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const date = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(name);
  if (date) return { year: Number(date[1]), month: Number(date[2]), day: Number(date[3]) };
  const year = /^([12]\d{3})(?=[-_. ])/.exec(name);
  return year ? { year: Number(year[1]) } : undefined;
}

/**
 * Settles the date of a digest. Month and day come from the date line, else from the file name; the
 * year from the file name, else the date line, else `defaultYear`; never from the clock.
 * Missing and impossible dates are errors, a disagreement is a warning.
 *
 * @param blocks those of the digest, where a date that cannot be read may stand.
 */
export function settleDate(
  file: string,
  header: DateLine | undefined,
  defaultYear: number | undefined,
  blocks: readonly Block[] = [],
): { date?: IsoDate; problems: readonly Problem[] } {
  const place = { file, line: header?.line ?? 1, column: header?.column ?? 1 };
  const name = readFileName(file);
  const month = header?.month ?? name?.month;
  const day = header?.day ?? name?.day;
  const year = name?.year ?? header?.year ?? defaultYear;
  const isMissing = month === undefined || day === undefined;
  const rename = isMissing || year === undefined ? readableFileName(file) : undefined;
  if (rename !== undefined) {
    const details = { name: rename.slice(rename.lastIndexOf('/') + 1) };
    return { problems: [problem('file-name-unread', { file, line: 1, column: 1 }, details)] };
  }
  if (isMissing) return { problems: [missingDate(file, blocks)] };
  if (year === undefined) {
    const date = `${monthName(month)} ${String(day)}`;
    return { problems: [problem('year-missing', place, { date })] };
  }
  const date = isoDate(year, month, day);
  if (date === undefined) {
    const stated = `${String(day)} ${monthName(month)} ${String(year)}`;
    return { problems: [problem('date-impossible', place, { date: stated })] };
  }
  if (name === undefined || header === undefined) return { date, problems: [] };
  const agrees =
    (name.month ?? month) === month && (name.day ?? day) === day && (header.year ?? year) === year;
  if (agrees) return { date, problems: [] };
  const headerSays = spellDate(header);
  const disagreement = { header: headerSays, name: spellDate(name), used: date };
  return { date, problems: [problem('date-disagrees', place, disagreement)] };
}

/** Blocks at the start of a digest among which a date that cannot be read is looked for. */
const DATE_REGION = 12;

function missingDate(file: string, blocks: readonly Block[]): Problem {
  const found = blocks
    .slice(0, DATE_REGION)
    .flatMap(splitLines)
    .find(({ text }) => looksLikeDate(text));
  if (found === undefined) return problem('date-missing', { file, line: 1, column: 1 }, {});
  return problem('date-unreadable', { file, ...found }, { text: found.text.trim() });
}

/** The date as `YYYY-MM-DD`, or nothing when the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  const time = new Date(Date.UTC(year, month - 1, day));
  time.setUTCFullYear(year);
  const exists =
    year >= 1000 && year <= 9999 && time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return exists ? (time.toISOString().slice(0, 10) as IsoDate) : undefined;
}

/** Reads `YYYY-MM-DD`, as addresses and notes write it; nothing when the calendar has no such day. */
export function parseIsoDate(text: string): IsoDate | undefined {
  const [, year, month, day] = ISO.exec(text) ?? [];
  return isoDate(Number(year), Number(month), Number(day));
}

/** A date, or what is known of it, as people write it: `11 Mar 2025`. */
export function spellDate(date: { month?: number; day?: number; year?: number }): string {
  const parts = [date.day, date.month && monthName(date.month), date.year];
  return parts.filter((part) => part !== undefined).join(' ');
}

/** The number of a month by its English name or the start of it, `Mar` or `March`. */
export function monthOf(name: string): number | undefined {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : index + 1;
}

function monthName(month: number): string {
  const name = MONTHS[month - 1];
  return name ? name.charAt(0).toUpperCase() + name.slice(1) : `month ${String(month)}`;
}
