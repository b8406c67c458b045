import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Astro keeps its intermediate files in one place for each project, so that builds must take turns. */
const LOCK = '.astro/build.lock';
/** Between making the file and writing to it, a lock is empty; for longer, its maker is gone. */
const LONGEST_EMPTY = 5000;

/**
 * Runs `work` when no other build of this project is running, after waiting for one that is. The lock of
 * a build that was killed is taken over.
 */
export async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(LOCK), { recursive: true });
  for (let waited = 0; !(await take()); waited += 1) {
    const holder = await readFile(LOCK, 'utf8').catch(() => undefined);
    if (holder !== undefined && (await isAbandoned(holder))) await remove(holder);
    else if (waited === 0)
      console.error(`Another build of this project is running (process ${holder ?? ''}); waiting.`);
    await pause(200);
  }
  try {
    return await work();
  } finally {
    await rm(LOCK, { force: true });
  }
}

async function take(): Promise<boolean> {
  try {
    await writeFile(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function isAbandoned(holder: string): Promise<boolean> {
  if (holder !== '') return !isAlive(Number(holder));
  const { mtimeMs } = await stat(LOCK).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > LONGEST_EMPTY;
}

/** Removes the lock of `holder`, and puts back what is there if somebody else was faster. */
async function remove(holder: string): Promise<void> {
  const aside = `${LOCK}.${String(process.pid)}`;
  try {
    await rename(LOCK, aside);
    if ((await readFile(aside, 'utf8')) === holder) await rm(aside);
    else await rename(aside, LOCK);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
