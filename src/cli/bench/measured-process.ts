import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { watchMemory, type MemorySample } from './memory.ts';
import { cpuOfEndedChildren } from './process-table.ts';

/** A program that has ended, and what it took. */
export interface EndedProcess {
  /** Nothing when a signal ended it. */
  readonly code: number | null;
  /** What it wrote to standard error. */
  readonly complaints: string;
  /** Seconds from its start to its end. */
  readonly seconds: number;
  /** Seconds of processor time, of it and its children; absent where the system does not tell. */
  readonly cpu?: number;
  /** Of it and its children together; empty where the system does not tell. */
  readonly memory: readonly MemorySample[];
}

/** Where a program runs; its environment is that of this process and `env`. */
export interface ProcessPlace {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a program and measures it. One at a time: the time of everything that ends meanwhile is taken for
 * its own.
 *
 * @throws when it cannot be started, or `signal` has stopped it.
 */
export async function runMeasured(
  command: string,
  args: readonly string[],
  { cwd, env }: ProcessPlace,
  signal: AbortSignal,
): Promise<EndedProcess> {
  signal.throwIfAborted();
  const before = cpuOfEndedChildren();
  const start = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = (): void => void child.kill();
  signal.addEventListener('abort', stop);
  const watch = child.pid === undefined ? undefined : watchMemory(child.pid);
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    const seconds = (performance.now() - start) / 1000;
    signal.throwIfAborted();
    const after = cpuOfEndedChildren();
    const memory = watch?.stop() ?? [];
    return {
      ...{ code, complaints: complaints.trim(), seconds, memory },
      ...(before !== undefined && after !== undefined && { cpu: after - before }),
    };
  } finally {
    watch?.stop();
    signal.removeEventListener('abort', stop);
  }
}
