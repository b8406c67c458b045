import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { BuildTimings } from '../build-command.ts';
import { exitCodes, UsageError } from '../usage.ts';
import { runMeasured } from './measured-process.ts';
import { stageCosts, type StageCost } from './stages.ts';

/** What one build took. */
export interface BuildCost {
  /** Seconds of the whole command, without what it waited for another build. */
  readonly seconds: number;
  /** Seconds of processor time, of the build and its children; absent where the system does not tell. */
  readonly cpu?: number;
  /** Peaks in MB. */
  readonly memory: {
    readonly build: number;
    /** The build and its children at one time; absent where the system does not tell. */
    readonly withChildren?: number;
  };
  readonly stages: readonly StageCost[];
}

const PROJECT = join(import.meta.dirname, '../../..');

/**
 * Builds the site of a content folder in a process of its own, so that no build inherits the memory of
 * another.
 *
 * @param scratch an existing folder for what must not be in the site.
 * @throws UsageError when the content folder cannot be used.
 */
export async function runBuild(
  content: string,
  outDir: string,
  scratch: string,
  signal: AbortSignal,
): Promise<BuildCost> {
  const timingsFile = join(scratch, 'timings.json');
  const { code, complaints, seconds, cpu, memory } = await runMeasured(
    process.execPath,
    [
      '--experimental-strip-types',
      '--disable-warning=ExperimentalWarning',
      join(PROJECT, 'src/cli/build.ts'),
      ...['--keep-going', '--outDir', outDir, '--timings', timingsFile],
    ],
    // Astro reports builds to its makers otherwise; that time is not ours.
    { cwd: PROJECT, env: { OFFPRINT_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' } },
    signal,
  );
  if (code === exitCodes.wrongUse) throw new UsageError(complaints);
  if (code !== exitCodes.done) throw new Error(`The build failed.\n${complaints}`);

  const timings = JSON.parse(await readFile(timingsFile, 'utf8')) as BuildTimings;
  const waits = timings.stages.filter(({ name }) => name === 'wait');
  const waited = waits.reduce((sum, { start, end }) => sum + end - start, 0);
  const build = timings.memory;
  const withChildren = memory.reduce((peak, sample) => Math.max(peak, sample.memory), build);
  return {
    seconds: seconds - waited,
    ...(cpu !== undefined && { cpu }),
    memory: { build, ...(memory.length > 0 && { withChildren }) },
    stages: stageCosts(timings, seconds, memory),
  };
}
