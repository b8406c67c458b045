import { arch, cpus, platform } from 'node:os';

import { alignColumns, grouped } from './table.ts';
import type { SiteSize } from './measure-site.ts';
import type { BuildCost } from './run-build.ts';

/** One archive, built and measured. */
export interface Measurement extends BuildCost, Omit<SiteSize, 'bytes'> {
  /** `invented`, or the content folder. */
  readonly archive: string;
  readonly filesPerPaper: number;
  readonly bytesPerPaper: number;
}

/** Puts together what a build took and what it made. */
export function measurementOf(archive: string, cost: BuildCost, size: SiteSize): Measurement {
  const { bytes, ...counts } = size;
  const share = (amount: number): number => amount / Math.max(size.papers, 1);
  const filesPerPaper = share(size.files);
  return { archive, ...cost, ...counts, filesPerPaper, bytesPerPaper: share(bytes) };
}

/** Where the numbers come from: they compare only on one machine. */
export function machine(): { node: string; system: string; processors: string } {
  const processors = cpus();
  return {
    node: process.version,
    system: `${platform()} ${arch()}`,
    processors: `${String(processors.length)} × ${processors[0]?.model.trim() ?? 'unknown'}`,
  };
}

/** The measurements for a terminal: a row each, and how to read them. */
export function benchReport(rows: readonly Measurement[]): string {
  const { node, system, processors } = machine();
  const cells = rows.map((row) => COLUMNS.map(({ cell }) => cell(row)));
  const table = alignColumns([
    COLUMNS.map(({ head }) => head[0]),
    COLUMNS.map(({ head }) => head[1]),
    ...cells,
  ]);
  return [`Node ${node}, ${system}, ${processors}`, '', ...table, '', ...notes(rows)].join('\n');
}

interface Column {
  readonly head: readonly [string, string];
  readonly cell: (row: Measurement) => string;
}

const COLUMNS: readonly Column[] = [
  { head: ['', 'archive'], cell: (row) => row.archive },
  { head: ['', 'papers'], cell: (row) => grouped(row.papers) },
  { head: ['', 'pages'], cell: (row) => grouped(row.pages) },
  { head: ['read', 's'], cell: (row) => grouped(row.seconds.read, 1) },
  { head: ['relate', 's'], cell: (row) => grouped(row.seconds.relate, 1) },
  { head: ['pages', 's'], cell: (row) => grouped(row.seconds.pages, 1) },
  { head: ['search', 's'], cell: (row) => grouped(row.seconds.search, 1) },
  { head: ['total', 's'], cell: (row) => grouped(row.seconds.total, 1) },
  { head: ['build', 'MB'], cell: (row) => grouped(row.memory.build) },
  {
    head: ['all', 'MB'],
    cell: ({ memory }) => (memory.withChildren === undefined ? '–' : grouped(memory.withChildren)),
  },
  { head: ['', 'files'], cell: (row) => grouped(row.files) },
  { head: ['files', '/paper'], cell: (row) => grouped(row.filesPerPaper, 3) },
  { head: ['bytes', '/paper'], cell: (row) => grouped(row.bytesPerPaper) },
  { head: ['paper', 'median'], cell: (row) => grouped(row.gzip.paperMedian) },
  { head: ['paper', 'largest'], cell: (row) => grouped(row.gzip.paperLargest) },
  { head: ['', 'home'], cell: (row) => grouped(row.gzip.home) },
  { head: ['date', 'largest'], cell: (row) => grouped(row.gzip.dateLargest) },
];

function notes(rows: readonly Measurement[]): readonly string[] {
  const hasChildren = rows.every((row) => row.memory.withChildren !== undefined);
  const partial = rows.filter((row) => row.errors > 0);
  return [
    'Seconds: read includes compiling. Pages and search start together and overlap; total is the',
    'wall clock of the whole command, Node starting included.',
    hasChildren
      ? 'Peak memory: of the build process, and of it and its children (Pagefind) at one time.'
      : 'Peak memory: of the build process alone; this system does not tell of children (Pagefind).',
    'The last four columns are bytes of HTML after gzip.',
    ...partial.map((row) => `${row.archive}: errors left out of the site: ${grouped(row.errors)}.`),
  ];
}
