import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { SECURITY_POLICY } from '../../src/publish/host-files.ts';
import { launchBrowser, watchedPage } from './browser.ts';
import { temporaryFolder } from './build.ts';
import { accessibilityFaults, overflowOf } from './look.ts';
import {
  BASE,
  buildArchives,
  cacheNames,
  copyWithLargeSearch,
  copyWithout,
  untilKept,
  untilOnly,
  visit,
  type Builds,
} from './offline-site.ts';
import { answerOn, ask } from './search-page.ts';
import { serve, type ServedSite } from './server.ts';

const OLD_PAPER = '/papers/jars-on-shelves/';
const OLD_DATE = '/dates/2025-03-11/';
const NEWEST_DATE = '/dates/2025-03-12/';
/** Browsers look for a new service worker when they have nothing else to do. */
const SLOW = { timeout: 20_000, interval: 50 };

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
const newestOf = (tab: Page): Promise<string> => tab.locator('#newest ~ p time').innerText();
const catalogueIn = (tab: Page): Promise<string> =>
  tab.evaluate<string>(
    `fetch('${BASE}pagefind/catalogue.json.gz').then(({ status }) => String(status), () => 'none')`,
  );
const untilWaiting = async (tab: Page): Promise<void> => {
  await expect
    .poll(
      () =>
        tab.evaluate<boolean>(
          'navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting !== null)',
        ),
      SLOW,
    )
    .toBe(true);
};
const note = (tab: Page): Promise<string> => tab.locator('#offline-note').innerText();

/** The tab of a reader who was on the home page and on the page of a paper. */
async function readSome(): Promise<void> {
  await visit(page, site.url('/'));
  await visit(page, site.url(OLD_PAPER));
}

describe('without a connection', () => {
  test.each([
    ['the browser is offline', (): Promise<void> => context.setOffline(true)],
    ['the host is gone', (): Promise<void> => site.close()],
  ])('(%s) visited pages, the newest dates and the ways in can be read', async (_, cut) => {
    await visit(page, site.url(OLD_PAPER));
    await cut();
    await page.goto(site.url(`${OLD_PAPER}?from=a-friend#main`));
    expect(await heading(page)).toBe('Jars on Shelves');
    for (const path of ['/', '/dates/', OLD_DATE, NEWEST_DATE, '/search/', '/about/']) {
      const response = await page.goto(site.url(path));
      expect(response?.status(), path).toBe(200);
      expect(await page.evaluate('document.styleSheets.length'), path).toBe(1);
    }
    await expect
      .poll(() => note(page))
      .toMatch(/^(?:You are offline|The connection is lost or slow)\. What you can read$/);
    await page.locator('#offline-note a').click();
    await expect
      .poll(() => page.locator('main').innerText())
      .toContain('This is the archive as of 12 March 2025.');
  });

  test('a page that is not kept is the offline page, at its own address', async () => {
    await readSome();
    await context.setOffline(true);
    const response = await page.goto(site.url('/papers/rivers-in-spring/'));
    expect(response?.status()).toBe(503);
    expect(page.url()).toBe(site.url('/papers/rivers-in-spring/'));
    expect(await page.locator('.lede').first().innerText()).toContain('is not kept');
    const links = page.locator('#visited a');
    await expect.poll(() => links.first().innerText()).toBe('Jars on Shelves');
    await links.first().click();
    await expect.poll(() => heading(page)).toBe('Jars on Shelves');
  });

  test('the search finds a paper, with the abstract if its page is kept', async () => {
    await readSome();
    await untilKept(page, site.url('/pagefind/catalogue.json.gz'));
    await page.goto(site.url('/search/'));
    await context.setOffline(true);
    const { titles } = await ask(page, site, 'jars shelves');
    expect(titles[0]).toBe('Jars on Shelves');
    await expect.poll(() => page.locator('#results .excerpt').first().innerText()).toMatch(/jars/i);
    expect((await ask(page, site, 'spring rivers')).titles[0]).toBe('Rivers in Spring');
  });

  test('a tab is known again after its service worker was put to sleep', async () => {
    await readSome();
    await untilKept(page, site.url('/pagefind/catalogue.json.gz'));
    await page.goto(site.url('/search/'));
    const session = await context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await site.close();
    await session.send('ServiceWorker.stopAllWorkers');
    expect(await catalogueIn(page)).toBe('200');
  });

  test('a reader is told as it comes and goes', async () => {
    await visit(page, site.url('/'));
    expect(await note(page)).toBe('');
    await context.setOffline(true);
    await expect.poll(() => note(page)).toBe('You are offline. What you can read');
    await context.setOffline(false);
    await expect.poll(() => note(page)).toBe('');
  });
});

