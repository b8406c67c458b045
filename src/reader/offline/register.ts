/** Every page: starts the service worker once there is time, and says when the reader is offline. */

import { create, elementWithId } from '../dom.ts';
import { FROM_KEPT, type Message } from './messages.ts';
import { savesData } from './save-data.ts';

const OFFLINE = 'You are offline.';
const UNREACHABLE = 'The connection is lost or slow.';

/** Wires the note in the foot of the page, which says where the service worker is. */
export function startOfflineUse(): void {
  const note = elementWithId('offline-note', HTMLElement);
  const { worker, scope, page } = note.dataset;
  if (worker === undefined || scope === undefined || page === undefined) return;
  const tell = (what: string): void => {
    const more = create('a', { href: page }, 'What you can read');
    note.replaceChildren(...(what === '' ? [] : [`${what} `, more]));
  };
  addEventListener('offline', () => {
    tell(OFFLINE);
  });
  addEventListener('online', () => {
    tell('');
  });
  if (!navigator.onLine) tell(OFFLINE);
  // Absent where the connection is not secure.
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data === FROM_KEPT) tell(navigator.onLine ? UNREACHABLE : OFFLINE);
  });
  addEventListener('load', () => {
    register(worker, scope).catch(() => undefined);
  });
}

/** Registers the worker and tells it that this page has been seen; a reader who saves data is not asked to. */
async function register(worker: string, scope: string): Promise<void> {
  const { serviceWorker } = navigator;
  if (savesData() && (await serviceWorker.getRegistration(scope)) === undefined) return;
  await serviceWorker.register(worker, { scope, updateViaCache: 'none' });
  const { active } = await serviceWorker.ready;
  const seen: Message = { kind: 'seen', address: location.href };
  active?.postMessage(seen);
}
