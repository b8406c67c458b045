import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { jsonFeedFaults, xmlFaults } from '../schemas.ts';
import { launchBrowser, watchedPage } from './browser.ts';
import { elements, readPages } from './html.ts';
import { accessibilityFaults, overflowOf, withPage } from './look.ts';
import { serve, type ServedSite } from './server.ts';

const SITE = 'https://papers.example.org';
const outDir = inject('sampleUnderBase');

let site: ServedSite;
let browser: Browser;
beforeAll(async () => {
  site = await serve(outDir, '/archive/');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function contentsOf(folder: string, pattern: RegExp): Promise<readonly string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => pattern.test(name));
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

describe.each([
  ['the sample', outDir],
  ['the archive with notes', inject('noted')],
])('the files for programs of %s', (_, folder) => {
  test('keep to their schemas', async () => {
    const feeds = await contentsOf(folder, /(?:feeds\/.*|\/feed)\.xml$/);
    expect(feeds.length).toBeGreaterThan(1);
    expect(await xmlFaults(feeds, 'atom.rng')).toEqual([]);
    expect(await xmlFaults(await contentsOf(folder, /^sitemap\.xml$/), 'sitemap.xsd')).toEqual([]);
    expect(
      await xmlFaults(await contentsOf(folder, /^opensearch\.xml$/), 'opensearch.rng'),
    ).toEqual([]);
    const json = await contentsOf(folder, /(?:feeds\/.*|\/feed)\.json$/);
    expect(json.flatMap(jsonFeedFaults)).toEqual([]);
    expect(json).toHaveLength(feeds.length);
  });

  test('name only pages that are there', async () => {
    const texts = await contentsOf(folder, /(?:^sitemap|feeds\/.*|\/feed)\.xml$/);
    const named = texts.flatMap((text) =>
      Array.from(text.matchAll(/<(?:loc|id)>([^<]*)</g), ([, address = '']) => address),
    );
    expect(named.length).toBeGreaterThan(10);
    const missing = new Set(named).difference(
      new Set(named.filter((address) => isThere(folder, address))),
    );
    expect([...missing]).toEqual([]);
  });

  test('are found from the pages: the feeds of the site everywhere, that of a topic on its page', async () => {
    for (const [name, tree] of await readPages(folder)) {
      const links = elements(
        tree,
        ({ tagName, properties }) =>
          tagName === 'link' &&
          String(properties['rel']) === 'alternate' &&
          properties['type'] !== 'text/markdown',
      );
      const files = links.map(({ properties }) =>
        String(properties['href']).replace('/archive/', ''),
      );
      const own = /^(topics\/[^/]+)\/index\.html$/.exec(name)?.[1];
      const expected = [...(own === undefined ? [] : [`${own}/feed`]), 'feeds/all', 'feeds/new'];
      expect(files, name).toEqual(expected.flatMap((feed) => [`${feed}.xml`, `${feed}.json`]));
      for (const file of files) expect(existsSync(join(folder, file)), file).toBe(true);
    }
  });
});

/** Whether an address of the site is a file or a page of it. */
function isThere(folder: string, address: string): boolean {
  const path = address.replace(`${SITE}/archive/`, '');
  return existsSync(join(folder, path.endsWith('/') || path === '' ? `${path}index.html` : path));
}

test('a site that does not know its address has none of them, leads to none, and says why', async () => {
  const sample = inject('sample');
  expect(await contentsOf(sample, /feed|sitemap|opensearch/)).toEqual([]);
  for (const html of await contentsOf(sample, /^(?:index|topics\/.*|subscribe\/index)\.html$/))
    expect(html).not.toMatch(/rel="(?:alternate|search)"|feed\.xml/);
  const [subscribe] = await contentsOf(sample, /^subscribe\/index\.html$/);
  expect(subscribe).toContain('SITE_URL');
});

test('a browser that reads the description of the search lands on results', async () => {
  const { page, events } = await watchedPage(browser, site);
  await page.goto(site.url('/about/'));
  const template = await page.evaluate<string>(`(async () => {
    const { href } = document.querySelector('link[rel=search]');
    const text = await (await fetch(href)).text();
    const description = new DOMParser().parseFromString(text, 'text/xml');
    return description.querySelector('Url[type="text/html"]').getAttribute('template');
  })()`);
  expect(template.startsWith(`${SITE}/archive/`)).toBe(true);
  const address = template.replace('{searchTerms}', encodeURIComponent('data filtering'));
  await page.goto(address.replace(`${SITE}/archive`, site.url('')));
  await page.locator('#results > li').first().waitFor();
  expect(await page.locator('#query').inputValue()).toBe('data filtering');
  expect(await page.locator('#results').textContent()).toContain('Data Filtering Networks');
  expect(events).toEqual([]);
});

describe('the page “Subscribe”', () => {
  test.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)('is clean to axe and fits, in the %s at %i pixels', async (colorScheme, width) => {
    const options = { colorScheme, viewport: { width, height: 800 } };
    await withPage(browser, options, async (page) => {
      await page.goto(site.url('/subscribe/'));
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    });
  });

  test('shows the whole addresses of the feeds, and leads to them and to the topics', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(site.url('/subscribe/'));
      expect(await page.locator('.address').allInnerTexts()).toEqual(
        ['all.xml', 'all.json', 'new.xml', 'new.json'].map(
          (name) => `${SITE}/archive/feeds/${name}`,
        ),
      );
      const response = await page.request.get(
        new URL((await page.locator('.address').first().getAttribute('href')) ?? '', page.url())
          .href,
      );
      expect(response.status()).toBe(200);
      await page.locator('.inline-list a').first().click();
      const feed = page.getByRole('link', { name: 'Follow it by feed' });
      expect(await feed.getAttribute('href')).toMatch(/^\/archive\/topics\/[^/]+\/feed\.xml$/);
    });
  });

  test.each(['/', '/dates/', '/dates/2025-03-14/'])('is a link away from %s', async (from) => {
    await withPage(browser, {}, async (page) => {
      await page.goto(site.url(from));
      await page.locator('main').getByRole('link', { name: 'Subscribe' }).click();
      expect(await page.locator('h1').textContent()).toBe('Subscribe');
    });
  });
});
