import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { inventArchive } from './bench/invented-archive.ts';
import { measureSite } from './bench/measure-site.ts';
import { benchReport, machine, measurementOf, type Measurement } from './bench/report.ts';
import { runBuild } from './bench/run-build.ts';
import { grouped } from './bench/table.ts';
import { writeArchive } from './bench/write-archive.ts';
import { exitCodes, runCommand, UsageError } from './usage.ts';

const HELP = `Usage: npm run bench -- [--papers N,N… | --content DIR] [--json]

Builds archives of invented papers and prints what that takes and what it makes.

  --papers N,N…  how many papers, an archive each (default: 1000,10000)
  --content DIR  build this content folder instead, errors left out
  --json         print JSON (with npm run -s, nothing else is printed)

Every archive is built in a process and a temporary folder of its own; nothing stays.
Environment: TMPDIR (where the temporary folder goes), SITE_URL and BASE_PATH as for a build.`;

const MOST_PAPERS = 1_000_000;
/** What shells report for a command stopped with Ctrl-C. */
const INTERRUPTED = 130;

/** An archive to build: the content folder is made in, or found outside, the folder given. */
interface Subject {
  readonly name: string;
  readonly label: string;
  readonly provide: (folder: string) => Promise<string>;
}

/** `npm run bench`: builds archives, measures the builds and prints a table. */
async function benchCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      papers: { type: 'string' },
      content: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return exitCodes.done;
  }
  if (values.papers !== undefined && values.content !== undefined)
    throw new UsageError('Choose --papers or --content, not both.');
  const subjects =
    values.content === undefined
      ? readSizes(values.papers ?? '1000,10000').map(inventedSubject)
      : [folderSubject(values.content)];

  const interruption = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => {
      interruption.abort();
    });
  try {
    const rows: Measurement[] = [];
    for (const subject of subjects) rows.push(await measure(subject, interruption.signal));
    const document = { machine: machine(), archives: rows };
    console.log(values.json ? JSON.stringify(document, null, 1) : benchReport(rows));
    return exitCodes.done;
  } catch (error) {
    if (interruption.signal.aborted) return INTERRUPTED;
    throw error;
  }
}

function readSizes(list: string): readonly number[] {
  return list.split(',').map((item) => {
    const size = /^\s*\d+\s*$/.test(item) ? Number(item) : 0;
    if (size < 1 || size > MOST_PAPERS)
      throw new UsageError(
        `--papers takes whole numbers from 1 to ${grouped(MOST_PAPERS)}, as in 1000,5000; ` +
          `not “${item}”.`,
      );
    return size;
  });
}

function inventedSubject(papers: number): Subject {
  return {
    name: 'invented',
    label: `${grouped(papers)} invented papers`,
    async provide(folder) {
      await writeArchive(folder, inventArchive(papers));
      return folder;
    },
  };
}

function folderSubject(folder: string): Subject {
  return { name: folder, label: folder, provide: () => Promise.resolve(resolve(folder)) };
}

async function measure(subject: Subject, signal: AbortSignal): Promise<Measurement> {
  const work = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
  try {
    // Standard output is for the result alone.
    console.error(`Building ${subject.label} …`);
    const content = await subject.provide(join(work, 'content'));
    const site = join(work, 'site');
    const cost = await runBuild(content, site, work, signal);
    return measurementOf(subject.name, cost, await measureSite(site));
  } finally {
    // A stopped build's children may still be writing for a moment.
    await rm(work, { recursive: true, force: true, maxRetries: 5 });
  }
}

await runCommand(() => benchCommand(process.argv.slice(2)));
