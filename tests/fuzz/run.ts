import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { stringify } from 'yaml';

import { alignColumns, grouped } from '../../src/cli/bench/table.ts';
import { exitCodes, runCommand, UsageError } from '../../src/cli/usage.ts';
import type { Finding, PartResult } from './part.ts';
import type { WorkerTask } from './worker.ts';

const HELP = `Usage: npm run fuzz -- [--count N] [--seed S] [--content DIR]…

Changes digests at random and checks what is made of them, until something is wrong.

  --count N      how many digests (default: 10000)
  --seed S       where chance starts, to repeat a run (default: by chance)
  --content DIR  take more digests to change from this content folder

A digest that fails is made as small as can be and written to a temporary folder. Exit code 1 then.`;

const HIGHEST_SEED = 2 ** 32;

/** `npm run fuzz`. */
async function fuzzCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: String(randomInt(HIGHEST_SEED)) },
      content: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return exitCodes.done;
  }
  const [count, seed] = [wholeNumber('count', values.count), wholeNumber('seed', values.seed)];
  console.log(`Seed ${String(seed)}`);

  const step = availableParallelism();
  const start = performance.now();
  const tasks = Array.from({ length: step }, (_, first) => {
    return { seed, first, step, count: Math.ceil(count / step), folders: values.content };
  });
  const results = await Promise.all(tasks.map(runWorker));
  const seconds = (performance.now() - start) / 1000;

  for (const line of alignColumns(rowsOf(results, seconds))) console.log(line);
  const findings = results.flatMap((result) => result.finding ?? []);
  for (const finding of findings) {
    console.error(
      `\nCase ${String(finding.index)}, oracle “${finding.oracle}”:\n${finding.detail}`,
    );
    console.error(`The content folder that shows it: ${writeFinding(finding)}`);
  }
  return findings.length > 0 ? exitCodes.contentErrors : exitCodes.done;
}

function wholeNumber(name: string, written: string): number {
  const value = Number(written);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new UsageError(`--${name} takes a whole number.`);
}

async function runWorker(task: WorkerTask): Promise<PartResult> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function rowsOf(results: readonly PartResult[], seconds: number): readonly (readonly string[])[] {
  const sum = (valueOf: (result: PartResult) => number): number =>
    results.reduce((total, result) => total + valueOf(result), 0);
  const digests = sum((result) => result.digests);
  const { index, milliseconds } = results
    .map(({ slowest }) => slowest)
    .reduce((a, b) => (a.milliseconds > b.milliseconds ? a : b));
  return [
    ['digests', grouped(digests)],
    ['megabytes', grouped(sum(({ bytes }) => bytes) / 1e6, 1)],
    ['digests per second', grouped(digests / seconds, 1)],
    [`slowest input, ms (case ${String(index)})`, grouped(milliseconds, 1)],
    ['archives with an error', grouped(sum(({ reports }) => reports.error))],
    ['archives with a warning', grouped(sum(({ reports }) => reports.warning))],
    ['archives without either', grouped(sum(({ reports }) => reports.nothing))],
    ['failures', grouped(sum(({ finding }) => (finding ? 1 : 0)))],
  ];
}

/** Writes a case as a content folder that a build can be tried on. */
function writeFinding({ fuzzed: { digests, settings } }: Finding): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-fuzz-'));
  mkdirSync(join(folder, 'digests'));
  for (const { file, bytes } of digests) writeFileSync(join(folder, file), bytes);
  const { year, links } = settings;
  writeFileSync(join(folder, 'archive.yaml'), stringify({ ...(year && { year }), links }));
  return folder;
}

await runCommand(() => fuzzCommand(process.argv.slice(2)));
