import { machine } from '../report.ts';
import { alignColumns, grouped } from '../table.ts';
import {
  type CollectionResult,
  type Effort,
  type KnownResult,
  TRANSFER_QUERIES,
} from './measure.ts';
import type { Typing } from './typing.ts';

/** All engines on one test collection. */
export interface CollectionReport {
  /** Its folder. */
  readonly collection: string;
  readonly documents: number;
  readonly queries: number;
  readonly results: readonly CollectionResult[];
}

/** All engines on the papers of one content folder. */
export interface KnownReport {
  /** Its path. */
  readonly content: string;
  readonly papers: number;
  readonly results: readonly KnownResult[];
  /** Empty unless it was asked for. */
  readonly typing: readonly (Typing & { readonly subject: string })[];
}

/** The measurements for a terminal, and how to read them. */
export function searchReport(
  collections: readonly CollectionReport[],
  known: readonly KnownReport[],
): string {
  const { node, system, processors } = machine();
  return [
    `Node ${node}, ${system}, ${processors}`,
    ...collections.map(collectionTable),
    ...known.flatMap((report) => [
      knownTable(report),
      costTable(report),
      ...(report.typing.length > 0 ? [typingTable(report)] : []),
    ]),
    NOTES,
  ].join('\n\n');
}

const NOTES = [
  'Cold: the first search on a page that was just opened, ten results shown; warm: the one after it.',
  'Transfers: bodies alone, text after gzip; of collections with their first two queries, of papers with',
  `“${TRANSFER_QUERIES[0]}” and “${TRANSFER_QUERIES[1]}”. MiniSearch shows titles alone, so nothing more is loaded.`,
  'ms/query: median of searching alone. No times include a network. Null: share of queries that find nothing.',
].join('\n');

interface Column<T> {
  readonly head: readonly [string, string];
  readonly cell: (row: T) => string;
}

const COSTS: readonly Column<Effort>[] = [
  { head: ['cold', 'kB'], cell: ({ cost }) => kilobytes(cost.cold.bytes) },
  { head: ['cold', 'requests'], cell: ({ cost }) => grouped(cost.cold.requests) },
  { head: ['cold', 'ms'], cell: ({ cost }) => grouped(cost.cold.milliseconds) },
  { head: ['warm', 'kB'], cell: ({ cost }) => kilobytes(cost.warm.bytes) },
  { head: ['warm', 'requests'], cell: ({ cost }) => grouped(cost.warm.requests) },
  { head: ['', 'ms/query'], cell: ({ milliseconds }) => grouped(milliseconds, 1) },
];

const SUBJECT: Column<Effort> = { head: ['', ''], cell: ({ subject }) => subject };

const QUALITY: readonly Column<CollectionResult>[] = [
  { head: ['', 'nDCG@10'], cell: ({ ndcg }) => share(ndcg) },
  { head: ['', 'MRR@10'], cell: ({ reciprocalRank }) => share(reciprocalRank) },
  { head: ['', 'recall@100'], cell: ({ recall }) => share(recall) },
  { head: ['', 'null'], cell: ({ nullRate }) => share(nullRate) },
];

function collectionTable({ collection, documents, queries, results }: CollectionReport): string {
  return [
    `${collection}: ${grouped(documents)} documents, ${grouped(queries)} queries`,
    ...table([SUBJECT, ...QUALITY, ...COSTS], results),
  ].join('\n');
}

function costTable({ content, results }: KnownReport): string {
  return [`${content}: transfers and times`, ...table([SUBJECT, ...COSTS], results)].join('\n');
}

const TYPING: readonly Column<KnownReport['typing'][number]>[] = [
  { head: ['', ''], cell: ({ subject }) => subject },
  { head: ['median', 'ms/key'], cell: ({ milliseconds }) => grouped(milliseconds, 1) },
  { head: ['slowest', 'ms/key'], cell: ({ slowest }) => grouped(slowest) },
  { head: ['page and', 'query kB'], cell: ({ bytes }) => kilobytes(bytes) },
  { head: ['', 'requests'], cell: ({ requests }) => grouped(requests) },
];

function typingTable({ content, typing }: KnownReport): string {
  return [
    `${content}: typing “${TRANSFER_QUERIES[0]}” in Chromium, from a key to its results`,
    ...table(TYPING, typing),
  ].join('\n');
}

/** A row for each kind of query, three columns for each engine. */
function knownTable({ content, papers, results }: KnownReport): string {
  const rows = (results[0]?.groups ?? []).map(({ kind, queries }, index) => [
    kind,
    grouped(queries),
    ...results.flatMap(({ groups }) => {
      const { first = 0, firstTen = 0, nullRate = 0 } = groups[index] ?? {};
      return queries === 0 ? ['–', '–', '–'] : [first, firstTen, nullRate].map(share);
    }),
  ]);
  return [
    `${content}: ${grouped(papers)} papers, known items`,
    ...alignColumns([
      ['', '', ...results.flatMap(({ subject }) => [subject, '', ''])],
      ['', 'queries', ...results.flatMap(() => ['hit@1', 'hit@10', 'null'])],
      ...rows,
    ]),
  ].join('\n');
}

function table<T>(columns: readonly Column<T>[], rows: readonly T[]): readonly string[] {
  return alignColumns([
    columns.map(({ head }) => head[0]),
    columns.map(({ head }) => head[1]),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ]);
}

/** `.98`, and `1.00`. */
function share(value: number): string {
  return value.toFixed(3).replace(/^0/, '');
}

function kilobytes(bytes: number): string {
  return grouped(bytes / 1000);
}
