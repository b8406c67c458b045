import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import { withPage } from './look.ts';
import { answerOn, ask, focused } from './search-page.ts';
import { serve, type ServedSite } from './server.ts';

const PATHS = [
  '/',
  '/papers/data-filtering-networks/',
  '/dates/2025-03-14/',
  '/titles/s/',
  '/about/',
  '/no-such-page/',
  '/search/',
] as const;
const SHORTCUTS = ['/', 'Control+k', 'Meta+k'] as const;

let browser: Browser;
let site: ServedSite;
let page: Page;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serve(inject('sample'))]);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe('a shortcut', () => {
  test.each(PATHS)('leads to the search box of %s, and takes what is in it', async (path) => {
    await page.goto(site.url(path));
    for (const shortcut of SHORTCUTS) {
      await page.getByRole('searchbox').fill('graph');
      await page.locator('nav a').first().focus();
      await page.keyboard.press(shortcut);
      expect(await focused(page), shortcut).toBe('query');
      expect(await page.getByRole('searchbox').inputValue()).toBe('graph');
      await page.keyboard.type('tumour');
      expect(await page.getByRole('searchbox').inputValue()).toBe('tumour');
    }
  });

  test('leads from a page that nobody has touched to its results', async () => {
    await page.goto(site.url('/papers/data-filtering-networks/'));
    await page.keyboard.press('/');
    await page.keyboard.type('tumour');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=tumour');
    expect((await answerOn(page)).papers).toBeGreaterThan(0);
  });

  test('leads from a result back to the box', async () => {
    await ask(page, site, 'graph');
    for (const shortcut of SHORTCUTS) {
      await page.locator('#results .title a').nth(3).focus();
      await page.keyboard.press(shortcut);
      expect(await focused(page), shortcut).toBe('query');
    }
  });

  test('of one character is this character in a box', async () => {
    for (const path of ['/about/', '/search/']) {
      await page.goto(site.url(path));
      await page.getByRole('searchbox').focus();
      await page.keyboard.type('and/or');
      expect(await page.getByRole('searchbox').inputValue(), path).toBe('and/or');
    }
  });

  test('is none with other keys held', async () => {
    await page.goto(site.url('/about/'));
    for (const keys of ['k', 'Control+/', 'Alt+/', 'Control+Shift+k', 'Control+Alt+k', 'Shift+k']) {
      await page.locator('nav a').first().focus();
      await page.keyboard.press(keys);
      expect(await focused(page), keys).toBe('Dates');
    }
  });

  test('is announced by the box', async () => {
    for (const path of ['/about/', '/search/']) {
      await page.goto(site.url(path));
      expect(await page.getByRole('searchbox').getAttribute('aria-keyshortcuts')).toBe(
        '/ Control+K Meta+K',
      );
    }
  });
});

describe('shortcuts that are switched off', () => {
  test('stay off, after reloading and on other pages, until they are switched on', async () => {
    await withPage(browser, {}, async (own) => {
      const switchOn = own.getByRole('checkbox', { name: 'Shortcuts' });
      const openHelp = (): Promise<void> => own.getByText('How to search').click();
      const reached = async (): Promise<readonly string[]> => {
        const keys: string[] = [];
        for (const shortcut of SHORTCUTS) {
          await own.locator('nav a').first().focus();
          await own.keyboard.press(shortcut);
          if ((await focused(own)) === 'query') keys.push(shortcut);
        }
        return keys;
      };
      await own.goto(site.url('/search/'));
      expect(await reached()).toEqual(SHORTCUTS);
      await openHelp();
      expect(await switchOn.isChecked()).toBe(true);
      await switchOn.uncheck();
      expect(await reached()).toEqual([]);
      await own.reload();
      expect(await reached()).toEqual([]);
      await openHelp();
      expect(await switchOn.isChecked()).toBe(false);
      await own.goto(site.url('/papers/data-filtering-networks/'));
      expect(await reached()).toEqual([]);
      await own.goto(site.url('/search/'));
      await openHelp();
      await switchOn.check();
      await own.goto(site.url('/'));
      expect(await reached()).toEqual(SHORTCUTS);
    });
  });

  test('leave the arrows, which belong to the box and the results', async () => {
    await withPage(browser, {}, async (own) => {
      await own.addInitScript("localStorage.setItem('offprint-shortcuts', 'off')");
      await ask(own, site, 'graph');
      await own.locator('#query').focus();
      await own.keyboard.press('ArrowDown');
      expect(await own.locator('#results a:focus').count()).toBe(1);
    });
  });
});

