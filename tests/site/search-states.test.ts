import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import { accessibilityFaults, overflowOf, withPage } from './look.ts';
import { addressFor, answerOn, ask, excerptsOn, statusLike } from './search-page.ts';
import { serve, type ServedSite } from './server.ts';

const NO_INDEX = /^The search index could not be read\./;
const STATES: Readonly<Record<string, string>> = {
  'with results': 'graph neural date:2025-03',
  'with no results': 'qwxyzzk',
  'with a correction and remarks': 'netwroks qwxyzzk has:wings',
  'with the help open': '',
};

let browser: Browser;
let site: ServedSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serve(inject('sample'))]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function open(page: Page, query: string): Promise<void> {
  await page.goto(addressFor(site, query));
  if (query === '') {
    await page.getByText('How to search').click();
    return;
  }
  await answerOn(page);
  await excerptsOn(page);
  const facets = page.locator('#narrow summary');
  if (await facets.isVisible()) await facets.click();
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each([1280, 320])('no state has an accessibility fault at %i pixels', async (width) => {
    await withPage(browser, { colorScheme, viewport: { width, height: 800 } }, async (page) => {
      for (const [name, query] of Object.entries(STATES)) {
        await open(page, query);
        expect(await accessibilityFaults(page), name).toEqual([]);
      }
    });
  });
});

test('every state fits a window 320 pixels wide', async () => {
  const long = `${'x'.repeat(300)} netwroks "${'y'.repeat(300)}" has:${'z'.repeat(300)}`;
  await withPage(browser, { viewport: { width: 320, height: 800 } }, async (page) => {
    for (const [name, query] of Object.entries({ ...STATES, 'with a long query': long })) {
      await open(page, query);
      expect(await overflowOf(page), name).toBe(0);
    }
  });
});

describe('a screen reader', () => {
  test('is told how many papers there are, politely', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(site.url('/search/'));
      const status = page.getByRole('status');
      // Known to be live before there is anything to say.
      expect(await status.count()).toBe(1);
      expect(await status.textContent()).toBe('');
      const query = page.getByRole('searchbox', { name: 'Search titles and abstracts' });
      await query.fill('matryoshka');
      await expect.poll(() => status.textContent()).toMatch(/^\d+ papers$/);
      await query.fill('title:"data filtering networks"');
      await expect.poll(() => status.textContent()).toBe('1 paper');
      await query.fill('matryoshka sentence');
      await expect
        .poll(() => status.textContent())
        .toMatch(/^\d+ papers? with all the words, \d+ with some$/);
      await query.fill('qwxyzzk');
      await expect.poll(() => status.textContent()).toBe('Nothing in this archive answers that.');
    });
  });

  test('finds a list of results under headings, the order and the operators by name', async () => {
    await withPage(browser, {}, async (page) => {
      const { titles } = await ask(page, site, 'graph has:code');
      const results = page.getByRole('list', { name: 'Results' });
      expect(await results.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(titles);
      expect(await page.getByRole('combobox', { name: 'Order' }).count()).toBe(1);
      const on = page
        .getByRole('link', { name: 'code', exact: false })
        .and(page.locator('[aria-current="true"]'));
      expect(await on.innerText()).toBe('code ×');
    });
  });
});

