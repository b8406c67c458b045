import { existsSync } from 'node:fs';

import { processTree, residentMemory } from './process-table.ts';

const INTERVAL = 100;

/** Resident memory of a process and its children, one look after the other. */
export interface MemorySample {
  /** Seconds since the first look. */
  readonly at: number;
  /** MB. */
  readonly memory: number;
}

/** Follows the memory of a process and its children until stopped. */
export interface MemoryWatch {
  /** What was seen, in the order of time; nothing where the system does not tell. */
  readonly stop: () => readonly MemorySample[];
}

/**
 * Watches what `/proc` says of a process and everything it starts. Pages that two processes share count
 * twice, and a peak between two looks is missed: an estimate, a little high or a little low.
 */
export function watchMemory(pid: number): MemoryWatch {
  const samples: MemorySample[] = [];
  if (!existsSync(`/proc/${String(pid)}/task/${String(pid)}/children`))
    return { stop: () => samples };
  const start = performance.now();
  // Synchronous: the reads take microseconds, and this process has nothing else to do.
  const look = (): void => {
    const memory = processTree(pid).reduce((sum, each) => sum + residentMemory(each), 0);
    samples.push({ at: (performance.now() - start) / 1000, memory });
  };
  look();
  const timer = setInterval(look, INTERVAL);
  return {
    stop: () => {
      clearInterval(timer);
      return samples;
    },
  };
}

/**
 * The largest of the samples from `start` to `end`, in MB. What was seen last before `start` counts too: a
 * short stage may lie between two looks.
 *
 * @param samples in the order of time.
 * @returns nothing when there are none.
 */
export function peakBetween(
  samples: readonly MemorySample[],
  start: number,
  end: number,
): number | undefined {
  const first = Math.max(
    0,
    samples.findLastIndex(({ at }) => at <= start),
  );
  const seen = samples.slice(first).filter(({ at }, index) => index === 0 || at <= end);
  return seen.length === 0
    ? undefined
    : seen.reduce((peak, { memory }) => Math.max(peak, memory), 0);
}
