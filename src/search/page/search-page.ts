/** The search page in the browser: the address says what is asked, the page shows what is found. */

import { siteUrls } from '../../publish/site-urls.ts';
import { SORTS } from '../search.ts';
import { addressOf, stateIn, type SearchState } from './address.ts';
import { adviceFor } from './advice.ts';
import { searchClient, type SearchClient } from './client.ts';
import { elementWithId } from '../../reader/dom.ts';
import { facetGroups } from './facet-list.ts';
import type { Page } from './messages.ts';
import { moveThroughResults } from './result-keys.ts';
import { fillExcerpts, resultItem } from './result-list.ts';
import { followShortcuts } from '../../reader/keys/help-switch.ts';
import { summaryOf } from './summary.ts';

const ROWS = 10;
/** Milliseconds without a key after which a query is taken for finished. */
const PAUSE = 250;
/** Milliseconds after which a reader is told that something happens. */
const PATIENCE = 400;
const NO_INDEX =
  'The search index could not be read. Check the connection, then try again or load this page again.';

/** Wires the parts of the search page together. */
export function startSearchPage(): void {
  const root = elementWithId('search', HTMLElement);
  const form = elementWithId('search-form', HTMLFormElement);
  const input = elementWithId('query', HTMLInputElement);
  const order = elementWithId('order', HTMLSelectElement);
  const controls = elementWithId('controls', HTMLElement);
  const status = elementWithId('status', HTMLElement);
  const advice = elementWithId('advice', HTMLElement);
  const facets = elementWithId('facets', HTMLElement);
  const results = elementWithId('results', HTMLElement);
  const more = elementWithId('more', HTMLButtonElement);
  const urls = siteUrls(root.dataset['base'] ?? '/', undefined);
  const name = document.title;

  let client: SearchClient | undefined;
  const opened = (): SearchClient =>
    (client ??= searchClient(new URL(urls.file('pagefind/'), location.href)));
  /** A worker that has failed is no use any more. */
  const fail = (): void => {
    client?.close();
    client = undefined;
    status.textContent = NO_INDEX;
  };

  let state = stateIn(new URLSearchParams(location.search));
  /** What is on the page, and what it answers. */
  let shown: { page: Page; asked: SearchState } | undefined;
  /** Typing: the address, the advice and the excerpts wait until the reader pauses. */
  let isTyping = false;
  /** The entry of the history in use is that of the query being typed. */
  let hasEntry = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const show = (page: Page, asked: SearchState): void => {
    const focused = focusedOperator(facets);
    shown = { page, asked };
    results.replaceChildren(...page.rows.map((row) => resultItem(row, page.marks, urls)));
    status.textContent = summaryOf(asked.text, page);
    facets.replaceChildren(...facetGroups(page.facets, asked));
    controls.hidden = page.papers.length === 0;
    more.hidden = page.rows.length >= page.papers.length;
    if (focused !== undefined) (linkWithOperator(facets, focused) ?? input).focus();
    if (isTyping) advice.replaceChildren();
    else finish();
  };
  const finish = (): void => {
    if (shown === undefined) return;
    advice.replaceChildren(...adviceFor(shown.asked, shown.page, urls));
    void fillExcerpts(results, shown.page.marks);
  };
  const clear = (): void => {
    shown = undefined;
    for (const part of [results, advice, facets, status]) part.replaceChildren();
    controls.hidden = true;
    more.hidden = true;
  };

  const run = async (): Promise<void> => {
    const asked = state;
    document.title = asked.text === '' ? name : `${asked.text} · ${name}`;
    if (asked.text === '') {
      clear();
      return;
    }
    const waiting = setTimeout(() => (status.textContent = 'Searching …'), PATIENCE);
    try {
      const page = await opened().search({ ...asked, typing: isTyping }, ROWS);
      if (page !== undefined && asked === state) show(page, asked);
    } catch {
      if (asked !== state) return;
      clear();
      fail();
    } finally {
      clearTimeout(waiting);
    }
  };

  /** Writes what is asked into the address: a new entry of the history for a new query, not for each key. */
  const writeAddress = (): void => {
    clearTimeout(pause);
    const address = addressOf(state);
    if (address === location.search) return;
    history[hasEntry ? 'replaceState' : 'pushState'](null, '', address || location.pathname);
    hasEntry = isTyping;
  };
  const settle = (): void => {
    writeAddress();
    isTyping = false;
    if (shown?.asked === state) finish();
  };
  const go = (next: SearchState): void => {
    state = next;
    isTyping = false;
    writeAddress();
    hasEntry = false;
    void run();
  };
  /** Goes somewhere else than where the typing led to, which stays in the history. */
  const goOn = (next: SearchState): void => {
    hasEntry = false;
    go(next);
  };
  const fromAddress = (): void => {
    clearTimeout(pause);
    isTyping = false;
    hasEntry = false;
    state = stateIn(new URLSearchParams(location.search));
    input.value = state.text;
    order.value = state.sort;
    void run();
  };

  input.addEventListener('focus', () => {
    opened()
      .open()
      .catch(() => undefined);
  });
  input.addEventListener('input', () => {
    isTyping = true;
    state = { ...state, text: input.value.trim(), spelling: true };
    void run();
    clearTimeout(pause);
    pause = setTimeout(settle, PAUSE);
  });
  addEventListener('pagehide', () => {
    if (isTyping) settle();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go({ ...state, text: input.value.trim() });
  });
  order.addEventListener('change', () => {
    const sort = SORTS.find((each) => each === order.value) ?? 'relevance';
    goOn({ ...state, sort });
  });
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (link === null || opensElsewhere) return;
    // The search has to be in the history before the paper is.
    if (isTyping) settle();
    if (link.origin !== location.origin || link.pathname !== location.pathname) return;
    event.preventDefault();
    const next = stateIn(new URL(link.href).searchParams);
    input.value = next.text;
    goOn(next);
    if (link.dataset['operator'] === undefined) input.focus();
  });
  more.addEventListener('click', () => {
    if (shown === undefined) return;
    const { page } = shown;
    const start = results.children.length;
    more.disabled = true;
    opened()
      .rows(page.papers.slice(start, start + ROWS))
      .then((rows) => {
        if (shown?.page !== page) return;
        const items = rows.map((row) => resultItem(row, page.marks, urls));
        results.append(...items);
        more.hidden = results.children.length >= page.papers.length;
        items[0]?.querySelector('a')?.focus();
        void fillExcerpts(results, page.marks);
      })
      .catch(fail)
      .finally(() => (more.disabled = false));
  });
  followShortcuts(elementWithId('shortcuts', HTMLInputElement));
  moveThroughResults(input, results, more);
  openWhereThereIsRoom(elementWithId('narrow', HTMLDetailsElement));
  addEventListener('popstate', fromAddress);

  const typedBefore = input.value.trim();
  fromAddress();
  if (state.text === '' && typedBefore !== '') {
    // Typed before this script was there.
    input.value = typedBefore;
    go({ ...state, text: typedBefore });
  }
}

function focusedOperator(facets: HTMLElement): string | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && facets.contains(focused)
    ? focused.dataset['operator']
    : undefined;
}

function linkWithOperator(facets: HTMLElement, operator: string): HTMLElement | undefined {
  return Array.from(facets.querySelectorAll<HTMLElement>('[data-operator]')).find(
    (link) => link.dataset['operator'] === operator,
  );
}

/** Facets stand beside the results where there is room, else behind a summary. */
function openWhereThereIsRoom(details: HTMLDetailsElement): void {
  const room = matchMedia('(min-width: 54rem)');
  const follow = (): void => {
    details.open = room.matches;
  };
  room.addEventListener('change', follow);
  follow();
}