test('a page that is kept is shown when the host does not answer', async () => {
  await readSome();
  site.hang();
  await page.goto(site.url(OLD_DATE));
  expect(await heading(page)).toBe('11 March 2025');
  await expect.poll(() => note(page)).toMatch(/^The connection is lost or slow\./);
});

describe('when the site has been built again', () => {
  test('an old tab keeps what is old and a new tab what is new, also without a connection', async () => {
    await readSome();
    await untilKept(page, site.url('/pagefind/catalogue.json.gz'));
    await page.goto(site.url('/search/'));
    site.show(builds.second);
    const fresh = await context.newPage();
    await fresh.goto(site.url('/'));
    expect([await newestOf(fresh), await styles(fresh)]).toEqual(['13 March 2025', '2']);
    await untilWaiting(fresh);
    await page.locator('#query').fill('kites');
    expect((await answerOn(page)).papers).toBe(0);
    const other = await context.newPage();
    expect((await ask(other, site, 'kites')).titles).toEqual(['Kites over Dunes']);
    await other.close();

    await context.setOffline(true);
    for (const [path, title] of [
      [OLD_PAPER, 'Jars on Shelves'],
      [OLD_DATE, '11 March 2025'],
      ['/dates/2025-03-13/', 'Offline use'],
    ] as const) {
      await page.goto(site.url(path));
      expect([await heading(page), await styles(page)], path).toEqual([title, '1']);
    }
    await page.goto(site.url('/'));
    expect(await newestOf(page)).toBe('12 March 2025');
    // The new tab is not answered from the old index.
    expect(await catalogueIn(fresh)).toBe('none');
    expect(await catalogueIn(page)).toBe('200');
  });

  test('the new build takes over once every tab is of it, with what was visited', async () => {
    await readSome();
    const before = await cacheNames(page);
    site.show(builds.second);
    const fresh = await context.newPage();
    await fresh.goto(site.url('/'));
    await untilWaiting(fresh);
    expect(await cacheNames(page)).toEqual(expect.arrayContaining([...before]));

    await page.goto(site.url('/about/'));
    await untilOnly(page, builds.second);
    await page.goto(site.url('/dates/'));
    await untilKept(page, site.url(OLD_PAPER));
    await context.setOffline(true);
    for (const path of [OLD_PAPER, '/', '/dates/2025-03-13/', OLD_DATE]) {
      const response = await page.goto(site.url(path));
      expect([response?.status(), await styles(page)], path).toEqual([200, '2']);
    }
  });

  test('the new build takes over when no tab is open', async () => {
    await readSome();
    site.show(builds.second);
    const fresh = await context.newPage();
    await fresh.goto(site.url('/'));
    await untilWaiting(fresh);
    await fresh.goto('about:blank');
    await page.close();
    await context.setOffline(true);
    await expect
      .poll(
        async () => {
          await fresh.goto(site.url('/'));
          const newest = await newestOf(fresh);
          await fresh.goto('about:blank');
          return newest;
          // Chromium lets the next worker take over a moment after the last page of the site is gone.
        },
        { ...SLOW, interval: 1_000 },
      )
      .toBe('13 March 2025');
  });

  test('a page that is of no build is shown, and not kept', async () => {
    const mixed = join(folder, 'mixed');
    await cp(builds.first, mixed, { recursive: true });
    await cp(join(builds.second, OLD_PAPER), join(mixed, OLD_PAPER), { recursive: true });
    site.show(mixed);
    await visit(page, site.url('/'));
    await page.goto(site.url(OLD_PAPER));
    expect(await heading(page)).toBe('Jars on Shelves');
    await visit(page, site.url('/papers/gulls-at-sea/'));
    await context.setOffline(true);
    expect((await page.goto(site.url(OLD_PAPER)))?.status()).toBe(503);
  });

  test('without offline use, readers of earlier builds are freed', async () => {
    await visit(page, site.url('/'));
    await page.evaluate("caches.open('of-somebody-else')");
    site.show(builds.without);
    await page.goto(site.url('/about/'));
    await expect.poll(() => cacheNames(page), SLOW).toEqual(['of-somebody-else']);
    await page.goto(site.url('/'));
    expect(await page.evaluate('navigator.serviceWorker.getRegistration().then(Boolean)')).toBe(
      false,
    );
    expect(await page.locator('#offline-note, [href*=manifest], [href*=offline]').count()).toBe(0);
    await page.goto(site.url('/offline/'));
    expect(await page.locator('.lede').innerText()).toContain('keeps nothing');
  });
});

