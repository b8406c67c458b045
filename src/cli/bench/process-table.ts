import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time for programs in hundredths of a second (`USER_HZ`) on every usual architecture. */
const TICKS_PER_SECOND = 100;
/** Of the fields of `/proc/PID/stat` after the name, which ends at the last `)`: proc(5), fields 16 and 17. */
const CHILDREN_USER = 13;
const CHILDREN_SYSTEM = 14;

/** A process and all its descendants; those that ended meanwhile are passed over. */
export function processTree(pid: number): readonly number[] {
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
export function residentMemory(pid: number): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/**
 * Seconds that processors have spent, for programs and for the system, on the children of this process that
 * have ended, and on theirs; nothing where the system does not tell.
 */
export function cpuOfEndedChildren(): number | undefined {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[CHILDREN_USER]) + Number(fields[CHILDREN_SYSTEM]);
    return ticks / TICKS_PER_SECOND;
  } catch {
    return undefined;
  }
}
