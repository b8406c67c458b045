import { readDateLine } from '../../../src/digest/dates.ts';

/** What a mailing of arXiv has around its titles and abstracts, spelled out anew. */
const FRAME = new RegExp(
  [
    String.raw`^\\\\(?:\s*\(.*)?$`,
    String.raw`^[-%]{20,}$`,
    String.raw`^(?:arXiv|Paper)\b[^:]*:\s?\S+`,
    String.raw`^(?:replaced with revised version|figures added|part added)\b`,
    String.raw`^(?:title|authors?|categories|comments|journal-ref|doi|date|report-no)[^:]*:`,
    String.raw`^(?:msc-class|acm-class|license|proxy|subj-class|from|to|cc|sent|subject|reply-to)[^:]*:`,
    String.raw`^(?:send any comments|archives? at|to (?:un)?subscribe|for (?:help|(?:un)?subscribe)|e-?mail to)\b`,
    String.raw`^(?:submissions|cross-?lists|replacements) to:$`,
    String.raw`^received from\b.*\bto\b.*\d`,
  ].join('|'),
  'i',
);
const SUBJECT = /^[A-Z][A-Za-z ,&()/-]+$/;

/** Whether a line that is not published is a part of every mailing; one that is indented goes on with a field. */
export function isMailingFrame(line: number, lines: readonly string[]): boolean {
  const text = lines[line - 1] ?? '';
  const isIndented = /^\s/.test(text) && /\S/.test(lines[line - 2] ?? '');
  const isSubject = SUBJECT.test(text.trim()) && lines.slice(0, line - 1).some(namesSubjects);
  const isDate = readDateLine({ text: text.trim(), line: 1, column: 1 }) !== undefined;
  return isIndented || isSubject || isDate || FRAME.test(text.trim());
}

function namesSubjects(text: string): boolean {
  return /^submissions to:$/i.test(text.trim());
}