test('search and its shortcuts work where storage is closed', async () => {
  await withPage(browser, {}, async (own) => {
    const errors: string[] = [];
    own.on('pageerror', ({ message }) => errors.push(message));
    await own.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } })",
    );
    for (const path of ['/about/', '/search/?q=graph']) {
      await own.goto(site.url(path));
      await own.keyboard.press('/');
      expect(await focused(own), path).toBe('query');
    }
    expect((await answerOn(own)).papers).toBeGreaterThan(0);
    await own.getByText('How to search').click();
    await own.getByRole('checkbox', { name: 'Shortcuts' }).uncheck();
    await own.keyboard.press('/');
    expect(await focused(own)).not.toBe('query');
    expect(errors).toEqual([]);
  });
});

test('the focus stays on a facet that was chosen, and off again', async () => {
  await ask(page, site, 'graph');
  const facet = page.locator('#facets a[data-operator="seen:2"]');
  for (const [address, current] of [
    ['**/search/?q=graph+seen%3A2', 'true'],
    ['**/search/?q=graph', null],
  ] as const) {
    await facet.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(address);
    await expect.poll(() => facet.getAttribute('aria-current')).toBe(current);
    await expect.poll(() => facet.evaluate((link) => link.matches(':focus'))).toBe(true);
  }
});

describe('in the results', () => {
  let titles: readonly string[];
  beforeEach(async () => {
    ({ titles } = await ask(page, site, 'graph'));
    await page.locator('#query').focus();
  });

  test('the arrows go from the box through the titles and back', async () => {
    const visited: string[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp']) {
      await page.keyboard.press(key);
      visited.push(await focused(page));
    }
    expect(visited).toEqual([titles[0], titles[1], titles[2], titles[1], titles[0], 'query']);
  });

  test('Escape leads from any of them to the box, where it empties it', async () => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('query');
    expect(await page.locator('#query').inputValue()).toBe('graph');
    await page.keyboard.press('Escape');
    expect(await page.locator('#query').inputValue()).toBe('');
    await expect.poll(() => page.locator('#results > li').count()).toBe(0);
  });

  test('Enter opens the paper that has the focus', async () => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/papers/**');
    expect(await page.locator('h1').innerText()).toBe(titles[1]);
  });

  test('Enter in the box searches and leaves the focus there', async () => {
    await page.locator('#query').fill('tumour');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=tumour');
    await expect.poll(async () => (await answerOn(page)).titles).not.toEqual(titles);
    expect(await focused(page)).toBe('query');
  });

  test('the arrows go on through those that “More results” brought', async () => {
    await page.getByRole('button', { name: 'More results' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#results > li').count()).toBe(20);
    const links = page.locator('#results .title a');
    expect(await focused(page)).toBe(await links.nth(10).innerText());
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(titles[9]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(await links.nth(11).innerText());
  });

  test('arrows with other keys held keep their meaning', async () => {
    for (const key of ['Shift+ArrowDown', 'Alt+ArrowDown', 'Control+ArrowDown', 'ArrowUp']) {
      await page.keyboard.press(key);
      expect(await focused(page), key).toBe('query');
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await focused(page)).toBe(titles[0]);
  });

  test('the arrows do nothing to the text in the box', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('_');
    expect(await page.locator('#query').inputValue()).toBe('g_raph');
  });

  test('Tab goes everywhere, in the order of the page, and is caught nowhere', async () => {
    const order: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      order.push(await focused(page));
    }
    const expected = [
      'Search',
      'How to search',
      'order',
      ...(await page.locator('#facets a').allInnerTexts()),
      ...titles.flatMap((title) => [title, 'Save']),
      'more',
    ];
    expect(order.slice(0, expected.length)).toEqual(expected);
    await page.locator('#results a').first().focus();
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe((await page.locator('#facets a').allInnerTexts()).at(-1));
  });

  test('nothing has an arrow to follow when nothing is found', async () => {
    await ask(page, site, 'qwxyzzk');
    await page.locator('#query').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('query');
  });
});
