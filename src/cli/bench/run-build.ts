import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { BuildTimings } from '../build-command.ts';
import { exitCodes, UsageError } from '../usage.ts';
import { watchMemory } from './memory.ts';

/** What one build took. */
export interface BuildCost {
  /** Pages and search run side by side; `total` is the wall clock of the whole command. */
  readonly seconds: Omit<BuildTimings['seconds'], 'waited'>;
  /** Peaks in MB. */
  readonly memory: {
    readonly build: number;
    /** The build and its children at one time; absent where the system does not tell. */
    readonly withChildren?: number;
  };
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
  signal.throwIfAborted();
  const timingsFile = join(scratch, 'timings.json');
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--experimental-strip-types',
      '--disable-warning=ExperimentalWarning',
      join(PROJECT, 'src/cli/build.ts'),
      ...['--keep-going', '--outDir', outDir, '--timings', timingsFile],
    ],
    {
      cwd: PROJECT,
      // Astro reports builds to its makers otherwise; that time is not ours.
      env: { ...process.env, OFFPRINT_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const stop = (): void => void child.kill();
  signal.addEventListener('abort', stop);
  const watch = child.pid === undefined ? undefined : watchMemory(child.pid);
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    const elapsed = (performance.now() - start) / 1000;
    signal.throwIfAborted();
    if (code === exitCodes.wrongUse) throw new UsageError(complaints.trim());
    if (code !== exitCodes.done) throw new Error(`The build failed.\n${complaints.trim()}`);

    const timings = JSON.parse(await readFile(timingsFile, 'utf8')) as BuildTimings;
    const { waited, ...stages } = timings.seconds;
    const build = timings.memory;
    const tree = watch?.stop();
    return {
      seconds: { ...stages, total: elapsed - waited },
      memory: { build, ...(tree !== undefined && { withChildren: Math.max(tree, build) }) },
    };
  } finally {
    watch?.stop();
    signal.removeEventListener('abort', stop);
  }
}
