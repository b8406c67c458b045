import { isoDate, monthOf } from './dates.ts';
import type { Block, DateLine } from './types.ts';

/** The line between the parts of a record, and around it. */
export const DELIMITER = '\\\\';

/** The last line of a record, mostly with its address: `\\ ( https://arxiv.org/abs/2503.01234 ,  123kb)`. */
export const END = /^\\\\(?:\s*\(.*)?$/;

/** The first line of a record, as it is written since 2007 and before. */
export const ID =
  /^(?:arXiv|Paper)(?:\s?\(\*cross-listing\*\))?:\s?(\S+)(?:\s*\(\*cross-listing\*\))?$/;

/** In the place of the date of a paper that was listed before. */
export const REPLACED = /^(?:replaced with revised version|(?:figures|part) added)\b/i;

/** Between records, cross-listings, replacements, and at the end. */
export const RULE = /^[-%]{20,}$/;

/**
 * The fields that arXiv writes (https://info.arxiv.org/help/prep.html), by their names in small letters, with
 * those of its first years.
 */
const FIELDS: ReadonlySet<string> = new Set([
  ...['title', 'author', 'authors', 'categories', 'comments', 'journal-ref', 'doi', 'date'],
  ...['report-no', 'msc-class', 'acm-class', 'license', 'proxy', 'subj-class', 'from'],
]);

/** A line that starts a field: its name in small letters, and where its value starts; nothing for any other line. */
export function fieldOf(text: string): { name: string; start: number } | undefined {
  const [label = '', written = ''] =
    /^([A-Za-z-]{2,20})(?:\s\([^()]{1,20}\))?\s?:\s*/.exec(text) ?? [];
  const name = written.toLowerCase();
  if (!FIELDS.has(name)) return undefined;
  return { name: name === 'author' ? 'authors' : name, start: label.length };
}

/** Whether a record starts at a line of some that are not blank: a delimiter, an id, a field, one below the other. */
export function startsRecord(lines: readonly Block[], index: number): boolean {
  const [delimiter, id, third] = lines.slice(index, index + 3);
  if (delimiter?.text !== DELIMITER || id?.line !== delimiter.line + 1) return false;
  if (!ID.test(id.text) || third === undefined) return false;
  return fieldOf(third.text) !== undefined || REPLACED.test(third.text);
}

/** A line that looks like a field, of whatever name. */
export const ANY_FIELD = /^[A-Z][A-Za-z-]{1,20}:\s/;

/** Longer than any line outside the records. */
const LONGEST_FRAME = 200;

/** What stands in a mailing besides its records; after `Submissions to:` also the names of subjects. */
const FRAME = [
  /^Send any comments regarding submissions directly to submitter\.?$/i,
  /^Archives? at \S+$/i,
  /^To (?:un)?subscribe\b.*e-?mail\b.*$/i,
  /^For (?:help|(?:un)?subscribe options)\b.*$/i,
  /^e-?mail To: .*$/i,
  /^(?:Submissions|Cross-?lists|Replacements) to:$/i,
];
const SUBMISSIONS = /^Submissions to:$/i;
const SUBJECT = /^[A-Z][A-Za-z ,&()/-]{2,60}$/;
/** Lines of the head of a mail, which may be copied too. */
const MAIL_HEAD = /^(?:From|To|Cc|Date|Sent|Subject|Reply-To):\s/i;

/** What a line outside the records is; `undefined` for one that nobody knows. */
export function frameOf(
  line: Block,
  context: { readonly isAboveRecords: boolean; readonly isSubjects: boolean },
): 'submissions' | 'subject' | 'frame' | undefined {
  const text = line.text.trim();
  if (text.length > LONGEST_FRAME) return undefined;
  if (SUBMISSIONS.test(text)) return 'submissions';
  if (FRAME.some((pattern) => pattern.test(text))) return 'frame';
  if (context.isAboveRecords && MAIL_HEAD.test(text)) return 'frame';
  return context.isSubjects && SUBJECT.test(text) ? 'subject' : undefined;
}

const RECEIVED =
  /^\s*received from\s+.*\sto\s+(?:[A-Za-z]{3},?\s+)?(\d{1,2})\s([A-Za-z]{3})\s(\d{4}|\d{2})\b/i;

/** The day that ends the period of a mailing: `received from  Mon 10 Mar 25 18:00:00 GMT  to  Tue 11 Mar 25 …`. */
export function receivedLine({ text, line, column }: Block): DateLine | undefined {
  if (text.length > LONGEST_FRAME) return undefined;
  const [, day, name, year] = RECEIVED.exec(text) ?? [];
  const month = monthOf(name ?? '');
  return month === undefined
    ? undefined
    : { year: fullYear(Number(year)), month, day: Number(day), line, column };
}

/** arXiv began in 1991. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year > 90 ? 1900 + year : 2000 + year;
}

/** The year in which a paper was sent in: `Mon, 10 Mar 2025 18:21:11 GMT   (123kb,D)`. */
export function yearOf(date: string): number | undefined {
  const [, day, name, year] =
    /^(?:[A-Za-z]{3},?\s+)?(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4}|\d{2})\b/.exec(date) ?? [];
  const month = monthOf(name ?? '');
  const full = fullYear(Number(year));
  return month && isoDate(full, month, Number(day)) ? full : undefined;
}
