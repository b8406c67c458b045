/** How the requests of a page are answered: from the network first, except for what can only be one thing. */

import { keptSearchFile } from './kept-search.ts';
import { HASHED, keep, kept, read, store } from './stores.ts';
import { isOurs, rememberTab, rememberWorker } from './tabs.ts';
import { keepVisit } from './visits.ts';
import { addressOf, nameAt, type FetchEvent } from './worker-scope.ts';

/** Milliseconds after which a page that is kept is shown, whatever the network may still send. */
const PATIENCE = 4000;
/** Where there is an answer to a page that is not kept. */
const OFFLINE_PAGE = 'offline/';
/** What hosts send, with its status, where there is nothing. */
const MISSING_PAGE = '404.html';
/** What is of this site: at the root of a host there may be others below it. */
const SITE =
  /^(?:$|(?:_astro|about|code|data|dates|list|map|offline|pagefind|papers|rising|search|subscribe|titles|topics|trending)\/|[^/]+\.(?:svg|webmanifest|json|txt)$)/;
/** Tabs whose page came from what is kept. */
const keptTabs = new Set<string>();

/** Answers a request, or leaves it to the browser. Whatever goes wrong here, the network is asked. */
export function answer(event: FetchEvent): void {
  const { request } = event;
  const name = nameAt(request.url);
  if (name === undefined || !SITE.test(name)) return;
  if (request.method !== 'GET' || request.headers.has('range')) return;
  event.respondWith(answerWith(event, name).catch(() => fetch(request)));
}

/** Whether the page of a tab came from what is kept. */
export function isFromKept(tab: string): boolean {
  return keptTabs.has(tab);
}

function answerWith(event: FetchEvent, name: string): Promise<Response> {
  if (event.request.mode === 'navigate') return page(event, name);
  if (name.startsWith(HASHED)) return hashedFile(event, name);
  if (name.startsWith('pagefind/')) return searchFile(event, name);
  return otherFile(event, name);
}

async function page(event: FetchEvent, name: string): Promise<Response> {
  // Revalidated: a copy in the browser's own cache may be of an earlier build.
  const sending = fetch(event.request, { cache: 'no-cache' });
  const found = (await isSlow(sending)) ? await kept(name) : undefined;
  if (found !== undefined) return keptPage(event, name, found);
  let response: Response;
  try {
    response = await sending;
  } catch (error) {
    return pageWithoutNetwork(event, name, error);
  }
  if (response.type === 'basic') {
    const sent = read(response.status === 404 ? MISSING_PAGE : name, response.clone());
    event.waitUntil(rememberTab(event.resultingClientId, sent));
    event.waitUntil(keepVisit(name, sent));
  }
  return response;
}

async function isSlow(sending: Promise<unknown>): Promise<boolean> {
  const waited = new Promise<boolean>((resolve) => {
    setTimeout(resolve, PATIENCE, true);
  });
  const sent = sending.then(
    () => false,
    () => false,
  );
  return Promise.race([sent, waited]);
}

async function pageWithoutNetwork(
  event: FetchEvent,
  name: string,
  error: unknown,
): Promise<Response> {
  const found = await kept(name);
  if (found !== undefined) return keptPage(event, name, found);
  const page = await kept(OFFLINE_PAGE);
  if (page === undefined) throw error;
  const shown = keptPage(event, OFFLINE_PAGE, page);
  return new Response(shown.body, { status: 503, headers: shown.headers });
}

function keptPage(event: FetchEvent, name: string, found: Response): Response {
  keptTabs.add(event.resultingClientId);
  event.waitUntil(rememberTab(event.resultingClientId, read(name, found.clone())));
  return found;
}

async function hashedFile(event: FetchEvent, name: string): Promise<Response> {
  if (event.request.destination === 'worker')
    event.waitUntil(rememberWorker(event.resultingClientId, event.clientId));
  const shell = await store('shell');
  const found = await shell.match(addressOf(name));
  if (found !== undefined) return found;
  const response = await fetch(event.request);
  event.waitUntil(keep(shell, name, response.clone()));
  return response;
}

async function searchFile(event: FetchEvent, name: string): Promise<Response> {
  const found = await keptSearchFile(name);
  if (found !== undefined && (await isOurs(event.clientId))) return found;
  return fetch(event.request);
}

async function otherFile(event: FetchEvent, name: string): Promise<Response> {
  // What is kept belongs together, also when the connection comes back in between.
  const same = isFromKept(event.clientId) ? await kept(name) : undefined;
  if (same !== undefined) return same;
  try {
    return await fetch(event.request);
  } catch (error) {
    const found = await kept(name);
    if (found !== undefined && (await isOurs(event.clientId))) return found;
    throw error;
  }
}
