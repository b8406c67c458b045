import { Worker } from 'node:worker_threads';

/** Where the thread finds the archive, and where it writes. */
export interface MachineFilesJob {
  /** The folder that `handOver` wrote to. */
  readonly compiled: string;
  /** A folder that is made for it. */
  readonly folder: string;
}

/** Files that are being written: the promise rejects when that fails or is stopped. */
export interface WritingMachineFiles {
  readonly written: Promise<unknown>;
  readonly stop: () => Promise<unknown>;
}

/** Writes the files for programs in a thread of its own, while pages are rendered. */
export function startWritingMachineFiles(job: MachineFilesJob): WritingMachineFiles {
  const { promise: written, resolve, reject } = Promise.withResolvers<unknown>();
  // A build that fails elsewhere does not listen.
  written.catch(() => undefined);
  const worker = new Worker(new URL('machine-files-worker.ts', import.meta.url), {
    workerData: job,
  });
  worker.once('error', reject);
  worker.once('exit', (code) => {
    if (code === 0) resolve(undefined);
    else reject(new Error('Writing the files for programs was stopped before it was done.'));
  });
  return { written, stop: () => worker.terminate() };
}
