import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Astro keeps its intermediate files in one place for each project, so that builds must take turns. */
const LOCK = '.astro/build.lock';

/**
 * Runs `work` when no other build of this project is running, after waiting for one that is. The lock of
 * a build that was killed is taken over.
 */
export async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(LOCK), { recursive: true });
  let isWaiting = false;
  for (;;) {
    const isLocked = await writeFile(LOCK, String(process.pid), { flag: 'wx' }).then(
      () => false,
      () => true,
    );
    if (!isLocked) break;
    const holder = Number(await readFile(LOCK, 'utf8').catch(() => ''));
    if (holder > 0 && !isAlive(holder)) await rm(LOCK, { force: true });
    else if (!isWaiting) {
      console.error(
        `Another build of this project is running (process ${String(holder)}); waiting.`,
      );
      isWaiting = true;
    }
    await pause(200);
  }
  try {
    return await work();
  } finally {
    await rm(LOCK, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
