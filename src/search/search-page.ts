/** The search page in the browser: a query from the address or the form, results as they are typed. */

import type { IsoDate } from '../digest/types.ts';
import { count } from '../publish/count.ts';
import { longDate } from '../publish/dates.ts';

const RESULTS_AT_ONCE = 20;
const TYPING_PAUSE = 120;

/** The part of Pagefind's browser API in use; its script is made with the index, not bundled. */
interface Engine {
  options: (options: { baseUrl: string; excerptLength: number }) => Promise<void>;
  init: () => Promise<void>;
  search: (query: string) => Promise<{ results: readonly Hit[] }>;
}

interface Hit {
  data: () => Promise<HitData>;
}

interface HitData {
  readonly url: string;
  /** Escaped HTML whose only elements are `mark`. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
}

/** Wires the form, the results and the address of the search page together. */
export function startSearchPage(): void {
  const root = element('search', HTMLElement);
  const form = root.querySelector('form');
  const input = element('query', HTMLInputElement);
  const status = root.querySelector('[role=status]');
  const results = element('results', HTMLElement);
  const more = element('more', HTMLButtonElement);
  if (!form || !status) return;

  let engine: Promise<Engine> | undefined;
  const load = (): Promise<Engine> => (engine ??= loadEngine(root.dataset));
  let hits: readonly Hit[] = [];
  let shown = 0;
  let latest = 0;

  const showMore = async (): Promise<void> => {
    const turn = latest;
    const start = shown;
    const data = await Promise.all(
      hits.slice(start, start + RESULTS_AT_ONCE).map((hit) => hit.data()),
    );
    // Another query, or another click that was answered first.
    if (turn !== latest || start !== shown) return;
    // Only now, so that the old results stand until the new ones are there.
    if (shown === 0) results.replaceChildren();
    shown += data.length;
    results.append(...data.map(resultItem));
    more.hidden = shown >= hits.length;
  };

  const run = async (): Promise<void> => {
    const turn = (latest += 1);
    const query = input.value.trim();
    try {
      const found = query === '' ? [] : (await (await load()).search(searchable(query))).results;
      if (turn !== latest) return;
      hits = found;
      shown = 0;
      await showMore();
      if (turn !== latest) return;
      status.textContent = statusText(query, found.length);
    } catch {
      engine = undefined;
      status.textContent =
        'The search index could not be loaded. Check the connection and try again.';
    }
  };

  const fromAddress = (): void => {
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    void run();
  };
  const toAddress = (how: 'pushState' | 'replaceState'): void => {
    const address = new URL(location.href);
    const query = input.value.trim();
    if (query === '') address.searchParams.delete('q');
    else address.searchParams.set('q', query);
    if (address.href !== location.href) history[how](null, '', address);
  };

  let pause: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('focus', () => void load().catch(() => (engine = undefined)), {
    once: true,
  });
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      toAddress('replaceState');
      void run();
    }, TYPING_PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    toAddress('pushState');
    void run();
  });
  more.addEventListener('click', () => void showMore());
  addEventListener('popstate', fromAddress);
  fromAddress();
}

async function loadEngine({ engine = '', base = '/' }: DOMStringMap): Promise<Engine> {
  const loaded = (await import(/* @vite-ignore */ engine)) as Engine;
  await loaded.options({ baseUrl: base, excerptLength: 34 });
  await loaded.init();
  return loaded;
}

/** A query without the signs at the start of its words, with which Pagefind finds nothing (`<EOS>`). */
function searchable(query: string): string {
  return query.replace(/(^|\s)[^\p{L}\p{N}"\s]+(?=[\p{L}\p{N}])/gu, '$1');
}

function statusText(query: string, found: number): string {
  if (query === '') return '';
  if (found === 0) return `Nothing found for “${query}”. Try fewer or other words.`;
  return count(found, 'paper');
}

function resultItem(data: HitData): HTMLLIElement {
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  heading.className = 'title';
  const link = document.createElement('a');
  link.href = data.url;
  link.textContent = data.meta['title'] ?? data.url;
  heading.append(link);
  const excerpt = document.createElement('p');
  excerpt.className = 'excerpt';
  excerpt.append(...marked(data.excerpt));
  item.append(heading, date(data.meta['date'] ?? ''), excerpt);
  return item;
}

function date(iso: string): HTMLParagraphElement {
  const line = document.createElement('p');
  line.className = 'marks';
  const time = document.createElement('time');
  time.dateTime = iso;
  time.textContent = iso === '' ? '' : longDate(iso as IsoDate);
  line.append(time);
  return line;
}

/** An excerpt as text and `mark` elements; nothing else of its HTML gets onto the page. */
function marked(excerpt: string): readonly Node[] {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...parsed.body.childNodes].map((node) => {
    const text = document.createTextNode(node.textContent ?? '');
    if (!(node instanceof HTMLElement) || node.localName !== 'mark') return text;
    const mark = document.createElement('mark');
    mark.append(text);
    return mark;
  });
}

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new TypeError(`No ${type.name} with id “${id}”`);
  return found;
}
