/**
 * Which build the open tabs are of. A tab is known by the fingerprint of its page, which says so for this
 * build and for the next one alike; of a tab that is not known, nothing is assumed.
 */

import { isOfBuild, memory, type SentFile } from './stores.ts';
import { addressOf, folder, worker } from './worker-scope.ts';

const known = new Map<string, Promise<number | undefined>>();

/** Remembers the page of a tab, also for when the browser has put this worker to sleep in between. */
export async function rememberTab(id: string, sent: Promise<SentFile>): Promise<void> {
  await remember(
    id,
    sent.then(({ fingerprint }) => fingerprint),
  );
}

/** Remembers that a worker has been started by a tab. */
export async function rememberWorker(id: string, tab: string): Promise<void> {
  await remember(id, fingerprintOf(tab));
}

/**
 * Whether who asks has a page of this build. Some browsers do not say which tab a worker was started by:
 * that one has if every tab has.
 */
export async function isOurs(id: string): Promise<boolean> {
  if (await hasOurPage(id)) return true;
  const asking = await worker.clients.get(id);
  return asking !== undefined && asking.type !== 'window' && allTabsAreOurs();
}

/** Whether every open tab of the site has a page of this build, so that this worker harms none of them. */
export async function allTabsAreOurs(): Promise<boolean> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const tabs = windows.filter(({ url }) => url.startsWith(folder.href));
  return (await Promise.all(tabs.map(({ id }) => hasOurPage(id)))).every(Boolean);
}

/** Forgets tabs that have been closed. */
export async function forgetClosedTabs(): Promise<void> {
  const cache = await memory();
  for (const { url } of await cache.keys()) {
    const id = /\?tab=(.+)$/.exec(url)?.[1];
    if (id === undefined || (await worker.clients.get(id)) !== undefined) continue;
    known.delete(id);
    await cache.delete(url);
  }
}

async function remember(id: string, reading: Promise<number | undefined>): Promise<void> {
  if (id === '') return;
  known.set(
    id,
    reading.catch(() => undefined),
  );
  const fingerprint = await known.get(id);
  if (fingerprint === undefined) return;
  await (await memory()).put(recordOf(id), new Response(String(fingerprint)));
}

async function hasOurPage(id: string): Promise<boolean> {
  const fingerprint = await fingerprintOf(id);
  return fingerprint !== undefined && isOfBuild(fingerprint);
}

async function fingerprintOf(id: string): Promise<number | undefined> {
  const remembered = await known.get(id);
  if (remembered !== undefined) return remembered;
  const record = await (await memory()).match(recordOf(id));
  return record === undefined ? undefined : Number(await record.text());
}

function recordOf(id: string): string {
  return addressOf(`?tab=${id}`);
}
