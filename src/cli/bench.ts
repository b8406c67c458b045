import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { measureSite } from './bench/measure-site.ts';
import { readPeers, type InstalledPeer } from './bench/peers/peer.ts';
import { runPeers } from './bench/peers/run-peer.ts';
import { benchReport, machine, measurementOf, type Measurement } from './bench/report.ts';
import { runBuild } from './bench/run-build.ts';
import { settle } from './bench/settle.ts';
import { folderSubject, inventedSubject, readSizes, type Subject } from './bench/subject.ts';
import { exitCodes, runCommand, UsageError } from './usage.ts';

const HELP = `Usage: npm run bench -- [--papers N,N… | --content DIR] [--against NAMES] [--json]

Builds archives of invented papers and prints what that takes, by stage, and what it makes.

  --papers N,N…    how many papers, an archive each (default: 1000,10000)
  --content DIR    build this content folder instead, errors left out
  --against NAMES  then make plain pages of the same papers and dates with hugo,eleventy (or one
                   of them), index them with Pagefind, and compare
  --json           print JSON (with npm run -s, nothing else is printed)

Every archive is built in a process and a temporary folder of its own; nothing stays.
Hugo must be installed; Eleventy is, into a temporary folder, from the npm registry.
Environment: TMPDIR (where the temporary folders go), SITE_URL and BASE_PATH as for a build.`;

/** What shells report for a command stopped with Ctrl-C. */
const INTERRUPTED = 130;

/** `npm run bench`: builds archives, measures the builds and prints tables. */
async function benchCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      papers: { type: 'string' },
      content: { type: 'string' },
      against: { type: 'string' },
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
  const peers = readPeers(values.against);

  const interruption = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => {
      interruption.abort();
    });
  const { signal } = interruption;
  try {
    const rows = await inFolder(async (tools) => {
      const installed: InstalledPeer[] = [];
      for (const peer of peers) installed.push(await peer.install(tools, signal));
      const measured: Measurement[] = [];
      for (const subject of subjects) measured.push(await measure(subject, installed, signal));
      return measured;
    });
    const document = { machine: machine(), archives: rows };
    console.log(values.json ? JSON.stringify(document, null, 1) : benchReport(rows));
    return exitCodes.done;
  } catch (error) {
    if (signal.aborted) return INTERRUPTED;
    throw error;
  }
}

function measure(
  subject: Subject,
  peers: readonly InstalledPeer[],
  signal: AbortSignal,
): Promise<Measurement> {
  return inFolder(async (work) => {
    // Standard output is for the result alone.
    console.error(`Building ${subject.label} …`);
    const content = await subject.provide(join(work, 'content'));
    const site = join(work, 'site');
    await settle();
    const cost = await runBuild(content, site, work, signal);
    const measurement = measurementOf(subject.name, cost, await measureSite(site));
    if (peers.length === 0) return measurement;
    await rm(site, { recursive: true });
    return { ...measurement, peers: await runPeers(peers, content, work, signal) };
  });
}

/** Works in a temporary folder that goes whatever happens. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
  try {
    return await work(folder);
  } finally {
    // A stopped build's children may still be writing for a moment.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

await runCommand(() => benchCommand(process.argv.slice(2)));
