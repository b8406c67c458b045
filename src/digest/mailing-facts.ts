import { paragraphOf } from './blocks.ts';
import { displayText } from './display.ts';
import { ARXIV_CATEGORY, ARXIV_ID, DOI } from './identifiers.ts';
import { limits } from './limits.ts';
import { yearOf } from './mailing-lines.ts';
import type { MailingRecord } from './mailing-records.ts';
import { problem } from './problems.ts';
import type { PaperFacts, Problem } from './types.ts';

/** Reads the text of a field; what it does not understand, it names to `leaveOut`. */
type Reader<T> = (text: string, leaveOut: (part: string) => void) => T | undefined;

/** What the fields of a record state of its paper; what cannot be read is left out and reported. */
export function mailingFacts(
  file: string,
  { fields, isReplacement }: MailingRecord,
): { facts: PaperFacts; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = <T>(name: string, reader: Reader<T>): T | undefined => {
    const block = fields.get(name);
    if (block === undefined) return undefined;
    const value = paragraphOf(block);
    const leftOut: string[] = [];
    const isLong = value.text.length > limits.fieldCharacters;
    const fact = isLong ? undefined : reader(value.text, (text) => leftOut.push(text));
    const field = spelled(name);
    if (fact === undefined)
      problems.push(problem('field-unreadable', { file, ...value }, { field, text: value.text }));
    else if (leftOut.length > 0) {
      const text = leftOut.join(' … ');
      problems.push(problem('field-incomplete', { file, ...value }, { field, text }));
    }
    return fact;
  };
  const facts = {
    authors: read('authors', authorsIn),
    // A replacement states when it was revised, and no more.
    year: isReplacement ? undefined : read('date', yearOf),
    arxiv: read('arxiv', (text) => ARXIV_ID.exec(text)?.[0]),
    doi: read('doi', doiIn),
    venue: read('journal-ref', (text) => oneLine(displayText(text)) || undefined),
    categories: read('categories', categoriesIn),
  };
  const stated = Object.entries(facts).filter(([, value]) => value !== undefined);
  return { facts: Object.fromEntries(stated), problems };
}

/** Names of fields as arXiv writes them, where that is not with a capital first. */
const SPELLED: Readonly<Record<string, string>> = { arxiv: 'arXiv', doi: 'DOI' };

function spelled(name: string): string {
  return SPELLED[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
}

/** Between DOIs; within one, semicolons and commas may stand. */
const BETWEEN_DOIS = /[;,]?\s+|[;,](?=(?:https?:\/\/|doi:|10\.\d{4,9}[./]))/i;
/** What leads to a DOI. */
const RESOLVER = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i;

/** The first of several, without what leads to it. */
const doiIn: Reader<string> = (text, leaveOut) => {
  const [first = '', ...others] = text.split(BETWEEN_DOIS);
  if (others.length > 0) leaveOut(others.join(' '));
  const name = first.replace(RESOLVER, '').replace(/[.,;]$/, '');
  return DOI.test(name) ? name : undefined;
};

function categoriesIn(text: string): readonly string[] | undefined {
  const names = text.split(/[\s,;]+/).filter((name) => name !== '');
  const isKnown = names.length > 0 && names.every((name) => ARXIV_CATEGORY.test(name));
  return isKnown ? [...new Set(names)] : undefined;
}

/** Marks of affiliations and footnotes: `$^{1,2}$`. */
const RAISED_MARK = /\$\s*\^[^$]{0,40}\$/g;
/** An accent or a letter that a space ends, which TeX swallows: `\v S`, `\AA ngstrom`. */
const SPACED_ACCENT = /\\([vcHkrudbt]) (\p{L})/gu;
const SPACED_LETTER = /\\(AA|aa|AE|ae|OE|oe|O|o|L|l|ss) (?=\p{L})/gu;
/** What belongs to the name before it. */
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;
/** What stands for authors who are not named: at the end of a name, and behind it. */
const ET_AL = /(?:^|\s)et\.? al\.?$/i;
const NOT_SHOWN = /\(\d+ (?:additional|other|more) authors?\b[^()]*\)/i;

/**
 * The names in a list of authors, ready to be shown: `A. Gull (1), B. M\"uller and C. Tern ((1) Isle)`; what
 * stands in parentheses is left out (https://info.arxiv.org/help/prep.html#author).
 */
const authorsIn: Reader<readonly string[]> = (text, leaveOut) => {
  const names: string[] = [];
  const source = text
    .replace(RAISED_MARK, '')
    .replace(SPACED_ACCENT, '\\$1{$2}')
    .replace(SPACED_LETTER, '{\\$1}');
  const shown = oneLine(displayText(source).replace(/[{}]/g, ''));
  const { outside, unclosed } = withoutParentheses(shown);
  if (unclosed !== '') leaveOut(unclosed);
  for (const part of outside.split(/[,;]|:\s|\s(?:and|&)(?=\s)/)) {
    const written = oneLine(part).replace(/^and\s/, '');
    const [unnamed] = ET_AL.exec(written) ?? [];
    if (unnamed !== undefined) leaveOut(unnamed.trim());
    const name = written.slice(0, written.length - (unnamed?.length ?? 0));
    const before = names.at(-1);
    if (before !== undefined && SUFFIX.test(name)) names[names.length - 1] = `${before} ${name}`;
    else if (/\p{L}/u.test(name)) names.push(name);
  }
  const [notShown] = NOT_SHOWN.exec(shown) ?? [];
  if (notShown !== undefined) leaveOut(notShown);
  return names.length > 0 ? names : undefined;
};

/** What stands outside, and the rest from one on that is never closed: nobody can tell what it holds. */
function withoutParentheses(text: string): { outside: string; unclosed: string } {
  let depth = 0;
  let outside = '';
  let inside = '';
  for (const piece of text.split(/(?=[()])|(?<=[()])/)) {
    if (piece === '(') depth += 1;
    if (depth === 0 && piece !== ')') outside += piece;
    else if (depth > 0) inside += piece;
    if (piece === ')') depth = Math.max(0, depth - 1);
    if (depth === 0) inside = '';
  }
  return { outside, unclosed: inside };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
