import type { LinkKind } from '../archive/types.ts';
import { queryWords, type QueryWord } from './stop-words.ts';
import { wordsOf } from './words.ts';

/** What somebody asks for, taken apart. */
export interface Query {
  /** In their order; those that count are all preferred, none required. */
  readonly words: readonly QueryWord[];
  /** Every one of them has to be met. */
  readonly conditions: readonly Condition[];
  /** What looks like an operator and is none, one sentence each; it is left out or searched as words. */
  readonly remarks: readonly string[];
}

/** What a paper must have, or with `negative` must not have. */
export type Condition = { readonly negative: boolean } &
  /** One after the other; `exact` ones in the form they are written in. */
  (
    | {
        readonly kind: 'words';
        readonly words: readonly string[];
        readonly exact: boolean;
        readonly field?: 'title' | 'authors';
      }
    /** Listed on a date from `from` to `to`, both included: `2025`, `2025-03` or `2025-03-11`, or open. */
    | { readonly kind: 'date'; readonly from?: string; readonly to?: string }
    /** In at least so many digests. */
    | { readonly kind: 'seen'; readonly least: number }
    | { readonly kind: 'has'; readonly link: LinkKind }
  );

const LINKS: readonly LinkKind[] = [
  'code',
  'model',
  'dataset',
  'demo',
  'paper',
  'video',
  'project',
];

/** A phrase in quotes, which need not be closed while it is typed, or a run without spaces. */
const PART =
  /(?<minus>(?<!\S)[-−])?(?:(?<operator>\p{L}+):)?(?:["“”](?<phrase>[^"“”]*)["“”]?|(?<plain>[^\s"“”]+))/gu;

/**
 * Reads a query: words, `"exact phrase"`, `-word`, `title:word`, `author:name`, `date:2025-03`,
 * `date:2025-01..2025-06`, `has:code`, `seen:2`; every operator takes a leading `-`. Anything is a query:
 * what is not understood is searched as words, and remarked on.
 */
export function parseQuery(text: string): Query {
  const plain: string[] = [];
  const conditions: Condition[] = [];
  const remarks: string[] = [];
  for (const { groups = {} } of text.matchAll(PART)) {
    const part = readPart(groups);
    if (part.plain !== undefined) plain.push(part.plain);
    if (part.condition) conditions.push(part.condition);
    if (part.remark !== undefined) remarks.push(part.remark);
  }
  return { words: queryWords(plain.join(' ')), conditions, remarks };
}

interface Part {
  readonly plain?: string;
  readonly condition?: Condition;
  readonly remark?: string;
}

function readPart(groups: Readonly<Record<string, string | undefined>>): Part {
  const { minus, operator = '', phrase, plain } = groups;
  const negative = minus !== undefined;
  const value = phrase ?? plain ?? '';
  const isOperator = Object.hasOwn(OPERATORS, operator.toLowerCase());
  if (isOperator)
    return OPERATORS[operator.toLowerCase() as keyof typeof OPERATORS](
      value,
      negative,
      phrase !== undefined,
    );
  const written = operator === '' ? value : `${operator}:${value}`;
  if (phrase === undefined && !negative) return { plain: written };
  const words = wordsOf(written);
  if (words.length === 0) return {};
  // The words of a phrase count for the order of the papers, too.
  const condition = { kind: 'words', words, exact: phrase !== undefined, negative } as const;
  return negative ? { condition } : { condition, plain: written };
}

const OPERATORS = {
  title: (value: string, negative: boolean, exact: boolean) =>
    inField('title', value, negative, exact),
  author: (value: string, negative: boolean, exact: boolean) =>
    inField('authors', value, negative, exact),
  date: dateCondition,
  seen(value: string, negative: boolean): Part {
    const least = /^\d{1,6}$/.test(value) ? Number(value) : 0;
    if (least > 0) return { condition: { kind: 'seen', least, negative } };
    return { remark: `“seen:${value}” needs a number of digests, as in seen:2.` };
  },
  has(value: string, negative: boolean): Part {
    const link = LINKS.find((kind) => kind === value.toLowerCase().replace(/s$/, ''));
    if (link !== undefined) return { condition: { kind: 'has', link, negative } };
    return { remark: `“has:${value}” needs one of ${LINKS.join(', ')}.` };
  },
} as const;

function inField(
  field: 'title' | 'authors',
  value: string,
  negative: boolean,
  exact: boolean,
): Part {
  const words = wordsOf(value);
  if (words.length === 0) return {};
  const condition = { kind: 'words', field, words, exact, negative } as const;
  return negative ? { condition } : { condition, plain: value };
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

function dateCondition(value: string, negative: boolean): Part {
  const [from = '', to = from, ...more] = value.split('..');
  const isRange = value.includes('..');
  const isValid =
    more.length === 0 &&
    (from !== '' || to !== '') &&
    [from, to].every((date) => date === '' || DATE.test(date));
  if (!isValid)
    return {
      remark: `“date:${value}” needs a year, month or day, as in date:2025-03, or two with “..” between them.`,
    };
  if (!isRange) return { condition: { kind: 'date', from, to: from, negative } };
  return {
    condition: {
      kind: 'date',
      ...(from === '' ? {} : { from }),
      ...(to === '' ? {} : { to }),
      negative,
    },
  };
}
