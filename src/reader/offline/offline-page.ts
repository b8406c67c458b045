/** The offline page: what this browser keeps of the archive, and the wish for the whole search. */

import { create, elementWithId } from '../dom.ts';
import type { Kept, Message } from './messages.ts';

const NOTHING = 'No page that you have visited is kept yet.';
/** Between the title of a page and the name of the archive. */
const SEPARATOR = ' · ';

interface KeptPage {
  readonly address: string;
  readonly title: string;
}

/** Fills the page from the caches of the service worker, and wires its button. */
export function startOfflinePage(): void {
  const root = elementWithId('offline', HTMLElement);
  const status = elementWithId('kept-status', HTMLElement);
  elementWithId('not-kept', HTMLElement).hidden = location.pathname === root.dataset['path'];
  if (!('serviceWorker' in navigator)) {
    status.textContent = 'This browser keeps no pages of sites, or the connection is not secure.';
    return;
  }
  status.textContent = NOTHING;
  void navigator.serviceWorker.ready.then(async ({ active }) => {
    if (active !== null) await show(active);
  });
}

async function show(worker: ServiceWorker): Promise<void> {
  const told = await ask(worker, { kind: 'what is kept' });
  showSearch(worker, told.search);
  const visited = await pagesIn(told.visited);
  const shell = await pagesIn(told.shell);
  // The last one first; the others in the order of their addresses.
  showPages('visited', visited.toReversed());
  showPages(
    'shell',
    shell.toSorted((a, b) => (a.address < b.address ? -1 : 1)),
  );
  elementWithId('kept-status', HTMLElement).textContent = visited.length === 0 ? NOTHING : '';
  elementWithId('always-kept', HTMLElement).hidden = shell.length === 0;
}

function showPages(list: string, pages: readonly KeptPage[]): void {
  elementWithId(list, HTMLElement).replaceChildren(
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

/** The pages in a cache, the oldest first. */
async function pagesIn(name: string): Promise<readonly KeptPage[]> {
  const cache = await caches.open(name);
  const found: KeptPage[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    if (response?.headers.get('content-type')?.startsWith('text/html') !== true) continue;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    // This one, and addresses that lead elsewhere.
    if (page.querySelector('meta[name=robots]') !== null) continue;
    found.push({ address: request.url, title: titleOf(page) });
  }
  return found;
}

/** Without the name of the archive, which the title of every page but the home page ends with. */
function titleOf(page: Document): string {
  const name = document.title.slice(document.title.indexOf(SEPARATOR));
  return page.title.endsWith(name) ? page.title.slice(0, -name.length) : page.title;
}
