import { machine } from '../report.ts';
import { alignColumns, grouped } from '../table.ts';
import type { RelatingCost } from './cost.ts';
import type { RelatedResult } from './measure.ts';
import type { RankingQuality } from './metrics.ts';

/** All subjects on one collection. */
export interface RelatedReport {
  /** Its folder, or the content folder and how it was made of it. */
  readonly collection: string;
  readonly documents: number;
  readonly queries: number;
  /** How many judgements say that two papers are related. */
  readonly related: number;
  readonly results: readonly (RelatedResult & { readonly cost: RelatingCost })[];
}

/** The measurements for a terminal, and how to read them. */
export function relatedReport(reports: readonly RelatedReport[]): string {
  const { node, system, processors } = machine();
  return [
    `Node ${node}, ${system}, ${processors}`,
    ...reports.map((report) => [heading(report), ...tableOf(report)].join('\n')),
    NOTES,
  ].join('\n\n');
}

const NOTES = [
  'All: every other paper is ranked. Judged: only those that were judged for the paper, as CSFCube does it;',
  '– where none was judged unrelated. nDCG looks at 20 papers, hit at 1 or 10; MAP and R-precision count',
  'grades from 2 where grades go to 3, else from 1.',
  's and MB: the neighbours of every paper, in a process of its own; texts and Node are part of the memory.',
].join('\n');

function heading({ collection, documents, queries, related }: RelatedReport): string {
  return `${collection}: ${grouped(documents)} papers, ${grouped(queries)} asked for, ${grouped(related)} judged related`;
}

const MEASURES = [
  ['nDCG@20', 'ndcg'],
  ['MAP', 'averagePrecision'],
  ['R-prec', 'rPrecision'],
  ['MRR', 'reciprocalRank'],
  ['hit@1', 'first'],
  ['hit@10', 'firstTen'],
] as const satisfies readonly (readonly [string, keyof RankingQuality])[];
/** What says something of a ranking of a few papers. */
const MEASURES_OF_JUDGED = MEASURES.slice(0, 3);

function tableOf({ results }: RelatedReport): readonly string[] {
  return alignColumns([
    ['', ...MEASURES.map(() => 'all'), ...MEASURES_OF_JUDGED.map(() => 'judged'), '', ''],
    ['', ...[...MEASURES, ...MEASURES_OF_JUDGED].map(([name]) => name), 's', 'MB'],
    ...results.map(({ subject, all, judged, cost }) => [
      subject,
      ...MEASURES.map(([, measure]) => share(all[measure])),
      ...MEASURES_OF_JUDGED.map(([, measure]) => (judged ? share(judged[measure]) : '–')),
      grouped(cost.seconds, 1),
      grouped(cost.megabytes),
    ]),
  ]);
}

/** `.98`, and `1.00`. */
function share(value: number): string {
  return value.toFixed(3).replace(/^0/, '');
}
