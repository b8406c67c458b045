import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { launchBrowser, watchedPage } from './browser.ts';
import { withPage } from './look.ts';
import { serve, type ServedSite } from './server.ts';

let browser: Browser;
let site: ServedSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serve(inject('sample'))]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const viewBox = (page: Page): Promise<string | null> =>
  page.locator('#map svg').getAttribute('viewBox');

/** Opens the map and waits until its papers are listed. */
async function openMap(page: Page): Promise<void> {
  await page.goto(site.url('/map/'));
  await page.locator('#map-papers a').first().waitFor();
}

describe('without JavaScript the map', () => {
  test('is a picture with a list of its topics behind it', async () => {
    await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(site.url('/map/'));
      const picture = page.locator('.map img');
      const width = await page.evaluate<number>("document.querySelector('.map img').naturalWidth");
      expect(width).toBe(1000);
      expect(await picture.getAttribute('alt')).toContain('listed below');
      expect(await page.locator('.legend a').count()).toBeGreaterThan(5);
      expect(await page.locator('#map-view').isVisible()).toBe(false);
    });
  });

  test('leads to the topics from the picture itself', async () => {
    await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(site.url('/map.svg'));
      const link = page.locator('a').first();
      const name = await link.textContent();
      await link.click();
      await page.waitForURL('**/topics/**');
      expect(await page.locator('h1').innerText()).toContain(name);
    });
  });
});

describe('with JavaScript', () => {
  test('it has a dot for every paper, and breaks no rule of the policy', async () => {
    const { page, events } = await watchedPage(browser, site);
    await openMap(page);
    const dots = await page
      .locator('#map path')
      .evaluateAll((paths) =>
        paths.reduce((sum, path) => sum + (path.getAttribute('d')?.split('M').length ?? 1) - 1, 0),
      );
    expect(dots).toBe(200);
    expect(await page.locator('#map-status').innerText()).toBe(
      '200 papers in view; in the middle:',
    );
    expect(events).toEqual([]);
    await page.close();
  });

  test('it is made larger and moved by keys and by buttons, and its papers are listed', async () => {
    await withPage(browser, {}, async (page) => {
      await openMap(page);
      await page.locator('#map').focus();
      for (const key of ['+', '+', '+', 'ArrowRight']) await page.keyboard.press(key);
      const status = page.locator('#map-status');
      await expect.poll(() => status.innerText()).toMatch(/^(?!200)\d+ papers? in view/);
      const close = await viewBox(page);
      expect(close).not.toBe('0 0 1000 750');
      await page.getByRole('button', { name: 'Move left' }).click();
      expect(await viewBox(page)).not.toBe(close);
      await page.getByRole('button', { name: 'Whole map' }).click();
      expect(await viewBox(page)).toBe('0 0 1000 750');
    });
  });

  test('a listed paper is ringed on the map and opens', async () => {
    await withPage(browser, {}, async (page) => {
      await openMap(page);
      const link = page.locator('#map-papers a').first();
      const title = await link.innerText();
      await link.focus();
      expect(await page.locator('.map-ring').isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/papers/**');
      expect(await page.locator('h1').innerText()).toBe(title);
    });
  });

  test('a dot says which paper it is', async () => {
    await withPage(browser, { viewport: { width: 1280, height: 1400 } }, async (page) => {
      await openMap(page);
      const [x, y] = await page.evaluate<[number, number]>(`(() => {
        const box = document.querySelector('#map svg').getBoundingClientRect();
        const dots = Array.from(document.querySelectorAll('#map path'), (path) =>
          Array.from(path.getAttribute('d').matchAll(/M([\\d.]+) ([\\d.]+)/g), ([, x, y]) => [
            box.left + (x * box.width) / 1000,
            box.top + (y * box.width) / 1000,
          ]),
        ).flat();
        const isFree = ([x, y]) => document.elementFromPoint(x, y)?.closest('a, button') === null;
        return dots.find(isFree);
      })()`);
      await page.mouse.click(x, y);
      const chosen = page.locator('.map-card a');
      await chosen.waitFor();
      expect(await chosen.getAttribute('href')).toMatch(/^\/papers\//);
    });
  });

  test('it is dragged by a pointer', async () => {
    await withPage(browser, {}, async (page) => {
      await openMap(page);
      await page.locator('#map').focus();
      await page.keyboard.press('+');
      const before = await viewBox(page);
      const box = await page.locator('#map svg').boundingBox();
      const [x, y] = [(box?.x ?? 0) + 200, (box?.y ?? 0) + 200];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 60, y - 40);
      await page.mouse.up();
      expect(await viewBox(page)).not.toBe(before);
    });
  });

  test('when the drawing cannot be read the picture stays', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(site.url('/map/'));
      await page.route('**/map.svg', (route) => route.abort());
      await page.reload();
      await page.waitForLoadState('networkidle');
      expect(await page.locator('.map img').count()).toBe(1);
    });
  });

  test('when the titles cannot be read, that is said', async () => {
    await withPage(browser, {}, async (page) => {
      await page.route('**/pagefind/**', (route) => route.abort());
      await page.goto(site.url('/map/'));
      await page.locator('#map-status', { hasText: 'could not be read' }).waitFor();
      expect(await page.locator('#map svg').count()).toBe(1);
    });
  });
});
