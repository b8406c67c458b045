/**
 * The service worker: pages stay readable without a connection, and never those of two builds together.
 *
 * Each build has a worker and caches of its own. A worker serves only files whose fingerprints are of its
 * build, and only to tabs whose pages are. The next build's worker fills its caches beside it and takes
 * over when every open tab has a page of its build or none is open.
 */

import { answer, isFromKept } from './answers.ts';
import { keepSearchIfDue, whatIsKept, wishForSearch } from './kept-search.ts';
import { FROM_KEPT, type Message } from './messages.ts';
import { savesData } from './save-data.ts';
import { build, fetchInto, olderStores, store, storeName } from './stores.ts';
import { allTabsAreOurs, forgetClosedTabs } from './tabs.ts';
import { keepFirstVisit, revisit, takeOverVisits } from './visits.ts';
import { worker, type MessageFromPage } from './worker-scope.ts';

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});
worker.addEventListener('fetch', answer);
worker.addEventListener('message', (event) => {
  event.waitUntil(hear(event).catch(() => undefined));
});

/** All of the shell or nothing: a worker without it is none. */
async function install(): Promise<void> {
  try {
    const shell = await store('shell');
    const found = await Promise.all(build.shell.map((name) => fetchInto(shell, name)));
    if (!found.every(Boolean)) throw new Error('The site is that of another build.');
  } catch (error) {
    await caches.delete(storeName('shell'));
    throw error;
  }
  await takeOverIfHarmless();
}

async function activate(): Promise<void> {
  await takeOverVisits();
  await deleteOlderStores();
}

async function hear(event: MessageFromPage): Promise<void> {
  const message = event.data as Message;
  const [port] = event.ports;
  if (message.kind === 'tabs have changed') await takeOverIfHarmless();
  else if (message.kind === 'what is kept') port?.postMessage(await whatIsKept());
  else if (message.kind === 'keep search') {
    await wishForSearch(message.wanted).catch(() => undefined);
    port?.postMessage(await whatIsKept());
  } else await tend(event, message.address);
}

/** What there is time for once a page has loaded. */
async function tend({ source }: MessageFromPage, address: string): Promise<void> {
  if (source !== null && isFromKept(source.id)) source.postMessage(FROM_KEPT);
  const news: Message = { kind: 'tabs have changed' };
  worker.registration.waiting?.postMessage(news);
  await forgetClosedTabs();
  await deleteOlderStores();
  if (savesData()) return;
  await keepFirstVisit(address);
  await keepSearchIfDue();
  await revisit();
}

async function takeOverIfHarmless(): Promise<void> {
  if (await allTabsAreOurs()) await worker.skipWaiting();
}

/** Deletes what earlier builds kept, unless it may be that of a build that is being prepared. */
async function deleteOlderStores(): Promise<void> {
  const { installing, waiting } = worker.registration;
  if (installing !== null || waiting !== null) return;
  for (const name of await olderStores()) await caches.delete(name);
}
