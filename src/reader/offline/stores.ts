/** The caches of this build. Others on the same host are never touched: ours carry the folder of the site. */

import { digestOf, fingerprintIn, unpackFingerprints } from './fingerprint.ts';
import type { OfflineBuild } from './offline-build.ts';
import { addressOf, folder } from './worker-scope.ts';

declare const OFFPRINT_BUILD: OfflineBuild;

/** The build that this worker came with. */
export const build = OFFPRINT_BUILD;

/** What every build needs, pages that the reader has been to, and the index of the search. */
export type StoreKind = 'shell' | 'visited' | 'search';

/** The folder of scripts, styles and faces: their names hold a hash of what is in them. */
export const HASHED = '_astro/';

const OURS = `offprint:${folder.pathname}:`;
let fingerprints: ReadonlySet<number> | undefined;

export function storeName(kind: StoreKind): string {
  return `${OURS}${kind}:${build.id}`;
}

export function store(kind: StoreKind): Promise<Cache> {
  return caches.open(storeName(kind));
}

/** What the reader's browser remembers from build to build: wishes, tabs, pages to be read again. */
export function memory(): Promise<Cache> {
  return caches.open(`${OURS}reader`);
}

/** Names of the caches that other builds of this site have left. */
export async function olderStores(): Promise<readonly string[]> {
  const names = await caches.keys();
  return names.filter(
    (name) => name.startsWith(OURS) && name !== `${OURS}reader` && !name.endsWith(`:${build.id}`),
  );
}

export function isOfBuild(fingerprint: number): boolean {
  fingerprints ??= unpackFingerprints(build.fingerprints);
  return fingerprints.has(fingerprint);
}

/** A response that has been read, and what it is by its fingerprint. */
export interface SentFile {
  readonly fingerprint: number;
  /** To be kept: undefined when it is no file of this build. */
  readonly proven: Response | undefined;
}

/** Reads what was sent under a name. */
export async function read(name: string, response: Response): Promise<SentFile> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const fingerprint = fingerprintIn(await digestOf(name, bytes));
  if (!response.ok || !isOfBuild(fingerprint)) return { fingerprint, proven: undefined };
  // A new one: browsers refuse pages that came by a redirect, and the body is no longer compressed.
  const headers = new Headers(response.headers);
  // A cache does not take what varies with everything.
  for (const unfit of ['content-encoding', 'content-length', 'vary']) headers.delete(unfit);
  return { fingerprint, proven: new Response(bytes, { headers }) };
}

/**
 * Puts a response into a cache if it is what this build has under that name.
 *
 * @returns whether it is.
 */
export async function keep(cache: Cache, name: string, response: Response): Promise<boolean> {
  const { proven } = await read(name, response);
  if (proven !== undefined) await cache.put(addressOf(name), proven);
  return proven !== undefined;
}

/**
 * Fetches a file into a cache, unless it is there.
 *
 * @returns whether it is there now: not when the host has none or that of another build.
 */
export async function fetchInto(cache: Cache, name: string): Promise<boolean> {
  if ((await cache.match(addressOf(name))) !== undefined) return true;
  return keep(cache, name, await fetchFile(name));
}

/** Fetches a file, revalidated unless its name says what is in it. */
export function fetchFile(name: string): Promise<Response> {
  return fetch(addressOf(name), { cache: name.startsWith(HASHED) ? 'default' : 'no-cache' });
}

/** A file from what is always kept or from what was visited. */
export async function kept(name: string): Promise<Response | undefined> {
  for (const kind of ['shell', 'visited'] as const) {
    const found = await (await store(kind)).match(addressOf(name));
    if (found !== undefined) return found;
  }
  return undefined;
}
