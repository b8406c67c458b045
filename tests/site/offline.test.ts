import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import { temporaryFolder } from './build.ts';
import { accessibilityFaults, overflowOf } from './look.ts';
import {
  BASE,
  buildArchives,
  cacheNames,
  copyWithLargeSearch,
  copyWithout,
  untilKept,
  visit,
  type Builds,
} from './offline-site.ts';
import { addressFor, answerOn, ask } from './search-page.ts';
import { serve, type ServedSite } from './server.ts';

const OLD_PAPER = '/papers/jars-on-shelves/';
const OLD_DATE = '/dates/2025-03-11/';

let browser: Browser;
let builds: Builds;
let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
  [browser, builds] = await Promise.all([launchBrowser(), buildArchives(folder)]);
});
afterAll(async () => {
  await browser.close();
  await remove();
});

let site: ServedSite;
let context: BrowserContext;
let page: Page;
beforeEach(async () => {
  site = await serve(builds.first, BASE);
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await site.close().catch(() => undefined);
});

const heading = (tab: Page): Promise<string> => tab.locator('h1').innerText();
const styles = (tab: Page): Promise<string> =>
  tab.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--of') || '1'");
const note = (tab: Page): Promise<string> => tab.locator('#offline-note').innerText();

describe('without a connection', () => {
  test.each([
    ['the browser is offline', (): Promise<void> => context.setOffline(true)],
    ['the host is gone', (): Promise<void> => site.close()],
  ])('%s: pages that were visited, the newest dates and the ways in can be read', async (_, cut) => {
    await visit(page, site.url(OLD_PAPER));
    await cut();
    await page.goto(site.url(OLD_PAPER));
    expect(await heading(page)).toBe('Jars on Shelves');
    for (const path of ['/', '/dates/', OLD_DATE, '/dates/2025-03-12/', '/search/', '/about/']) {
      const response = await page.goto(site.url(path));
      expect(response?.status(), path).toBe(200);
      expect(await page.evaluate("document.styleSheets.length"), path).toBe(1);
    }
  });
});
