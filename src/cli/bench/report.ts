import { arch, cpus, platform } from 'node:os';

import { grouped, orDash, tableOf, type Column } from './table.ts';
import type { SiteSize } from './measure-site.ts';
import { peersNotes, peersTable } from './peers/peers-table.ts';
import type { PeerCost } from './peers/run-peer.ts';
import type { BuildCost } from './run-build.ts';
import type { StageCost } from './stages.ts';

/** One archive, built and measured. */
export interface Measurement extends BuildCost, Omit<SiteSize, 'bytes'> {
  /** `invented`, or the content folder. */
  readonly archive: string;
  readonly filesPerPaper: number;
  readonly bytesPerPaper: number;
  /** Other generators with the same papers, where they are asked for. */
  readonly peers?: readonly PeerCost[];
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
  return [
    `Node ${node}, ${system}, ${processors}`,
    '',
    ...tableOf(COLUMNS, rows),
    '',
    ...tableOf(STAGE_COLUMNS, rows.flatMap(stageRows)),
    '',
    ...peersTable(rows),
    ...notes(rows),
    ...peersNotes(rows),
  ].join('\n');
}

/** A line that names an archive, or one of its stages. */
interface StageRow extends Partial<StageCost> {
  readonly label: string;
}

function stageRows({ archive, papers, stages }: Measurement): readonly StageRow[] {
  const heading = { label: `${archive}, ${grouped(papers)} papers` };
  return [heading, ...stages.map((cost) => ({ label: `  ${cost.stage}`, ...cost }))];
}

const COLUMNS: readonly Column<Measurement>[] = [
  { head: ['', 'archive'], cell: (row) => row.archive },
  { head: ['', 'papers'], cell: (row) => grouped(row.papers) },
  { head: ['', 'pages'], cell: (row) => grouped(row.pages) },
  { head: ['total', 's'], cell: (row) => grouped(row.seconds, 1) },
  { head: ['CPU', 's'], cell: (row) => orDash(row.cpu, 1) },
  { head: ['build', 'MB'], cell: (row) => grouped(row.memory.build) },
  { head: ['all', 'MB'], cell: (row) => orDash(row.memory.withChildren) },
  { head: ['', 'files'], cell: (row) => grouped(row.files) },
  { head: ['files', '/paper'], cell: (row) => grouped(row.filesPerPaper, 3) },
  { head: ['bytes', '/paper'], cell: (row) => grouped(row.bytesPerPaper) },
  { head: ['paper', 'median'], cell: (row) => grouped(row.gzip.paperMedian) },
  { head: ['paper', 'largest'], cell: (row) => grouped(row.gzip.paperLargest) },
  { head: ['', 'home'], cell: (row) => grouped(row.gzip.home) },
  { head: ['date', 'largest'], cell: (row) => grouped(row.gzip.dateLargest) },
];

const STAGE_COLUMNS: readonly Column<StageRow>[] = [
  { head: ['', 'stage'], cell: (row) => row.label },
  { head: ['from', 's'], cell: ({ stage, start }) => ofStage(stage, start, 1) },
  { head: ['to', 's'], cell: ({ stage, end }) => ofStage(stage, end, 1) },
  { head: ['at work', 's'], cell: ({ stage, seconds }) => ofStage(stage, seconds, 1) },
  { head: ['peak', 'MB'], cell: ({ stage, memory }) => ofStage(stage, memory) },
];

function ofStage(stage: string | undefined, value: number | undefined, decimals = 0): string {
  return stage === undefined ? '' : orDash(value, decimals);
}

function notes(rows: readonly Measurement[]): readonly string[] {
  const hasChildren = rows.every((row) => row.memory.withChildren !== undefined);
  const partial = rows.filter((row) => row.errors > 0);
  return [
    'Total is the wall clock of the whole command, Node starting included; CPU counts every processor and',
    'the children (Pagefind). Stages overlap, on two processors or more: their seconds add up to more than',
    'the total. Page rendering writes its pages; it waits for what is related. File writing is the files for',
    'programs, made meanwhile, and in the end checksums, offline files and putting the site in its place.',
    'The rest is the time of no stage.',
    hasChildren
      ? 'Peak memory: of the build process, and of it and its children at one time; by stage the latter.'
      : 'Peak memory: of the build process alone; this system does not tell of children (Pagefind).',
    'The last four columns of the first table are bytes of HTML after gzip.',
    ...partial.map((row) => `${row.archive}: errors left out of the site: ${grouped(row.errors)}.`),
  ];
}
