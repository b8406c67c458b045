import { Worker } from 'node:worker_threads';

import type { Place } from '../archive/relate/layout.ts';
import type { Relations } from '../archive/relate/types.ts';
import type { Archive } from '../archive/types.ts';

/** An archive that is being related: both promises reject when that fails or is stopped. */
export interface Relating {
  readonly relations: Promise<Relations>;
  /** Of the papers on the map, in their order. */
  readonly places: Promise<readonly Place[]>;
  readonly stop: () => Promise<unknown>;
}

/** Relates an archive in a thread of its own: it takes seconds, in which the search index is filled. */
export function startRelating(archive: Archive): Relating {
  const relations = Promise.withResolvers<Relations>();
  const places = Promise.withResolvers<readonly Place[]>();
  // A build that fails elsewhere listens to neither.
  relations.promise.catch(() => undefined);
  places.promise.catch(() => undefined);
  const worker = new Worker(new URL('relate-worker.ts', import.meta.url), { workerData: archive });
  const fail = (error: unknown): void => {
    relations.reject(error);
    places.reject(error);
  };
  worker.once('message', (found: Relations) => {
    relations.resolve(found);
    worker.once('message', places.resolve);
  });
  worker.once('error', fail);
  worker.once('exit', () => {
    fail(new Error('Relating the papers was stopped before it was done.'));
  });
  return { relations: relations.promise, places: places.promise, stop: () => worker.terminate() };
}
