/** The service worker of an archive that keeps nothing: it takes back what earlier builds have put in place. */

import { folder, worker } from './worker-scope.ts';

worker.addEventListener('install', (event) => {
  event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(leave());
});

async function leave(): Promise<void> {
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`offprint:${folder.pathname}:`));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
