import { Worker } from 'node:worker_threads';

import type { RelatedArchive } from '../archive/relate/types.ts';
import type { KeyedFile } from './known-file.ts';

/** What the thread gets. */
export interface MachineFilesJob {
  readonly archive: RelatedArchive;
  /** Where it writes: an existing folder. */
  readonly folder: string;
  /** The earlier site, whose drawings it keeps, and what this one is made with (`toolsKey`). */
  readonly outDir: string;
  readonly tools: string;
}

/** The drawings among the files, by name. */
export type WrittenDrawings = readonly (readonly [file: string, known: KeyedFile])[];

/** Files that are being written: the promise rejects when that fails or is stopped. */
export interface WritingMachineFiles {
  readonly written: Promise<WrittenDrawings>;
  readonly stop: () => Promise<unknown>;
}

/** Writes the files for programs in a thread of its own, while pages are rendered. */
export function startWritingMachineFiles(job: MachineFilesJob): WritingMachineFiles {
  const { promise: written, resolve, reject } = Promise.withResolvers<WrittenDrawings>();
  // A build that fails elsewhere does not listen.
  written.catch(() => undefined);
  const worker = new Worker(new URL('machine-files-worker.ts', import.meta.url), {
    workerData: job,
  });
  worker.once('error', reject);
  worker.once('message', resolve);
  worker.once('exit', () => {
    reject(new Error('Writing the files for programs was stopped before it was done.'));
  });
  return { written, stop: () => worker.terminate() };
}
