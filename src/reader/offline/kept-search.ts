/** The index of the search as one unit: it is there as a whole, or it is not used. */

import type { Kept } from './messages.ts';
import { SMALL_SEARCH } from './offline-build.ts';
import { build, fetchInto, memory, store, storeName } from './stores.ts';
import { addressOf } from './worker-scope.ts';

/** Files that are asked for at once. */
const AT_ONCE = 6;
const [CATALOGUE = ''] = build.search.files.slice(-1);

/** A file of the index, if all of it is kept: the catalogue is the last to come. */
export async function keptSearchFile(name: string): Promise<Response | undefined> {
  const search = await store('search');
  if ((await search.match(addressOf(CATALOGUE))) === undefined) return undefined;
  return search.match(addressOf(name));
}

/** Fetches the index where it is small or the reader has asked for it, in this build or an earlier one. */
export async function keepSearchIfDue(): Promise<void> {
  if (build.search.bytes <= SMALL_SEARCH || (await isWanted())) await keepSearch();
}

/**
 * Fetches the index; what is there already is not fetched again.
 *
 * @throws Error when a file cannot be had or is of another build; the next try goes on from there.
 */
export async function keepSearch(): Promise<void> {
  const search = await store('search');
  const files = build.search.files.slice(0, -1);
  for (let start = 0; start < files.length; start += AT_ONCE)
    await fetchAll(search, files.slice(start, start + AT_ONCE));
  await fetchAll(search, [CATALOGUE]);
}

/** Remembers whether the reader wants the whole search, for this build and those to come. */
export async function wishForSearch(wanted: boolean): Promise<void> {
  const cache = await memory();
  if (wanted) {
    await cache.put(wishAddress(), new Response('yes'));
    await keepSearch();
  } else {
    await cache.delete(wishAddress());
    await caches.delete(storeName('search'));
  }
}

/** What is kept, for the page that tells the reader. */
export async function whatIsKept(): Promise<Kept> {
  const isKept = (await keptSearchFile(CATALOGUE)) !== undefined;
  const search = { isKept, isWanted: await isWanted(), bytes: build.search.bytes };
  return { shell: storeName('shell'), visited: storeName('visited'), search };
}

async function fetchAll(cache: Cache, names: readonly string[]): Promise<void> {
  const results = await Promise.all(names.map((name) => fetchInto(cache, name)));
  if (!results.every(Boolean)) throw new Error('The search is not that of this build.');
}

async function isWanted(): Promise<boolean> {
  return (await (await memory()).match(wishAddress())) !== undefined;
}

function wishAddress(): string {
  return addressOf('?search');
}
