import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Astro keeps its intermediate files in one place for each project, so that builds must take turns. */
const LOCK = '.astro/build.lock';
/** A lock is touched while its build runs; one that was not for this long is of a build that was killed. */
const TOUCHED_EVERY = 5000;
const LONGEST_UNTOUCHED = 120_000;

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
  const touch = setInterval(() => {
    const now = new Date();
    void utimes(LOCK, now, now).catch(() => undefined);
  }, TOUCHED_EVERY);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    await rm(LOCK, { force: true });
  }
}

async function take(): Promise<boolean> {
  try {
    await writeFile(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // On a full disk the file may have been made and not written.
    await rm(LOCK, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Process numbers come back, in containers soon: an own, dead or silent holder holds nothing. */
async function isAbandoned(holder: string): Promise<boolean> {
  if (Number(holder) === process.pid) return true;
  if (holder !== '' && !isAlive(Number(holder))) return true;
  const { mtimeMs } = await stat(LOCK).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > LONGEST_UNTOUCHED;
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
