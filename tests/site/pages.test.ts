import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import { accessibilityFaults, overflowOf, withPage } from './look.ts';
import { serve, type ServedSite } from './server.ts';

const PAPER = '/papers/data-filtering-networks/';
const PAGES = {
  home: '/',
  paper: PAPER,
  date: '/dates/2025-03-14/',
  dates: '/dates/',
  papers: '/papers/',
  letter: '/titles/s/',
  topics: '/topics/',
  topic: '/topics/graph-neural-networks/',
  trending: '/trending/',
  rising: '/rising/',
  code: '/code/',
  map: '/map/',
  search: '/search/?q=graph+neural',
  list: '/list/',
  about: '/about/',
  missing: '/no-such-page/',
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

describe.each(Object.entries(PAGES))('the page “%s”', (name, path) => {
  test.each(['light', 'dark'] as const)(
    'has no accessibility fault in the %s theme',
    async (theme) => {
      const violations = await withPage(browser, { colorScheme: theme }, async (page) => {
        await page.goto(site.url(path));
        await page.waitForLoadState('networkidle');
        return accessibilityFaults(page);
      });
      expect(violations).toEqual([]);
    },
  );

  test.each([320, 1280])('fits a window %i pixels wide', async (width) => {
    const overflow = await withPage(browser, { viewport: { width, height: 800 } }, async (page) => {
      await page.goto(site.url(path));
      await page.waitForLoadState('networkidle');
      return overflowOf(page);
    });
    expect(overflow).toBe(0);
  });

  test('asks nobody else for anything, and breaks no rule of its policy', async () => {
    const { foreign, complaints } = await withPage(browser, {}, async (page) => {
      const requests: string[] = [];
      const messages: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => {
        // The browser reports the 404 of the page itself.
        const isMissingPage = name === 'missing' && message.text().includes('404');
        if (message.type() === 'error' && !isMissingPage) messages.push(message.text());
      });
      page.on('pageerror', (error) => messages.push(error.message));
      await page.goto(site.url(path));
      await page.waitForLoadState('networkidle');
      return {
        foreign: requests.filter((url) => !url.startsWith(site.url('/'))),
        complaints: messages,
      };
    });
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('a paper page can be read without JavaScript', async () => {
  const text = await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(site.url(PAPER));
    return page.locator('main').innerText();
  });
  expect(text).toContain('Data Filtering Networks');
  expect(text).toContain('DFN-5B');
  expect(text).toContain('14 March 2025');
});

test('the search page without JavaScript leads to the dates and the titles', async () => {
  const links = await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(site.url('/search/'));
    return page.locator('noscript a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  });
  expect(links).toEqual(['/dates/', '/papers/']);
});

test('the keyboard reaches the text past the masthead first', async () => {
  const [focused, target] = await withPage(browser, {}, async (page) => {
    await page.goto(site.url(PAPER));
    await page.keyboard.press('Tab');
    const label = await page.evaluate<string>('document.activeElement.textContent.trim()');
    await page.keyboard.press('Enter');
    return [label, new URL(page.url()).hash];
  });
  expect(focused).toBe('Skip to the text');
  expect(target).toBe('#main');
});

test('a chosen theme is kept on the next page', async () => {
  const colors = await withPage(browser, { colorScheme: 'light' }, async (page) => {
    const background = (): Promise<string> =>
      page.evaluate('getComputedStyle(document.body).backgroundColor');
    await page.goto(site.url('/'));
    const before = await background();
    await page.getByRole('button', { name: 'Dark theme' }).click();
    const chosen = await background();
    await page.goto(site.url(PAPER));
    return { before, chosen, kept: await background() };
  });
  expect(colors.chosen).not.toBe(colors.before);
  expect(colors.kept).toBe(colors.chosen);
});

test('a printed paper is black on white, without navigation', async () => {
  const printed = await withPage(browser, { colorScheme: 'dark' }, async (page) => {
    await page.goto(site.url(PAPER));
    await page.emulateMedia({ media: 'print' });
    return {
      navigation: await page.locator('nav').first().isVisible(),
      heading: await page.locator('h1').isVisible(),
      background: await page.evaluate<string>('getComputedStyle(document.body).backgroundColor'),
      color: await page.evaluate<string>('getComputedStyle(document.body).color'),
    };
  });
  expect(printed).toEqual({
    navigation: false,
    heading: true,
    background: 'rgb(255, 255, 255)',
    color: 'rgb(0, 0, 0)',
  });
});