test('caches of others on the same host stay as they are', async () => {
  await page.goto(site.url('/about/'));
  const foreign = ['of-somebody-else', 'offprint:/:shell:0', 'offprint:/other/:visited:0'];
  for (const name of foreign) await page.evaluate(`caches.open('${name}')`);
  await readSome();
  site.show(builds.second);
  await page.goto(site.url('/'));
  await untilOnly(page, builds.second);
  expect(await cacheNames(page)).toEqual(expect.arrayContaining(foreign));
});

test('a file that is missing leaves everything as it was without a service worker', async () => {
  site.show(await copyWithout(builds.first, join(folder, 'broken'), /^about\/index\.html$/));
  await page.goto(site.url(OLD_PAPER));
  const end = await page.evaluate<string>(`
    navigator.serviceWorker.register('${BASE}service-worker.js', { scope: '${BASE}' }).then(
      ({ installing }) =>
        new Promise((done) => {
          installing.addEventListener('statechange', () => done(installing.state));
        }),
    )`);
  expect(end).toBe('redundant');
  expect((await cacheNames(page)).filter((name) => name.includes(':shell:'))).toEqual([]);
  await page.goto(site.url('/'));
  expect(await newestOf(page)).toBe('12 March 2025');
});

test('the Content-Security-Policy, sent as a header, is kept to', async () => {
  const secured = await serve(builds.first, BASE, { 'content-security-policy': SECURITY_POLICY });
  const { page: watched, events } = await watchedPage(browser, secured);
  try {
    await visit(watched, secured.url('/'));
    await untilKept(watched, secured.url('/pagefind/catalogue.json.gz'));
    await visit(watched, secured.url('/offline/'));
    await watched.locator('#visited a, #shell a').first().waitFor();
    expect((await ask(watched, secured, 'jars')).titles[0]).toBe('Jars on Shelves');
    expect(events).toEqual([]);
  } finally {
    await watched.context().close();
    await secured.close();
  }
});

describe('a large search', () => {
  let large: Builds;
  beforeAll(async () => {
    large = {
      ...builds,
      first: await copyWithLargeSearch(builds.first, join(folder, 'large-first')),
      second: await copyWithLargeSearch(builds.second, join(folder, 'large-second')),
    };
  });

  test('is kept when the reader asks for it, in the next build too, until asked to stop', async () => {
    site.show(large.first);
    await visit(page, site.url('/offline/'));
    const button = page.getByRole('button', { name: /search.* \(4\.8 MB\)|Stop keeping/ });
    expect(await button.innerText()).toBe('Keep the whole search for offline use (4.8 MB)');
    expect(await page.locator('#search-status').innerText()).toContain('needs a connection');
    await button.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('#search-status').innerText())
      .toBe('The whole search is kept (4.8 MB).');
    await context.setOffline(true);
    expect((await ask(page, site, 'jars')).titles[0]).toBe('Jars on Shelves');
    await context.setOffline(false);

    site.show(large.second);
    await page.goto(site.url('/'));
    await untilOnly(page, large.second);
    await page.goto(site.url('/offline/'));
    await untilKept(page, site.url('/pagefind/catalogue.json.gz'));
    await context.setOffline(true);
    expect((await ask(page, site, 'kites')).titles[0]).toBe('Kites over Dunes');
    await context.setOffline(false);
    await page.goto(site.url('/offline/'));
    await page.getByRole('button', { name: 'Stop keeping the search' }).click();
    await expect
      .poll(() => page.locator('#search-status').innerText())
      .toContain('needs a connection');
  });
});

test.each([
  { saveData: true, registrations: 0 },
  { saveData: false, registrations: 1 },
])(
  'with saveData $saveData a page registers $registrations service workers',
  async ({ saveData, registrations }) => {
    await page.addInitScript(`
    Object.defineProperty(navigator, 'connection', { value: { saveData: ${String(saveData)} } });
    globalThis.registered = 0;
    ServiceWorkerContainer.prototype.register = () => {
      globalThis.registered += 1;
      return Promise.reject(new Error('No service worker in this test'));
    };`);
    await page.goto(site.url('/'));
    // The page asks the same before it registers, so that its answer has come by then.
    for (let turn = 0; turn < 2; turn += 1)
      await page.evaluate('navigator.serviceWorker.getRegistration().then(() => undefined)');
    expect(await page.evaluate('registered')).toBe(registrations);
  },
);

describe('the offline page', () => {
  test.each(['light', 'dark'] as const)(
    'has no accessibility fault in the %s theme',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await visit(page, site.url('/offline/'));
      await page.locator('#visited a, #shell a').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    },
  );

  test('fits a window 320 pixels wide', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await visit(page, site.url('/offline/'));
    await page.locator('#visited a, #shell a').first().waitFor();
    await context.setOffline(true);
    await expect.poll(() => note(page)).not.toBe('');
    expect(await overflowOf(page)).toBe(0);
  });
});
