import { existsSync, readdirSync, readFileSync } from 'node:fs';

const INTERVAL = 100;

/** Follows the memory of a process and its children until stopped. */
export interface MemoryWatch {
  /** The most resident memory they had at one time, in MB; nothing where the system does not tell. */
  readonly stop: () => number | undefined;
}

/**
 * Watches what `/proc` says of a process and everything it starts. Pages that two processes share count
 * twice, and a peak between two looks is missed: an estimate, a little high or a little low.
 */
export function watchMemory(pid: number): MemoryWatch {
  if (!existsSync(`/proc/${String(pid)}/task/${String(pid)}/children`))
    return { stop: () => undefined };
  let peak = 0;
  // Synchronous: the reads take microseconds, and this process has nothing else to do.
  const timer = setInterval(() => {
    const resident = processTree(pid).reduce((sum, each) => sum + residentMemory(each), 0);
    peak = Math.max(peak, resident);
  }, INTERVAL);
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

/** A process and all its descendants; those that ended meanwhile are passed over. */
function processTree(pid: number): readonly number[] {
  return [
    pid,
    ...threads(pid)
      .flatMap((thread) => childrenOf(pid, thread))
      .flatMap(processTree),
  ];
}

function threads(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${String(pid)}/task`);
  } catch {
    return [];
  }
}

/** Linux lists children by the thread that started them. */
function childrenOf(pid: number, thread: string): readonly number[] {
  try {
    return readFileSync(`/proc/${String(pid)}/task/${thread}/children`, 'utf8')
      .split(' ')
      .flatMap((child) => (child === '' ? [] : Number(child)));
  } catch {
    return [];
  }
}

/** Resident memory in MB. */
function residentMemory(pid: number): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
