import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import { accessibilityFaults, withPage } from './look.ts';
import { ask, focused } from './search-page.ts';
import { serve, type ServedSite } from './server.ts';

const DATE = '/dates/2025-03-14/';

let browser: Browser;
let site: ServedSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serve(inject('sample'))]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const own = (use: (page: Page) => Promise<void>): Promise<void> =>
  withPage(browser, { reducedMotion: 'reduce' }, use);

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('j and k', () => {
  test.each([
    ['/', '.papers .title a'],
    [DATE, '.papers .title a'],
    ['/titles/s/', '.title-list a'],
  ])('go through the papers of %s and back', async (path, links) => {
    await own(async (page) => {
      await page.goto(site.url(path));
      const titles = await page.locator(links).allInnerTexts();
      const visited: string[] = [];
      for (const key of ['j', 'j', 'j', 'k', 'k', 'k']) {
        await press(page, key);
        visited.push(await focused(page));
      }
      expect(visited).toEqual([0, 1, 2, 1, 0, 0].map((index) => titles[index]));
    });
  });

  test('go through results of a search', async () => {
    await own(async (page) => {
      const { titles } = await ask(page, site, 'graph');
      await page.locator('#order').focus();
      await page.locator('#order').blur();
      await press(page, 'j', 'j');
      expect(await focused(page)).toBe(titles[1]);
    });
  });

  test('bring the paper into view, with a focus that can be seen', async () => {
    await own(async (page) => {
      await page.goto(site.url(DATE));
      for (let step = 0; step < 12; step += 1) await press(page, 'j');
      const seen = await page.evaluate<unknown>(`(() => {
        const link = document.activeElement;
        const { top, bottom } = link.getBoundingClientRect();
        const { outlineStyle, outlineWidth } = getComputedStyle(link);
        return { inView: top >= 0 && bottom <= innerHeight, outlineStyle, outlineWidth };
      })()`);
      expect(seen).toEqual({ inView: true, outlineStyle: 'solid', outlineWidth: '2px' });
    });
  });

  test('begin with what is on the screen', async () => {
    await own(async (page) => {
      await page.goto(site.url(DATE));
      await page
        .locator('.papers > li')
        .nth(9)
        .evaluate((item) => {
          item.scrollIntoView({ block: 'start' });
        });
      const titles = await page.locator('.papers .title a').allInnerTexts();
      await press(page, 'j');
      expect(titles.indexOf(await focused(page))).toBeGreaterThanOrEqual(8);
    });
  });
});

describe('on the paper that has the focus', () => {
  test('s saves it and takes it off, x marks it as read and as unread, o opens it', async () => {
    await own(async (page) => {
      await page.goto(site.url(DATE));
      await press(page, 'j', 'j', 's');
      const item = page.locator('.papers > li').nth(1);
      const title = await focused(page);
      expect(await item.locator('.save').getAttribute('aria-pressed')).toBe('true');
      await press(page, 'x');
      expect(await item.locator('.read').count()).toBe(1);
      await press(page, 'x');
      expect(await item.locator('.read').count()).toBe(0);
      await press(page, 's');
      expect(await item.locator('.save').getAttribute('aria-pressed')).toBe('false');
      expect(await focused(page)).toBe(title);
      await press(page, 'o');
      await page.waitForURL('**/papers/**');
      expect(await page.locator('h1').innerText()).toBe(title);
    });
  });

  test('on its own page, s saves the paper of the page', async () => {
    await own(async (page) => {
      await page.goto(site.url('/papers/data-filtering-networks/'));
      await press(page, 's');
      expect(await page.locator('.save').getAttribute('aria-pressed')).toBe('true');
      expect(await page.locator('.notice').innerText()).toBe('Saved to your list.');
    });
  });

  test('on the list, the focus goes on to the next one when it is taken off', async () => {
    await own(async (page) => {
      await page.goto(site.url(DATE));
      await press(page, 'j', 's', 'j', 's');
      await page.goto(site.url('/list/'));
      await expect.poll(() => page.locator('#saved > li').count()).toBe(2);
      const last = await page.locator('#saved .title').nth(1).innerText();
      await press(page, 'j', 's');
      await expect.poll(() => page.locator('#saved > li').count()).toBe(1);
      expect(await focused(page)).toBe(last);
    });
  });
});

test('n and p follow the dates', async () => {
  await own(async (page) => {
    await page.goto(site.url(DATE));
    await press(page, 'p');
    await page.waitForURL('**/dates/2025-03-11/');
    await press(page, 'n');
    await page.waitForURL(`**${DATE}`);
  });
});

test('g and a letter go to a section, and g alone nowhere', async () => {
  await own(async (page) => {
    await page.goto(site.url('/about/'));
    for (const [letter, path] of [
      ['d', '/dates/'],
      ['l', '/list/'],
      ['h', '/'],
    ] as const) {
      await press(page, 'g');
      await press(page, letter);
      await page.waitForURL(site.url(path));
    }
  });
});

describe('keys are left alone', () => {
  test('in fields', async () => {
    await own(async (page) => {
      await page.goto(site.url('/'));
      await page.getByRole('searchbox').focus();
      await page.keyboard.type('jkosxnp?gl');
      expect(await page.getByRole('searchbox').inputValue()).toBe('jkosxnp?gl');
      expect(page.url()).toBe(site.url('/'));
    });
  });

  test('with other keys held', async () => {
    await own(async (page) => {
      await page.goto(site.url('/'));
      await press(page, 'Alt+j', 'Control+j', 'Shift+J');
      expect(await focused(page)).toBe('body');
    });
  });
});

describe('the help', () => {
  let faults: unknown;
  beforeEach(() => {
    faults = undefined;
  });

  test.each(['light', 'dark'] as const)(
    'opens with ?, without a fault in the %s theme',
    async (theme) => {
      await withPage(browser, { colorScheme: theme }, async (page) => {
        await page.goto(site.url(DATE));
        await press(page, 'j', '?');
        faults = await accessibilityFaults(page);
        const title = await page.getByRole('dialog', { name: 'Keys' }).innerText();
        expect(title).toContain('next paper');
        await press(page, 'j', 'Escape');
        expect(await page.getByRole('dialog').count()).toBe(0);
        expect(await focused(page)).toBe(
          await page.locator('.papers .title a').first().innerText(),
        );
      });
      expect(faults).toEqual([]);
    },
  );

  test('opens with a button in the foot, and names no page that is not there', async () => {
    await own(async (page) => {
      await page.goto(site.url('/'));
      await page.getByRole('button', { name: 'Keys' }).click();
      const text = await page.getByRole('dialog').innerText();
      const sections = await page.locator('.masthead nav').innerText();
      for (const section of ['dates', 'topics', 'map', 'list'])
        expect(
          text.includes(`go to the ${section}`) || text.includes(`go to your ${section}`),
        ).toBe(new RegExp(section, 'i').test(sections));
    });
  });

  test('switches all keys off, here, on the search page and on pages opened before', async () => {
    await own(async (page) => {
      const search = await page.context().newPage();
      await search.goto(site.url('/search/'));
      await page.goto(site.url(DATE));
      await press(page, '?');
      await page.getByRole('checkbox', { name: 'Shortcuts' }).uncheck();
      await press(page, 'Escape', 'j', '?');
      expect(await focused(page)).toBe('body');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await search.getByText('How to search').click();
      const box = search.getByRole('checkbox', { name: 'Shortcuts' });
      await expect.poll(() => box.isChecked()).toBe(false);
      await box.check();
      await expect
        .poll(async () => {
          await press(page, 'j');
          return focused(page);
        })
        .not.toBe('body');
    });
  });
});
