import type { LinkKind } from '../archive/types.ts';
import { queryWords, type QueryWord } from './query-words.ts';
import { wordsOf } from '../text/words.ts';

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
  /** One after the other; `exact` ones as they are written, but for the last one of an `open` quote. */
  (
    | {
        readonly kind: 'words';
        readonly words: readonly string[];
        readonly exact: boolean;
        readonly open: boolean;
        readonly field?: 'title' | 'authors';
      }
    /** Listed on a date from `from` to `to`, both included: `2025`, `2025-03` or `2025-03-11`, or open. */
    | { readonly kind: 'date'; readonly from?: string; readonly to?: string }
    /** In at least so many digests. */
    | { readonly kind: 'seen'; readonly least: number }
    | { readonly kind: 'has'; readonly link: LinkKind }
    /** About a topic, its words joined by hyphens. */
    | { readonly kind: 'topic'; readonly name: string }
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

/** A phrase in quotes, which need not be closed while it is typed, or a run without spaces, or an operator alone. */
const PART =
  /(?<minus>(?<!\S)[-−])?(?:(?<operator>\p{L}+):)?(?:["“”](?<phrase>[^"“”]*)(?<close>["“”])?|(?<plain>[^\s"“”]+)|(?<=:)(?=\s|$))/gu;

/**
 * Reads a query: words, `"exact phrase"`, `-word`, `title:word`, `author:name`, `date:2025-03`,
 * `date:2025-01..2025-06`, `has:code`, `seen:2`, `topic:name`; every operator takes a leading `-`. Anything is a query:
 * other words before a colon are words, and an operator without a sensible value is remarked on.
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
  /** Words that count for the order of the papers. */
  readonly plain?: string;
  readonly condition?: Condition;
  readonly remark?: string;
}

/** What an operator, or none, is applied to. */
interface Value {
  readonly text: string;
  readonly quoted: boolean;
  /** In quotes that are not closed yet. */
  readonly open: boolean;
  readonly negative: boolean;
}

function readPart(groups: Readonly<Record<string, string | undefined>>): Part {
  const { minus, operator = '', phrase, close, plain } = groups;
  const value: Value = {
    text: phrase ?? plain ?? '',
    quoted: phrase !== undefined,
    open: phrase !== undefined && close === undefined,
    negative: minus !== undefined,
  };
  const name = operator.toLowerCase();
  if (isOperator(name)) return OPERATORS[name](value);
  if (value.quoted || value.negative)
    return wordsPart({ ...value, text: `${operator} ${value.text}` });
  return { plain: operator === '' ? value.text : `${operator}:${value.text}` };
}

function isOperator(name: string): name is keyof typeof OPERATORS {
  return Object.hasOwn(OPERATORS, name);
}

const OPERATORS = {
  title: (value: Value) => wordsPart(value, 'title'),
  author: (value: Value) => wordsPart(value, 'authors'),
  date: datePart,
  seen({ text, negative }: Value): Part {
    const least = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    if (least > 0) return { condition: { kind: 'seen', least, negative } };
    return { remark: `“seen:${text}” needs a number of digests, as in seen:2.` };
  },
  has({ text, negative }: Value): Part {
    const link = LINKS.find((kind) => kind === text.toLowerCase().replace(/s$/, ''));
    if (link !== undefined) return { condition: { kind: 'has', link, negative } };
    return { remark: `“has:${text}” needs one of ${LINKS.join(', ')}.` };
  },
  topic({ text, negative }: Value): Part {
    const name = wordsOf(text).join('-');
    if (name !== '') return { condition: { kind: 'topic', name, negative } };
    return {
      remark: '“topic:” needs the name of a topic right after it, as in topic:"image generation".',
    };
  },
} as const;

function wordsPart({ text, quoted, open, negative }: Value, field?: 'title' | 'authors'): Part {
  const words = wordsOf(text);
  if (words.length === 0 && field !== undefined && text === '')
    return { remark: `“${field.replace(/s$/, '')}:” needs a word right after it.` };
  if (words.length === 0) return {};
  const condition: Condition = {
    kind: 'words',
    words,
    exact: quoted,
    open,
    negative,
    ...(field === undefined ? {} : { field }),
  };
  return negative ? { condition } : { condition, plain: text };
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

function datePart({ text, negative }: Value): Part {
  const [from = '', to = from, ...more] = text.split('..');
  const isValid =
    more.length === 0 &&
    (from !== '' || to !== '') &&
    [from, to].every((date) => date === '' || DATE.test(date));
  if (!isValid)
    return {
      remark: `“date:${text}” needs a year, month or day, as in date:2025-03, or two with “..” between them.`,
    };
  const isTurned = from !== '' && to !== '' && from > to && !from.startsWith(to);
  const [first, last] = isTurned ? [to, from] : [from, to];
  return {
    condition: {
      kind: 'date',
      ...(first === '' ? {} : { from: first }),
      ...(last === '' ? {} : { to: last }),
      negative,
    },
  };
}