describe('when the index cannot be read', () => {
  test('the page says so, and the next try works as soon as it can', async () => {
    await withPage(browser, {}, async (page) => {
      await page.route('**/pagefind/**', (route) => route.abort());
      await page.goto(addressFor(site, 'graph'));
      await statusLike(page, NO_INDEX);
      expect(await page.locator('#results > li').count()).toBe(0);
      await page.unroute('**/pagefind/**');
      await page.locator('#query').press('Enter');
      await statusLike(page, /^\d+ papers/);
      expect(await page.locator('#results > li').count()).toBe(10);
      expect((await excerptsOn(page)).join()).toContain('graph');
    });
  });

  test('typing on tries again, and nothing of the old answer stays', async () => {
    await withPage(browser, {}, async (page) => {
      await page.route('**/pagefind/parts/*/words-*', (route) => route.abort());
      await page.goto(site.url('/search/'));
      await page.locator('#query').fill('graph');
      await statusLike(page, NO_INDEX);
      await page.unroute('**/pagefind/parts/*/words-*');
      await page.locator('#query').press('s');
      await statusLike(page, /^\d+ papers/);
      await page.route('**/pagefind/**', (route) => route.abort());
      await page.locator('#query').fill('zygote qwxyzzk');
      await statusLike(page, NO_INDEX);
      expect(await page.locator('#results > li, #advice > p, #facets li').count()).toBe(0);
    });
  });

  test.each([
    ['table of a part', '**/pagefind/parts/*/table*'],
    ['file of words', '**/pagefind/parts/*/words-*'],
    ['file of titles', '**/pagefind/parts/*/titles-*'],
    ['vocabulary', '**/pagefind/words/**'],
  ])('because the site was built again and a %s is gone, it is read anew', async (_, gone) => {
    await withPage(browser, {}, async (page) => {
      const catalogues: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/catalogue.json.gz')) catalogues.push(request.url());
      });
      await page.route(gone, (route) => route.fulfill({ status: 404, body: 'Not found' }), {
        times: 1,
      });
      await page.goto(addressFor(site, 'netwroks'));
      await statusLike(page, NO_INDEX);
      await page.locator('#query').press('Enter');
      await statusLike(page, /^\d+ papers/);
      expect(catalogues).toHaveLength(2);
    });
  });

  test('because it is none, the page says so', async () => {
    await withPage(browser, {}, async (page) => {
      await page.route('**/pagefind/**', (route) =>
        route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>Home' }),
      );
      await page.goto(addressFor(site, 'graph'));
      await statusLike(page, NO_INDEX);
    });
  });

  test('the results that are there stay when more of them cannot be had', async () => {
    await withPage(browser, {}, async (page) => {
      await ask(page, site, 'date:2025');
      const more = page.getByRole('button', { name: 'More results' });
      await page.route('**/pagefind/**', (route) => route.abort());
      for (let tries = 0; tries < 20 && !(await failed(page)); tries += 1) {
        await excerptsOn(page);
        const before = await page.locator('#results > li').count();
        await more.click();
        await expect
          .poll(
            async () =>
              (await failed(page)) || (await page.locator('#results > li').count()) > before,
          )
          .toBe(true);
      }
      const shown = await page.locator('#results > li').count();
      expect(shown).toBeGreaterThan(9);
      await page.unroute('**/pagefind/**');
      await more.click();
      await expect.poll(() => page.locator('#results > li').count()).toBe(shown + 10);
    });
  });

  test('results have no excerpts where the pages of papers cannot be read', async () => {
    await withPage(browser, {}, async (page) => {
      await page.route('**/papers/**', (route) => route.abort());
      const { titles } = await ask(page, site, 'graph');
      await page.waitForLoadState('networkidle');
      expect(titles).toHaveLength(10);
      expect(await page.locator('#results .excerpt:empty').count()).toBe(10);
    });
  });
});

async function failed(page: Page): Promise<boolean> {
  const status = await page.locator('#status').textContent();
  return status?.startsWith('The search index could not be read.') ?? false;
}

test('a slow index ends with the results of the last text', async () => {
  await withPage(browser, {}, async (page) => {
    await page.route('**/pagefind/**', async (route) => {
      await new Promise((done) => setTimeout(done, 150));
      await route.continue();
    });
    await page.goto(site.url('/search/'));
    await page.locator('#query').pressSequentially('tumours', { delay: 40 });
    await statusLike(page, /^\d+ papers?/);
    await page.locator('#query').fill('title:"data filtering networks"');
    await statusLike(page, /^1 paper$/);
    expect(await page.locator('#results .title').allInnerTexts()).toEqual([
      'Data Filtering Networks',
    ]);
  });
});

describe('on a slow connection', () => {
  test('a reader is told that something happens, and gets excerpts in the end', async () => {
    await withPage(browser, {}, async (page) => {
      await page.route('**/pagefind/**', async (route) => {
        await new Promise((wait) => setTimeout(wait, 600));
        await route.continue();
      });
      await page.goto(site.url('/search/'));
      await page.locator('#query').fill('filtering');
      await statusLike(page, /^Searching …$/);
      await statusLike(page, /^\d+ papers/);
      expect((await excerptsOn(page)).join()).toContain('filter');
    });
  });

  test('what is typed before the script is there is searched for', async () => {
    await withPage(browser, {}, async (page) => {
      await page.route('**/_astro/search*.js', async (route) => {
        await new Promise((wait) => setTimeout(wait, 800));
        await route.continue();
      });
      await page.goto(site.url('/search/'), { waitUntil: 'commit' });
      await page.locator('#query').fill('filtering');
      await statusLike(page, /^\d+ papers/);
      expect(await page.locator('#query').inputValue()).toBe('filtering');
    });
  });

  test('a worker that could not be loaded is loaded anew', async () => {
    await withPage(browser, {}, async (page) => {
      await page.route('**/worker*.js', (route) => route.abort());
      await page.goto(addressFor(site, 'graph'));
      await statusLike(page, NO_INDEX);
      await page.unroute('**/worker*.js');
      await page.locator('#query').press('Enter');
      await statusLike(page, /^\d+ papers/);
    });
  });
});

test('the facets are there when a narrow window is made wide', async () => {
  await withPage(browser, { viewport: { width: 600, height: 800 } }, async (page) => {
    await ask(page, site, 'graph');
    expect(await page.locator('#facets a').first().isVisible()).toBe(false);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.locator('#facets a').first().waitFor({ state: 'visible' });
  });
});

test('a filter that nothing passes can be left out one by one', async () => {
  await withPage(browser, {}, async (page) => {
    await ask(page, site, 'graph date:2019 has:code');
    await page.getByRole('link', { name: 'date:2019' }).click();
    await page.waitForURL('**/search/?q=graph+has%3Acode');
    await statusLike(page, /^\d+ papers?/);
  });
});
