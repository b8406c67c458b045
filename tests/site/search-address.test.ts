import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import { withPage } from './look.ts';
import { answerOn, ask, statusLike } from './search-page.ts';
import { serve, type ServedSite } from './server.ts';

/** Pages of every kind. */
const PATHS = [
  '/',
  '/papers/data-filtering-networks/',
  '/papers/',
  '/dates/',
  '/dates/2025-03-14/',
  '/titles/s/',
  '/about/',
  '/no-such-page/',
] as const;

let browser: Browser;
let site: ServedSite;
let based: ServedSite;
let page: Page;
beforeAll(async () => {
  [browser, site, based] = await Promise.all([
    launchBrowser(),
    serve(inject('sample')),
    serve(inject('sampleUnderBase'), '/archive/'),
  ]);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await Promise.all([site.close(), based.close()]);
});

/** Everything the address has to bring back. */
async function shown(on: Page): Promise<unknown> {
  const answer = await answerOn(on);
  return {
    ...answer,
    text: await on.locator('#query').inputValue(),
    order: await on.getByLabel('Order').inputValue(),
    facets: await on.locator('#facets').innerText(),
    current: await on.locator('#facets a[aria-current]').allInnerTexts(),
  };
}

describe('the address', () => {
  test('brings everything back: reloaded, and for somebody else', async () => {
    await ask(page, site, 'graph netwroks -"weight sharing"');
    await page.getByLabel('Order').selectOption('Most seen');
    await page.waitForURL('**&sort=seen');
    await page.getByRole('link', { name: 'code', exact: true }).click();
    await page.waitForURL('**has%3Acode&sort=seen');
    await expect.poll(() => page.locator('#facets a[aria-current]').count()).toBe(1);
    const before = await shown(page);
    await page.reload();
    expect(await shown(page)).toEqual(before);
    const elsewhere = await withPage(browser, {}, async (other) => {
      await other.goto(page.url());
      return shown(other);
    });
    expect(elsewhere).toEqual(before);
  });

  test('goes back and forward through what the reader chose', async () => {
    await page.goto(site.url('/about/'));
    const first = await ask(page, site, 'graph');
    await page.getByRole('link', { name: 'code', exact: true }).click();
    await page.waitForURL('**/search/?q=graph+has%3Acode');
    const second = await statusLike(page, new RegExp(`^(?!${first.status}$).`));
    await page.getByLabel('Order').selectOption('Newest');
    await page.waitForURL('**/search/?q=graph+has%3Acode&sort=newest');

    await page.goBack();
    await expect.poll(() => page.getByLabel('Order').inputValue()).toBe('relevance');
    await page.goBack();
    await expect.poll(() => page.locator('#status').innerText()).toBe(first.status);
    expect(await page.locator('#query').inputValue()).toBe('graph');
    expect((await answerOn(page)).titles).toEqual(first.titles);
    await page.goForward();
    await expect.poll(() => page.locator('#status').innerText()).toBe(second);
    expect(await page.locator('#query').inputValue()).toBe('graph has:code');
    await page.goBack();
    await page.goBack();
    await page.waitForURL('**/about/');
    await page.goForward();
    expect((await answerOn(page)).titles).toEqual(first.titles);
  });

  test('of a paper’s results is the one to come back to from the paper', async () => {
    const before = await ask(page, site, 'matryoshka');
    await page.getByRole('link', { name: 'Matryoshka Representation Learning' }).click();
    await page.waitForURL('**/papers/matryoshka-representation-learning/');
    await page.goBack();
    expect(await answerOn(page)).toEqual(before);
  });

  test('says nothing that was not chosen, and is bare without a query', async () => {
    await page.goto(site.url('/search/?sort=relevance&q=graph&spelling=on'));
    await answerOn(page);
    await page.getByLabel('Order').selectOption('Newest');
    await page.waitForURL('**/search/?q=graph&sort=newest');
    await page.getByLabel('Order').selectOption('Relevance');
    await page.waitForURL('**/search/?q=graph');
    await page.locator('#query').fill('');
    await page.waitForURL('**/search/');
    expect(await page.locator('#status').textContent()).toBe('');
    expect(await page.locator('#results > li').count()).toBe(0);
    expect(await page.locator('#controls, #more').filter({ visible: true }).count()).toBe(0);
  });

  test('of an example of the help is its search', async () => {
    await page.goto(site.url('/search/'));
    await page.getByText('How to search').click();
    await page.getByRole('link', { name: 'has:code' }).click();
    await page.waitForURL('**/search/?q=has%3Acode');
    expect((await answerOn(page)).papers).toBeGreaterThan(0);
    expect(await page.locator('#query').inputValue()).toBe('has:code');
    expect(await page.evaluate('document.activeElement.id')).toBe('query');
  });

  test('is the whole state under a base path, too', async () => {
    await page.goto(based.url('/search/?q=netwroks&sort=newest'));
    const before = await shown(page);
    await page.getByRole('link', { name: 'code', exact: true }).click();
    await page.waitForURL('**/archive/search/?q=netwroks+has%3Acode&sort=newest');
    await page.goBack();
    await page.waitForURL('**/archive/search/?q=netwroks&sort=newest');
    await page.reload();
    expect(await shown(page)).toEqual(before);
    await page.locator('#query').fill('data filtering networks');
    await page.getByRole('link', { name: 'Data Filtering Networks' }).click();
    await page.waitForURL('**/archive/papers/data-filtering-networks/');
  });
});

