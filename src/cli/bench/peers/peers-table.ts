import { grouped, orDash, tableOf, type Column } from '../table.ts';
import type { BuildCost } from '../run-build.ts';
import type { PeerCost } from './run-peer.ts';

/** A build of ours, and what other generators took for plain pages of the same papers. */
export interface Comparison extends BuildCost {
  readonly archive: string;
  readonly papers: number;
  readonly files: number;
  readonly peers?: readonly PeerCost[];
}

/** A line that names an archive, or one of the generators. */
interface Row extends Partial<Omit<PeerCost, 'name' | 'seconds'>> {
  readonly label: string;
  readonly seconds?: Partial<PeerCost['seconds']>;
  /** Our figure divided by theirs. */
  readonly ratio?: { readonly seconds: number; readonly cpu?: number };
}

/** What is compared; no lines when nothing is. */
export function peersTable(builds: readonly Comparison[]): readonly string[] {
  const compared = builds.filter(({ peers }) => peers !== undefined);
  return compared.length === 0 ? [] : [...tableOf(COLUMNS, compared.flatMap(rowsOf)), ''];
}

/** How to read the table; no lines when there is none. */
export function peersNotes(builds: readonly Comparison[]): readonly string[] {
  return builds.every(({ peers }) => peers === undefined) ? [] : NOTES;
}

function rowsOf(build: Comparison): readonly Row[] {
  const { archive, papers, peers = [], cpu, memory, files } = build;
  const own: Row = {
    label: '  Offprint',
    seconds: { total: build.seconds },
    ...(cpu !== undefined && { cpu }),
    ...(memory.withChildren !== undefined && { memory: memory.withChildren }),
    files,
  };
  const others = peers.map(({ name, ...cost }): Row => {
    const share = cpu === undefined || cost.cpu === undefined ? {} : { cpu: cpu / cost.cpu };
    const ratio = { seconds: build.seconds / cost.seconds.total, ...share };
    return { label: `  ${name}`, ...cost, ratio };
  });
  return [{ label: `${archive}, ${grouped(papers)} papers` }, own, ...others];
}

const COLUMNS: readonly Column<Row>[] = [
  { head: ['', 'generator'], cell: (row) => row.label },
  column('pages', 's', ({ seconds }) => seconds?.generator, 1),
  column('Pagefind', 's', ({ seconds }) => seconds?.pagefind, 1),
  column('total', 's', ({ seconds }) => seconds?.total, 1),
  column('CPU', 's', ({ cpu }) => cpu, 1),
  column('peak', 'MB', ({ memory }) => memory, 0),
  column('', 'files', ({ files }) => files, 0),
  column('ours ÷', 'total', ({ ratio }) => ratio?.seconds, 2),
  column('ours ÷', 'CPU', ({ ratio }) => ratio?.cpu, 2),
];

function column(
  above: string,
  below: string,
  value: (row: Row) => number | undefined,
  decimals: number,
): Column<Row> {
  return {
    head: [above, below],
    // The line of an archive has no figures.
    cell: (row) => (row.seconds === undefined ? '' : orDash(value(row), decimals)),
  };
}

const NOTES: readonly string[] = [
  'The others run after our build, in the order of the table, once each. They make plain pages: of papers',
  '(title, abstract, dates, links), of dates (titles, starts of abstracts) and one with the dates, from',
  'Markdown that is written before the clock starts; then Pagefind reads the pages of papers. We make much',
  'more: related papers, topics, map, formulas, citations, feeds, files for programs, use offline.',
];
