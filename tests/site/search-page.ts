import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { elements, hasClass, readPage, textContent } from './html.ts';
import type { ServedSite } from './server.ts';

/** What the search page says of a query. */
export interface Answer {
  /** The sentence a screen reader is told. */
  readonly status: string;
  /** How many papers have all words: the first number of the status, 0 when nothing is found. */
  readonly papers: number;
  /** Of the first results. */
  readonly titles: readonly string[];
  readonly advice: readonly string[];
}

/** Opens the search page with a query in its address and waits for the answer. */
export async function ask(page: Page, site: ServedSite, query: string): Promise<Answer> {
  await page.goto(addressFor(site, query));
  return answerOn(page);
}

/** Asks on an open search page, as somebody who presses Enter. Much faster than to open it again. */
export async function askOn(page: Page, query: string): Promise<Answer> {
  await page.evaluate(`
    const box = document.getElementById('query');
    for (const text of ['', ${JSON.stringify(query)}]) {
      box.value = text;
      box.form.requestSubmit();
    }`);
  return answerOn(page);
}

/** The address of a query on a site. */
export function addressFor(site: ServedSite, query: string): string {
  return site.url(`/search/?q=${encodeURIComponent(query)}`);
}

/** The answer on an open page, once there is one. */
export async function answerOn(page: Page): Promise<Answer> {
  const text = page.locator('#status');
  await expect
    .poll(() => text.textContent(), { timeout: 10_000, interval: 20 })
    .toMatch(/^(?!Searching …$)./);
  const status = await text.innerText();
  return {
    status,
    papers: Number(/^[\d,]+/.exec(status)?.[0].replaceAll(',', '') ?? 0),
    titles: await page.locator('#results .title').allInnerTexts(),
    advice: await page.locator('#advice > p').allInnerTexts(),
  };
}

/** Waits until the page says what a pattern fits, and returns it. */
export async function statusLike(page: Page, pattern: RegExp): Promise<string> {
  const status = page.locator('#status');
  await expect.poll(() => status.textContent(), { timeout: 10_000, interval: 20 }).toMatch(pattern);
  return status.innerText();
}

/** The excerpts of all results, once each has one. */
export async function excerptsOn(page: Page): Promise<readonly string[]> {
  await expect
    .poll(() => page.locator('#results .excerpt:empty').count(), { interval: 20 })
    .toBe(0);
  return page.locator('#results .excerpt').allInnerTexts();
}

/** The element that has the focus, as its id or its text. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    "document.activeElement.id || (document.activeElement === document.body ? 'body' : document.activeElement.textContent.trim())",
  );
}

/** A paper as the site publishes it. */
export interface PublishedPaper {
  readonly id: string;
  readonly title: string;
  readonly dates: readonly string[];
  readonly appearances: readonly { readonly file: string }[];
  readonly links: readonly { readonly kind: string }[];
}

/** The papers of a built site, from its `archive.json`. */
export async function publishedPapers(outDir: string): Promise<readonly PublishedPaper[]> {
  const archive = JSON.parse(await readFile(join(outDir, 'archive.json'), 'utf8')) as {
    papers: readonly PublishedPaper[];
  };
  return archive.papers;
}

/** The abstract on the page of a paper. */
export async function abstractOf(outDir: string, id: string): Promise<string> {
  const tree = await readPage(outDir, `papers/${id}/index.html`);
  const [abstract] = elements(tree, (element) => hasClass(element, 'abstract'));
  if (abstract === undefined) return '';
  const paragraphs = elements(abstract, ({ tagName }) => tagName === 'p');
  return paragraphs.map(textContent).join(' ');
}
