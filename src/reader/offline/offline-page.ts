/** The offline page: what this browser keeps of the archive, and the wish for the whole search. */

import { create, elementWithId } from '../dom.ts';
import type { Kept, Message } from './messages.ts';

/** Fills the page from the caches of the service worker, and wires its button. */
export function startOfflinePage(): void {
  const root = elementWithId('offline', HTMLElement);
  const status = elementWithId('kept-status', HTMLElement);
  elementWithId('not-kept', HTMLElement).hidden = location.pathname === root.dataset['path'];
  if (!('serviceWorker' in navigator)) {
    status.textContent = 'This browser keeps no pages of sites, or the connection is not secure.';
    return;
  }
  status.textContent = 'Nothing is kept yet. It comes with the first pages you visit.';
  void navigator.serviceWorker.ready.then(async ({ active }) => {
    if (active !== null) await show(active);
  });
}

async function show(worker: ServiceWorker): Promise<void> {
  const told = await ask(worker, { kind: 'what is kept' });
  showSearch(worker, told.search);
  const pages = [...(await pagesIn(told.visited)), ...(await pagesIn(told.shell))];
  elementWithId('kept-status', HTMLElement).textContent =
    'These pages can be read without a connection, the one you were on last first.';
  elementWithId('kept-pages', HTMLElement).replaceChildren(
    ...pages.map(({ address, title }) => create('li', {}, create('a', { href: address }, title))),
  );
}

function showSearch(worker: ServiceWorker, search: Kept['search']): void {
  const size = `${(search.bytes / 1_000_000).toFixed(1)} MB`;
  const status = elementWithId('search-status', HTMLElement);
  const button = elementWithId('keep-search', HTMLButtonElement);
  const isOwnWish = search.isKept && search.isWanted;
  status.textContent = search.isKept
    ? `The whole search is kept (${size}).`
    : `The search needs a connection, as it is not kept (${size}).`;
  button.textContent = isOwnWish
    ? 'Stop keeping the search'
    : `Keep the whole search for offline use (${size})`;
  // A small one is kept without a wish.
  button.hidden = search.isKept && !search.isWanted;
  button.onclick = () => {
    button.disabled = true;
    status.textContent = isOwnWish ? '' : 'Fetching the search …';
    void ask(worker, { kind: 'keep search', wanted: !isOwnWish }).then((told) => {
      button.disabled = false;
      showSearch(worker, told.search);
      if (!isOwnWish && !told.search.isKept)
        status.textContent = 'The search could not be fetched. Check the connection and try again.';
    });
  };
}

function ask(worker: ServiceWorker, message: Message): Promise<Kept> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Kept>) => {
      resolve(data);
    };
    worker.postMessage(message, [port2]);
  });
}

/** The pages in a cache, the newest first, by their headings. */
async function pagesIn(name: string): Promise<readonly { address: string; title: string }[]> {
  const cache = await caches.open(name);
  const found = [];
  for (const request of (await cache.keys()).toReversed()) {
    const response = await cache.match(request);
    if (response?.headers.get('content-type')?.startsWith('text/html') !== true) continue;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (page.querySelector('meta[name=robots]') !== null) continue;
    const title = page.querySelector('h1')?.textContent.trim();
    found.push({ address: request.url, title: title ?? request.url });
  }
  return found;
}
