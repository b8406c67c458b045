import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

import { launchBrowser } from '../browser.ts';
import { median } from './metrics.ts';
import { serveFolder } from './served-folder.ts';

/** What typing a query into a page in a real browser takes. */
export interface Typing {
  /** From a key to the results of the text so far, median of all keys. */
  readonly milliseconds: number;
  /** The slowest key: the first one, which opens the index, as a rule. */
  readonly slowest: number;
  /** The page, its styles, faces and scripts, the query with ten results; bodies, text after gzip. */
  readonly bytes: number;
  readonly requests: number;
}

/** Milliseconds between keys of somebody who types fast. */
const BETWEEN_KEYS = 120;
/** Until the last excerpts are there. */
const AFTER_TYPING = 1500;

/**
 * Types a query into a search page in headless Chromium, key by key.
 *
 * @param folder a folder with a page at `path`, which has a field `#query` and puts results into `#results`.
 */
export async function typeInto(folder: string, path: string, query: string): Promise<Typing> {
  const server = await serveFolder(folder);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(server.address + path);
    await page.locator('#query').focus();
    await page.evaluate(RECORD);
    for (const key of query) {
      await page.keyboard.type(key);
      await page.waitForTimeout(BETWEEN_KEYS);
    }
    await page.waitForTimeout(AFTER_TYPING);
    const times = await timesOf(page);
    // The browser asks for an icon where a page names none.
    const { bytes, requests } = await server.taken([]);
    return { milliseconds: median(times), slowest: Math.max(...times), bytes, requests };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Notes for each key when the list of results changes after it. */
const RECORD = `{
  window.keyTimes = [];
  let start = 0;
  document.getElementById('query').addEventListener('input', () => (start = performance.now()), true);
  new MutationObserver(() => {
    if (start > 0) window.keyTimes.push(performance.now() - start);
    start = 0;
  }).observe(document.getElementById('results'), { childList: true });
}`;

async function timesOf(page: Page): Promise<readonly number[]> {
  return page.evaluate<number[]>('window.keyTimes');
}

/**
 * Writes a page around Pagefind as it comes, for comparison: every key searches, ten results are shown as
 * soon as they are loaded.
 *
 * @param folder with a Pagefind index in it.
 * @returns the path of the page.
 */
export async function writePagefindPage(folder: string): Promise<string> {
  await writeFile(join(folder, 'typing.html'), PAGE);
  await writeFile(join(folder, 'typing.js'), SCRIPT);
  return 'typing.html';
}

const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Pagefind</title>' +
  '<link rel="icon" href="data:,"><input id="query"><ol id="results"></ol>' +
  '<script type="module" src="typing.js"></script></html>';

const SCRIPT = `import { init, search } from './pagefind.js';
const input = document.getElementById('query');
const list = document.getElementById('results');
input.addEventListener('focus', () => init());
input.addEventListener('input', async () => {
  const text = input.value;
  const { results } = await search(text);
  const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  if (text !== input.value) return;
  list.replaceChildren(...shown.map(({ meta, excerpt }) => {
    const item = document.createElement('li');
    item.append(meta.title, new DOMParser().parseFromString(excerpt, 'text/html').body.textContent);
    return item;
  }));
});
`;
