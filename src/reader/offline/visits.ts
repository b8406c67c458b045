/** Pages that the reader has been to: those of this build, the ones fetched longest ago go first. */

import {
  build,
  fetchFile,
  keep,
  kept,
  memory,
  olderStores,
  read,
  store,
  type SentFile,
} from './stores.ts';
import { addressOf, nameAt } from './worker-scope.ts';

const MOST_VISITED = 300;
/** Pages of an earlier build that are fetched again when they have changed. */
const MOST_REVISITED = 50;

/** Keeps a page that the reader is on, if it is of this build. */
export async function keepVisit(name: string, sent: Promise<SentFile>): Promise<void> {
  const { proven } = await sent;
  const isPage = proven?.headers.get('content-type')?.startsWith('text/html') === true;
  if (proven === undefined || !isPage || build.shell.includes(name)) return;
  const visited = await store('visited');
  // What is put in again is the newest.
  await visited.put(addressOf(name), proven);
  const pages = await visited.keys();
  for (const page of pages.slice(0, Math.max(0, pages.length - MOST_VISITED)))
    await visited.delete(page);
}

/** Keeps a page that was loaded before there was a worker. */
export async function keepFirstVisit(address: string): Promise<void> {
  const name = nameAt(address);
  if (name === undefined || (await kept(name)) !== undefined) return;
  await keepVisit(name, read(name, await fetchFile(name)));
}

/** Takes over the pages of earlier builds that are the same in this one, and notes down the others. */
export async function takeOverVisits(): Promise<void> {
  const visited = await store('visited');
  const changed: string[] = [];
  for (const older of await olderStores()) {
    if (!older.includes(':visited:')) continue;
    const pages = await caches.open(older);
    for (const { url } of await pages.keys()) {
      const name = nameAt(url) ?? '';
      const page = await pages.match(url);
      if (page !== undefined && !(await keep(visited, name, page))) changed.push(name);
    }
  }
  await remember([...(await toRevisit()), ...changed]);
}

/** Fetches again what has changed since the reader was there, one page after the other. */
export async function revisit(): Promise<void> {
  const visited = await store('visited');
  let names = await toRevisit();
  while (names.length > 0) {
    const name = names.at(-1) ?? '';
    const response = await fetchFile(name);
    // The host has a newer build: its worker goes on with the list.
    if (!(await keep(visited, name, response)) && response.status !== 404) return;
    names = names.slice(0, -1);
    await remember(names);
  }
}

async function toRevisit(): Promise<readonly string[]> {
  const list = await (await memory()).match(listAddress());
  return list === undefined ? [] : ((await list.json()) as readonly string[]);
}

async function remember(names: readonly string[]): Promise<void> {
  const list = [...new Set(names)].slice(-MOST_REVISITED);
  await (await memory()).put(listAddress(), new Response(JSON.stringify(list)));
}

function listAddress(): string {
  return addressOf('?revisit');
}
