import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createIndex, type NewIndexResponse } from 'pagefind';

import { SearchIndexError } from './search-index-error.ts';

/** Pagefind's process, started, and an index that it begins. */
export interface Launched {
  readonly creating: Promise<NewIndexResponse>;
  /** Is rejected when the process comes to an end. */
  readonly ended: Promise<never>;
  /** Is rejected with the end of the process instead when that is why Pagefind failed. */
  readonly explain: (error: unknown) => Promise<never>;
}

/** Starts Pagefind, and listens to its process, which it keeps to itself. */
export function launch(): Launched {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  let child: ChildProcess | undefined;
  const listen = (message: unknown): void => {
    child = (message as { process: ChildProcess }).process;
    child.once('exit', (code, signal) => {
      reject(
        new SearchIndexError(
          `Pagefind, which makes the search index, has stopped (${signal ?? `exit code ${String(code)}`}). ` +
            'A full disk or too little memory does that: make room, then try again.',
        ),
      );
    });
  };
  // `createIndex` starts the process before it returns.
  subscribe('child_process', listen);
  const creating = createIndex({ maxFragments: 1 });
  unsubscribe('child_process', listen);
  const explain = (error: unknown): Promise<never> => {
    if (child?.killed !== true) throw error;
    // Pagefind kills a process that takes no more, and does not wait for its end.
    child.ref();
    return ended;
  };
  return { creating, ended, explain };
}
