/** The search page in the browser: the address says what is asked, the page shows what is found. */

import { siteUrls } from '../../publish/site-urls.ts';
import { SORTS } from '../search.ts';
import { addressOf, stateIn, type SearchState } from './address.ts';
import { searchClient, type SearchClient } from './client.ts';
import { create, elementWithId } from './dom.ts';
import { facetGroups } from './facet-list.ts';
import type { Page } from './messages.ts';
import { fillExcerpts, resultItem } from './result-list.ts';
import { moveThroughResults } from './result-keys.ts';
import { listenForShortcuts, shortcutsAreOn, switchShortcuts } from './shortcuts.ts';
import { correctedText, summaryOf } from './summary.ts';

const ROWS = 10;
/** Milliseconds without a key after which the address changes and excerpts are read. */
const PAUSE = 250;
const NO_INDEX =
  'The search index could not be read. Check the connection, then load this page again.';

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

  let started: SearchClient | undefined;
  const client = (): SearchClient =>
    (started ??= searchClient(new URL(urls.file('pagefind/'), location.href)));

  let state = stateIn(new URLSearchParams(location.search));
  let page: Page | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const show = (answer: Page, asked: SearchState): void => {
    page = answer;
    results.replaceChildren(...answer.rows.map((row) => resultItem(row, answer.marks, urls)));
    status.textContent = summaryOf(asked.text, answer);
    advice.replaceChildren(...adviceFor(asked, answer));
    facets.replaceChildren(...facetGroups(answer.facets, asked));
    controls.hidden = answer.papers.length === 0;
    more.hidden = answer.rows.length >= answer.papers.length;
  };
  const clear = (): void => {
    page = undefined;
    for (const part of [results, advice, facets, status]) part.replaceChildren();
    controls.hidden = true;
    more.hidden = true;
  };
  const excerpts = async (): Promise<void> => {
    if (page !== undefined) await fillExcerpts(results, page.marks);
  };

  /** @param typing the reader is in the middle of it: excerpts and the address wait. */
  const run = async (typing: boolean): Promise<void> => {
    const asked = state;
    if (asked.text === '') {
      clear();
      return;
    }
    try {
      const answer = await client().search({ ...asked, typing }, ROWS);
      if (answer === undefined || asked !== state) return;
      show(answer, asked);
      if (!typing) await excerpts();
    } catch {
      clear();
      status.textContent = NO_INDEX;
    }
  };
  const go = (next: SearchState, how: 'pushState' | 'replaceState'): void => {
    clearTimeout(pause);
    state = next;
    const address = addressOf(next) || location.pathname;
    if (addressOf(next) !== location.search) history[how](null, '', address);
    void run(false);
  };
  const fromAddress = (): void => {
    state = stateIn(new URLSearchParams(location.search));
    input.value = state.text;
    order.value = state.sort;
    void run(false);
  };

  input.addEventListener('focus', () => {
    client()
      .open()
      .catch(() => undefined);
  });
  input.addEventListener('input', () => {
    clearTimeout(pause);
    state = { ...state, text: input.value.trim(), spelling: true };
    void run(true);
    pause = setTimeout(() => {
      const address = addressOf(state) || location.pathname;
      history.replaceState(null, '', address);
      void excerpts();
    }, PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go({ ...state, text: input.value.trim() }, 'pushState');
  });
  order.addEventListener('change', () => {
    const sort = SORTS.find((each) => each === order.value) ?? 'relevance';
    go({ ...state, sort }, 'pushState');
  });
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="?"]') : null;
    const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (!(link instanceof HTMLAnchorElement) || opensElsewhere) return;
    event.preventDefault();
    const next = stateIn(new URL(link.href).searchParams);
    input.value = next.text;
    const { operator } = link.dataset;
    go(next, 'pushState');
    if (operator === undefined) input.focus();
  });
  more.addEventListener('click', () => {
    if (page === undefined) return;
    const shown = page;
    const start = results.children.length;
    more.disabled = true;
    client()
      .rows(shown.papers.slice(start, start + ROWS))
      .then(async (rows) => {
        if (shown !== page) return;
        const items = rows.map((row) => resultItem(row, shown.marks, urls));
        results.append(...items);
        more.hidden = results.children.length >= shown.papers.length;
        items[0]?.querySelector('a')?.focus();
        await excerpts();
      })
      .catch(() => (status.textContent = NO_INDEX))
      .finally(() => (more.disabled = false));
  });
  const shortcuts = elementWithId('shortcuts', HTMLInputElement);
  shortcuts.checked = shortcutsAreOn();
  shortcuts.addEventListener('change', () => {
    switchShortcuts(shortcuts.checked);
  });
  listenForShortcuts(input);
  moveThroughResults(input, results);
  // Beside the results where there is room, else behind a summary.
  elementWithId('narrow', HTMLDetailsElement).open = matchMedia('(min-width: 54rem)').matches;
  addEventListener('popstate', fromAddress);
  fromAddress();
}

/** What was made of a query, and what to do when that was not meant. */
function adviceFor(state: SearchState, answer: Page): readonly HTMLElement[] {
  const { corrections, unknown, remarks, papers } = answer;
  const advice: HTMLElement[] = [];
  if (corrections.length > 0) {
    const instead = addressOf({ ...state, spelling: false });
    advice.push(
      create(
        'p',
        {},
        'Showing results for ',
        create('b', {}, correctedText(state.text, corrections)),
        '. ',
        create('a', { href: instead }, `Search instead for “${state.text}”`),
      ),
    );
  }
  if (papers.length > 0 && unknown.length > 0) {
    const words = unknown.map((word) => `“${word}”`).join(', ');
    advice.push(create('p', {}, `Nothing here is like ${words}; the other words were found.`));
  }
  advice.push(...remarks.map((remark) => create('p', {}, remark)));
  if (papers.length === 0) advice.push(create('p', {}, 'Try other or fewer words, or browse.'));
  return advice;
}
