/**
 * The parts of a service worker's surroundings that are used here: TypeScript has them in a library that
 * cannot stand beside that of pages (https://w3c.github.io/ServiceWorker/).
 */

import { fileName } from './offline-build.ts';

interface ExtendableEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  /** The tab or worker that asks. */
  readonly clientId: string;
  /** The tab that the answer will become. */
  readonly resultingClientId: string;
  respondWith: (response: Promise<Response>) => void;
}

export interface MessageFromPage extends ExtendableEvent {
  readonly data: unknown;
  readonly source: Client | null;
  readonly ports: readonly MessagePort[];
}

interface Client {
  readonly id: string;
  readonly url: string;
  readonly type: 'window' | 'worker' | 'sharedworker';
  postMessage: (message: unknown) => void;
}

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    get: (id: string) => Promise<Client | undefined>;
    matchAll: (options: {
      type?: 'window';
      includeUncontrolled?: boolean;
    }) => Promise<readonly Client[]>;
  };
  skipWaiting: () => Promise<void>;
  addEventListener: ((
    type: 'install' | 'activate',
    listener: (event: ExtendableEvent) => void,
  ) => void) &
    ((type: 'fetch', listener: (event: FetchEvent) => void) => void) &
    ((type: 'message', listener: (event: MessageFromPage) => void) => void);
}

export const worker = globalThis as unknown as WorkerScope;

/** The folder of the site: where every address that is ours begins. */
export const folder = new URL(worker.registration.scope);

/** The name of the file at an address of the site; undefined for addresses that are not of it. */
export function nameAt(address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  if (origin !== folder.origin || !pathname.startsWith(folder.pathname)) return undefined;
  return fileName(pathname.slice(folder.pathname.length));
}

/** The address of a file. */
export function addressOf(name: string): string {
  return new URL(name, folder).href;
}
