import { Worker } from 'node:worker_threads';

import type { Topic } from '../archive/relate/types.ts';
import type { SearchDocument } from '../search/index/documents.ts';
import { SearchIndexError } from '../search/index/search-index-error.ts';

/** What the thread makes the search index of. */
export interface SearchIndexJob {
  readonly documents: readonly SearchDocument[];
  /** ISO 639-1. */
  readonly language: string;
  /** A folder that is made for the index. */
  readonly folder: string;
  /** A folder of finished parts of earlier builds, if there is one. */
  readonly store: string | undefined;
}

/** An index that is being made: the promise rejects when that fails or is stopped. */
export interface IndexingSearch {
  readonly written: Promise<unknown>;
  readonly stop: () => Promise<unknown>;
}

/**
 * Makes the search index in a thread of its own, while pages are rendered.
 *
 * @param topics when they are known; the index waits for them at its end.
 */
export function startIndexingSearch(
  job: SearchIndexJob,
  topics: Promise<readonly Topic[]>,
): IndexingSearch {
  const { promise: written, resolve, reject } = Promise.withResolvers<unknown>();
  // A build that fails elsewhere does not listen.
  written.catch(() => undefined);
  const worker = new Worker(new URL('search-index-worker.ts', import.meta.url), {
    workerData: job,
  });
  worker.once('error', (error: Error) => {
    // Between threads an error loses its class, but not its name.
    reject(error.name === 'SearchIndexError' ? new SearchIndexError(error.message) : error);
  });
  const notDone = new Error('Making the search index was stopped before it was done.');
  worker.once('exit', (code) => {
    if (code === 0) resolve(undefined);
    else reject(notDone);
  });
  const stop = (): Promise<unknown> => {
    reject(notDone);
    return worker.terminate();
  };
  topics.then((known) => {
    worker.postMessage(known);
  }, stop);
  return { written, stop };
}
