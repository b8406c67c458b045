import { rmSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { siteLock } from './site-folder.ts';

/** Astro keeps its intermediate files in one place for each project, so that builds must take turns. */
const PROJECT_LOCK = '.astro/build.lock';
/** A lock is touched while its build runs; one that was not for this long is of a build that was killed. */
const TOUCHED_EVERY = 5000;
const LONGEST_UNTOUCHED = 120_000;
/** What a lock holds. Process numbers mean something on one machine only, and containers are many. */
const OWN = `${String(process.pid)} ${hostname()}`;
const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `work` when no other build of this project, and none of another project into `outDir`, is running,
 * after waiting for one that is. The lock of a build that was killed is taken over.
 */
export async function withBuildLocks<T>(outDir: string, work: () => Promise<T>): Promise<T> {
  // Always in this order, so that no two builds wait for each other.
  return withLock(PROJECT_LOCK, 'of this project', () =>
    withLock(siteLock(outDir), `into ${outDir}`, work),
  );
}

async function withLock<T>(lock: string, which: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lock), { recursive: true });
  for (let waited = 0; !(await take(lock)); waited += 1) {
    const holder = await readFile(lock, 'utf8').catch(() => undefined);
    if (holder !== undefined && (await isAbandoned(lock, holder))) await remove(lock, holder);
    else if (waited === 0)
      console.error(`Another build ${which} is running (process ${holder ?? ''}); waiting.`);
    await pause(200);
  }
  // Of a build that has nothing left to do, the timer is no reason to stay.
  const touch = setInterval(() => {
    const now = new Date();
    void utimes(lock, now, now).catch(() => undefined);
  }, TOUCHED_EVERY).unref();
  const stop = (signal: NodeJS.Signals): void => {
    rmSync(lock, { force: true });
    process.kill(process.pid, signal);
  };
  for (const signal of STOPPING) process.once(signal, stop);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    for (const signal of STOPPING) process.off(signal, stop);
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, OWN, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // On a full disk the file may have been made and not written.
    await rm(lock, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Process numbers come back, in containers soon: an own, dead or silent holder holds nothing. */
async function isAbandoned(lock: string, holder: string): Promise<boolean> {
  if (holder === OWN) return true;
  const [pid, host] = holder.split(' ');
  if (host === hostname() && !isAlive(Number(pid))) return true;
  const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > LONGEST_UNTOUCHED;
}

/** Removes the lock of `holder`, and puts back what is there if somebody else was faster. */
async function remove(lock: string, holder: string): Promise<void> {
  const aside = `${lock}.${String(process.pid)}`;
  try {
    await rename(lock, aside);
    if ((await readFile(aside, 'utf8')) === holder) await rm(aside);
    else await rename(aside, lock);
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