describe('typing', () => {
  test('shows results at once, and makes one entry of the history, not one for each key', async () => {
    await page.goto(site.url('/search/'));
    const entries = await page.evaluate('history.length');
    const statuses = new Set<string>();
    await page.locator('#query').focus();
    for (const key of 'data filt') {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      await page.waitForTimeout(60);
      statuses.add((await page.locator('#status').textContent()) ?? '');
    }
    expect(statuses.size).toBeGreaterThan(2);
    await expect
      .poll(() => page.locator('#results .title').first().innerText())
      .toBe('Data Filtering Networks');
    await page.waitForURL('**/search/?q=data+filt');
    expect(await page.evaluate(`history.length - ${String(entries)}`)).toBe(1);
    expect(await page.locator('#query').evaluate((input) => input.matches(':focus'))).toBe(true);
  });

  test('leaves the search before it in the history', async () => {
    await page.goto(site.url('/search/?q=filtering'));
    await page.locator('#query').fill('tumour');
    await page.waitForURL('**/search/?q=tumour');
    await page.keyboard.press('Enter');
    await page.goBack();
    await page.waitForURL('**/search/?q=filtering');
    await expect.poll(() => page.locator('#query').inputValue()).toBe('filtering');
  });

  test('and opening a result at once keeps the search in the history', async () => {
    await page.goto(site.url('/search/'));
    await page.locator('#query').fill('data filtering networks');
    await page.locator('#results a').first().click();
    await page.waitForURL('**/papers/**');
    await page.goBack();
    await page.waitForURL('**/search/?q=data+filtering+networks');
  });

  test('fast ends with the results of the last text', async () => {
    await page.goto(site.url('/search/'));
    await page.locator('#query').focus();
    await page.keyboard.type('self-supervised learning of speech -graph title:review');
    await page.waitForURL('**/search/?q=self-supervised+learning+of+speech+-graph+title%3Areview');
    await expect
      .poll(() => page.locator('#results .title').allInnerTexts())
      .toContain('Self-Supervised Speech Representation Learning: A Review');
    const typed = await shown(page);
    await page.reload();
    expect(typed).toEqual(await shown(page));
  });

  test('and deleting everything shows nothing, however late an answer comes', async () => {
    await page.goto(site.url('/search/'));
    await page.locator('#query').pressSequentially('graph');
    await page.locator('#query').fill('');
    await page.waitForTimeout(400);
    expect(await page.locator('#status').textContent()).toBe('');
    expect(await page.locator('#results > li').count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
  });

  test('leaves the excerpts to a pause', async () => {
    await page.goto(site.url('/search/'));
    const query = page.locator('#query');
    await query.fill('filtering network');
    await answerOn(page);
    await query.press('s');
    await expect
      .poll(() => page.locator('#results .excerpt').first().innerText())
      .toContain('filter');
    await expect.poll(() => page.locator('#results .excerpt mark').count()).toBeGreaterThan(2);
  });
});

describe('the box in the header', () => {
  test('of every kind of page leads to the results', async () => {
    for (const path of PATHS) {
      await page.goto(site.url(path));
      expect(await page.getByRole('search').count(), path).toBe(1);
      await page.getByRole('searchbox').fill('tumour -graph');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search/?q=tumour+-graph');
      expect((await answerOn(page)).papers, path).toBeGreaterThan(0);
    }
  });

  test('leads to the results under a base path', async () => {
    await page.goto(based.url('/papers/data-filtering-networks/'));
    await page.getByRole('searchbox').fill('tumour');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/archive/search/?q=tumour');
    expect((await answerOn(page)).papers).toBeGreaterThan(0);
  });

  test('leads there without JavaScript, where the indexes to browse are offered', async () => {
    await withPage(browser, { javaScriptEnabled: false }, async (plain) => {
      await plain.goto(based.url('/'));
      await plain.getByRole('searchbox').fill('tumour');
      await plain.keyboard.press('Enter');
      await plain.waitForURL('**/archive/search/?q=tumour');
      const said = plain.locator('noscript');
      expect(await said.innerText()).toContain('needs JavaScript');
      await said.getByRole('link', { name: 'title' }).click();
      await plain.waitForURL('**/archive/papers/');
    });
  });
});

describe('the index', () => {
  /** What of the search is requested while something is done. */
  async function requestsDuring(act: (on: Page) => Promise<void>): Promise<readonly string[]> {
    return withPage(browser, {}, async (fresh) => {
      const paths: string[] = [];
      fresh.on('request', (request) => paths.push(new URL(request.url()).pathname));
      await act(fresh);
      await fresh.waitForLoadState('networkidle');
      return paths.filter((path) => /pagefind|worker/.test(path));
    });
  }

  test('is not asked for before a reader wants to search', async () => {
    const requests = await requestsDuring(async (fresh) => {
      for (const path of [...PATHS, '/search/?q=', '/search/']) {
        await fresh.goto(site.url(path));
        await fresh.locator('main h1').click();
      }
    });
    expect(requests).toEqual([]);
  });

  test('is read ahead when a reader goes to the box of any page', async () => {
    const elsewhere = await requestsDuring(async (fresh) => {
      await fresh.goto(based.url('/about/'));
      const reading = fresh.waitForRequest('**/archive/search/');
      await fresh.getByRole('searchbox').focus();
      await reading;
    });
    expect(elsewhere).toEqual(['/archive/pagefind/catalogue.json.gz']);
  });

  test('is opened when a reader goes to the box of the search page', async () => {
    const requests = await requestsDuring(async (fresh) => {
      await fresh.goto(site.url('/search/'));
      const reading = fresh.waitForRequest('**/pagefind/catalogue.json.gz');
      await fresh.getByRole('searchbox').focus();
      await reading;
    });
    const [catalogue, ...tables] = requests.filter((path) => path.includes('pagefind'));
    expect(catalogue).toBe('/pagefind/catalogue.json.gz');
    expect(tables.length).toBeGreaterThan(0);
    for (const path of tables)
      expect(path).toMatch(/^\/pagefind\/parts\/[\da-f]{10}\/table\.json\.gz$/);
  });

  test('is asked for little: a few files for a query, none twice', async () => {
    const requests = await requestsDuring(async (fresh) => {
      await ask(fresh, site, 'data filtering networks');
      await fresh.locator('#query').fill('data filtering network');
      await fresh.waitForURL('**/search/?q=data+filtering+network');
    });
    expect(new Set(requests).size).toBe(requests.length);
    expect(requests.length).toBeLessThan(12);
  });
});
