/** What pages and the service worker say to each other. */

export type Message =
  /** A page has loaded: there is time for what is to be kept. */
  | { readonly kind: 'seen'; readonly address: string }
  /** The offline page asks what is kept; answered through the port of the message. */
  | { readonly kind: 'what is kept' }
  /** The reader wants the whole search, or wants it no more. */
  | { readonly kind: 'keep search'; readonly wanted: boolean }
  /** Tabs have changed: the worker of a newer build may be able to take over. */
  | { readonly kind: 'tabs have changed' };

/** The answer to “what is kept” and “keep search”. */
export interface Kept {
  /** The caches that pages are in. */
  readonly shell: string;
  readonly visited: string;
  readonly search: { readonly isKept: boolean; readonly isWanted: boolean; readonly bytes: number };
}

/** What the worker tells a page that came from what is kept. */
export const FROM_KEPT = 'offprint: from what is kept';
