import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import type { PaperId } from '../../src/archive/types.ts';
import { shareFragment } from '../../src/reader/list/page/share.ts';
import type { ShownPaper } from '../../src/reader/list/saved-paper.ts';
import { launchBrowser } from './browser.ts';
import { accessibilityFaults, overflowOf, untilStill, withPage } from './look.ts';
import { ask, publishedPapers } from './search-page.ts';
import { serve, type ServedSite } from './server.ts';

const PAPER = '/papers/data-filtering-networks/';
const DATE = '/dates/2025-03-14/';
const TIME = '2026-03-11T01:00:00.000Z';

let browser: Browser;
let site: ServedSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serve(inject('sample'))]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens a page with papers on the list, by id and what is stored of each. */
async function openWith(
  page: Page,
  entries: Record<string, unknown>,
  path = '/list/',
): Promise<void> {
  await page.goto(site.url('/404.html'));
  const texts = Object.entries(entries).map(([id, value]) => [
    `offprint-list:/:${id}`,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  await page.evaluate(
    `for (const [key, text] of ${JSON.stringify(texts)}) localStorage.setItem(key, text)`,
  );
  await page.goto(site.url(path));
  await untilStill(page);
}

const titles = (page: Page): Promise<readonly string[]> =>
  page.locator('#saved .title').allInnerTexts();
const stored = (page: Page, id: string): Promise<string | null> =>
  page.evaluate(`localStorage.getItem('offprint-list:/:${id}')`);

const asShown = (id: string): ShownPaper => ({ id: id as PaperId, title: id });
const DFN = { title: 'Data Filtering Networks', saved: TIME };

describe('a paper is saved', () => {
  test('from its page, from a list and from search, and all of them are on the list', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(site.url(PAPER));
      await page.getByRole('button', { name: 'Save: Data Filtering Networks' }).click();
      await page.goto(site.url(DATE));
      const onDate = await page.locator('.papers .title').nth(2).innerText();
      await page.locator('.papers .save').nth(2).click();
      const found = (await ask(page, site, 'tumour')).titles[0] ?? '';
      await page.locator('#results .save').first().click();
      await page.goto(site.url('/list/'));
      await expect.poll(() => titles(page)).toEqual([found, onDate, 'Data Filtering Networks']);
      expect(await page.locator('.masthead nav').innerText()).toMatch(/list 3/i);
    });
  });

  test('by a button that is pressed from then on, and taken off by the same button', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(site.url(PAPER));
      const button = page.getByRole('button', { name: 'Save: Data Filtering Networks' });
      expect(await button.getAttribute('aria-pressed')).toBe('false');
      await button.click();
      await page.reload();
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      await button.click();
      expect(await button.getAttribute('aria-pressed')).toBe('false');
      expect(await stored(page, 'data-filtering-networks')).toBeNull();
    });
  });

  test('on results that come later, too', async () => {
    await withPage(browser, {}, async (page) => {
      await ask(page, site, 'graph');
      await page.getByRole('button', { name: 'More results' }).click();
      await expect.poll(() => page.locator('#results .save').count()).toBe(20);
    });
  });

  test('in the archive of this folder alone', async () => {
    const other = await serve(inject('sampleUnderBase'), '/archive/');
    await withPage(browser, {}, async (page) => {
      await page.goto(other.url(PAPER));
      await page.locator('.save').click();
      const keys = await page.evaluate<string[]>('Object.keys(localStorage).sort()');
      expect(keys).toEqual([
        'offprint-list:/archive/:data-filtering-networks',
        'offprint-visits:/archive/',
      ]);
      await page.goto(other.url('/list/'));
      await expect.poll(() => titles(page)).toEqual(['Data Filtering Networks']);
      await page.locator('#saved .title a').click();
      await page.waitForURL(other.url(PAPER));
    });
    await other.close();
  });
});

describe('on the list', () => {
  test('taking a paper off can be undone, and its note comes back', async () => {
    await withPage(browser, {}, async (page) => {
      await openWith(page, { 'data-filtering-networks': { ...DFN, note: 'by the sea' } });
      await page.getByRole('button', { name: 'Save: Data' }).click();
      await expect.poll(() => titles(page)).toEqual([]);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => titles(page)).toEqual(['Data Filtering Networks']);
      expect(await page.getByLabel('Note on Data').inputValue()).toBe('by the sea');
    });
  });

  test('a note is kept, even when the page is left while it is written', async () => {
    await withPage(browser, {}, async (page) => {
      await openWith(page, { 'data-filtering-networks': DFN });
      await page.locator('#saved summary').click();
      await page.getByLabel('Note on Data').fill('compare with <b>jars</b>');
      await page.goto(site.url('/about/'));
      await page.goto(site.url('/list/'));
      await expect
        .poll(() => page.getByLabel('Note on Data').inputValue())
        .toBe('compare with <b>jars</b>');
    });
  });

  test('a paper is marked as read, which lists show', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(site.url(DATE));
      await page.locator('.save').first().click();
      await page.goto(site.url('/list/'));
      await page.locator('#saved button.read').click();
      expect(await page.locator('#saved button.read').getAttribute('aria-pressed')).toBe('true');
      await page.goto(site.url(DATE));
      expect(await page.locator('.papers > li').first().locator('.marks').innerText()).toMatch(
        /read/i,
      );
      expect(await page.locator('.papers .read').count()).toBe(1);
    });
  });

  test('words, order and what is unread choose what is shown', async () => {
    await withPage(browser, {}, async (page) => {
      await openWith(page, {
        gulls: { title: 'Gulls', saved: '2026-03-12T01:00:00.000Z' },
        jars: { title: 'Jars', saved: TIME, note: 'for gulls', read: TIME },
        tides: { title: 'Tides', saved: '2026-03-13T01:00:00.000Z' },
      });
      await expect.poll(() => titles(page)).toEqual(['Tides', 'Gulls', 'Jars']);
      await page.getByLabel('Order').selectOption('Saved first');
      expect(await titles(page)).toEqual(['Jars', 'Gulls', 'Tides']);
      await page.getByLabel('Words').fill('gull');
      expect(await titles(page)).toEqual(['Jars', 'Gulls']);
      await page.getByLabel('Unread only').check();
      expect(await titles(page)).toEqual(['Gulls']);
      expect(await page.locator('#list-status').innerText()).toBe('1 paper of 3.');
    });
  });

  test('an entry that cannot be read is reported, handed out and left alone', async () => {
    await withPage(browser, {}, async (page) => {
      await openWith(page, { 'data-filtering-networks': DFN, gulls: '{"title":' });
      await expect.poll(() => titles(page)).toEqual(['Data Filtering Networks']);
      expect(await page.locator('#list-troubles').innerText()).toContain(
        '1 entry could not be read',
      );
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download as stored' }).click();
      const file = await readFile(await (await waiting).path(), 'utf8');
      expect(JSON.parse(file)).toEqual([{ key: 'offprint-list:/:gulls', text: '{"title":' }]);
      expect(await stored(page, 'gulls')).toBe('{"title":');
    });
  });

  test('a title that is markup is only ever text', async () => {
    await withPage(browser, {}, async (page) => {
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await openWith(page, { gulls: { title: '<img src=x onerror=alert(1)>', saved: TIME } });
      await expect.poll(() => titles(page)).toEqual(['<img src=x onerror=alert(1)>']);
      expect(await page.locator('#saved img').count()).toBe(0);
      expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
    });
  });

  test('has no accessibility fault and fits a narrow window when it is full', async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      await withPage(
        browser,
        { colorScheme, viewport: { width: 320, height: 800 } },
        async (page) => {
          const entry = { ...DFN, note: 'by the sea', read: TIME };
          await openWith(page, { 'data-filtering-networks': entry, gulls: '{' });
          await page.locator('#saved button.read').click();
          expect(await accessibilityFaults(page)).toEqual([]);
          expect(await overflowOf(page)).toBe(0);
        },
      );
  });
});

test('two tabs are in step', async () => {
  await withPage(browser, {}, async (page) => {
    await openWith(page, { 'data-filtering-networks': DFN });
    const other = await page.context().newPage();
    await other.goto(site.url(PAPER));
    await other.locator('.save').click();
    await expect.poll(() => titles(page)).toEqual([]);
    await page.getByLabel('Words').focus();
    await other.locator('.save').click();
    await expect.poll(() => titles(page)).toEqual(['Data Filtering Networks']);
    await page.locator('#saved button.save').click();
    await expect.poll(() => other.locator('.save').getAttribute('aria-pressed')).toBe('false');
  });
});

/** Writing is kept after a pause. */
const PATIENT = { timeout: 5000 };

describe('of two tabs', () => {
  const ID = 'data-filtering-networks';
  const inTwoTabs = async (
    entries: Record<string, unknown>,
    path: string,
    act: (page: Page, other: Page) => Promise<void>,
  ): Promise<void> => {
    await withPage(browser, {}, async (page) => {
      await openWith(page, entries);
      const other = await page.context().newPage();
      await other.goto(site.url(path));
      await act(page, other);
    });
  };
  const openNote = async (page: Page): Promise<void> => {
    await page.locator('#saved summary').click();
    await page.locator('textarea:focus').waitFor();
  };

  test('a note written in both keeps both texts, and one of them says so', async () => {
    await inTwoTabs({ [ID]: DFN }, '/list/', async (page, other) => {
      await openNote(page);
      await openNote(other);
      await page.keyboard.type('by the sea');
      await other.keyboard.type('at night');
      await other.getByLabel('Words').focus();
      await expect.poll(() => stored(page, ID), PATIENT).toContain('by the sea');
      await expect.poll(() => stored(page, ID), PATIENT).toContain('at night');
      for (const tab of [page, other]) {
        const field = tab.getByLabel('Note on Data');
        await expect.poll(() => field.inputValue(), PATIENT).toContain('by the sea');
        await expect.poll(() => field.inputValue(), PATIENT).toContain('at night');
      }
      const notices = [page, other].map((tab) => tab.locator('.notice').innerText());
      expect((await Promise.all(notices)).join('')).toContain('both texts are kept');
    });
  });

  test('what is written on after both texts were kept goes into the note once', async () => {
    await inTwoTabs({ [ID]: DFN }, '/list/', async (page, other) => {
      await openNote(page);
      await page.keyboard.type('gulls');
      await openNote(other);
      await other.keyboard.type('jars');
      await other.getByLabel('Words').focus();
      const field = page.getByLabel('Note on Data');
      await expect.poll(() => field.inputValue(), PATIENT).toMatch(/gulls[^]*jars|jars[^]*gulls/);
      await page.keyboard.type(' and tides');
      await page.getByLabel('Words').focus();
      await expect.poll(() => stored(page, ID), PATIENT).toContain('gulls and tides');
      expect((await stored(page, ID))?.match(/gulls/g)).toHaveLength(1);
    });
  });

  test('a paper that one takes off stays in the other while its note is written', async () => {
    await inTwoTabs({ [ID]: DFN }, PAPER, async (page, other) => {
      const button = page.locator('#saved button.save');
      await openNote(page);
      await other.locator('.save').click();
      await expect.poll(() => button.getAttribute('aria-pressed')).toBe('false');
      await page.keyboard.type('by the sea');
      await expect.poll(() => stored(page, ID), PATIENT).toContain('by the sea');
      await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
      await other.locator('.save').click();
      await expect.poll(() => button.getAttribute('aria-pressed')).toBe('false');
      await page.getByLabel('Words').focus();
      await expect.poll(() => titles(page)).toEqual([]);
    });
  });

  test('thousands of changes in one are shown together in the other', async () => {
    await inTwoTabs({}, '/404.html', async (page, other) => {
      await page.evaluate(`
        window.shown = 0;
        new MutationObserver(() => (window.shown += 1)).observe(
          document.getElementById('list-status'), { childList: true });`);
      await other.evaluate(`for (let paper = 0; paper < 500; paper += 1)
        localStorage.setItem('offprint-list:/:gulls-' + paper,
          JSON.stringify({ title: 'Gulls ' + paper, saved: '${TIME}' }))`);
      await expect.poll(() => page.locator('#saved > li').count(), PATIENT).toBe(500);
      expect(await page.evaluate('window.shown')).toBeLessThan(50);
    });
  });
});

test('a note is kept while it is written', async () => {
  await withPage(browser, {}, async (page) => {
    await openWith(page, { 'data-filtering-networks': DFN });
    await page.locator('#saved summary').click();
    await page.getByLabel('Note on Data').fill('by the sea');
    await expect
      .poll(() => stored(page, 'data-filtering-networks'), PATIENT)
      .toContain('by the sea');
    expect(await page.getByLabel('Note on Data').inputValue()).toBe('by the sea');
  });
});

test('buttons and the note are named after a title that comes later', async () => {
  await withPage(browser, {}, async (page) => {
    const id = 'data-filtering-networks';
    await openWith(page, { [id]: { title: id, saved: TIME } });
    for (const name of ['Save: Data Filtering Networks', 'Mark read: Data Filtering Networks'])
      await page.getByRole('button', { name, exact: true }).waitFor();
    await page.locator('#saved summary').click();
    await page.getByLabel('Note on Data Filtering Networks').waitFor();
  });
});

test.each([
  [
    'closed',
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } })",
  ],
  [
    'full',
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
  ],
])('where storage is %s, the page says so and works for this visit', async (_, script) => {
  await withPage(browser, {}, async (page) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addInitScript(script);
    await page.goto(site.url(PAPER));
    await page.locator('.save').click();
    expect(await page.locator('.save').getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.notice').innerText()).toContain('this visit only');
    expect(errors).toEqual([]);
  });
});

describe('a link to the list', () => {
  test('shows its papers to somebody else, who adds them or does not', async () => {
    const address = await withPage(browser, {}, async (page) => {
      await openWith(page, { 'data-filtering-networks': DFN });
      await page.getByRole('button', { name: 'Copy a link' }).click();
      await expect.poll(() => page.locator('#share-link').inputValue()).not.toBe('');
      return page.locator('#share-link').inputValue();
    });
    await withPage(browser, {}, async (page) => {
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(address);
      await expect
        .poll(() => page.locator('#shared .title').allInnerTexts())
        .toEqual(['Data Filtering Networks']);
      expect(await titles(page)).toEqual([]);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(requests.filter((request) => request.includes('#') && request !== address)).toEqual(
        [],
      );
      await page.getByRole('button', { name: 'Add all 1' }).click();
      await expect.poll(() => titles(page)).toEqual(['Data Filtering Networks']);
      await page.getByRole('button', { name: 'Close' }).click();
      expect(await page.locator('#shared').isVisible()).toBe(false);
      expect(new URL(page.url()).hash).toBe('');
    });
  });

  test('of the whole sample has less than 8,000 characters, and brings titles from the pages', async () => {
    const papers = await publishedPapers(inject('sample'));
    await withPage(browser, {}, async (page) => {
      const entries = papers.map(({ id, title }) => [id, { title, saved: TIME }] as const);
      await openWith(page, Object.fromEntries(entries));
      await page.getByRole('button', { name: 'Copy a link' }).click();
      await expect.poll(() => page.locator('#share-link').inputValue()).not.toBe('');
      const address = await page.locator('#share-link').inputValue();
      expect(papers).toHaveLength(200);
      expect(address.length).toBeLessThan(8000);
      await page.evaluate('localStorage.clear()');
      await page.goto('about:blank');
      await page.goto(address);
      await expect
        .poll(() => page.locator('#shared .title').first().innerText())
        .toBe(papers.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]?.title);
    });
  });

  test('cannot give a paper a title that is not its own', async () => {
    await withPage(browser, {}, async (page) => {
      const forged = [{ ...asShown('data-filtering-networks'), title: 'Gulls' }];
      await page.goto(site.url(`/list/${await shareFragment(forged, 0)}`));
      await page.getByRole('button', { name: 'Add all 1' }).click();
      await expect.poll(() => titles(page)).toEqual(['Data Filtering Networks']);
      await expect
        .poll(() => page.locator('#shared .title').innerText())
        .toBe('Data Filtering Networks');
    });
  });

  test('that was cut says so', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(site.url('/list/#share=1.AAAA'));
      await expect
        .poll(() => page.locator('#shared-summary').innerText())
        .toContain('no list that can be read');
    });
  });
});

describe('a file', () => {
  const exported = async (page: Page, format: string): Promise<string> => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: format, exact: true }).click();
    return readFile(await (await waiting).path(), 'utf8');
  };
  const imported = async (page: Page, name: string, text: string): Promise<string> => {
    const report = page.locator('#import-report');
    // The page listens from then on.
    await page.locator('#own').waitFor();
    await untilStill(page);
    await page
      .locator('#import')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await expect.poll(() => report.innerText()).not.toBe('');
    return report.innerText();
  };

  test('of the list says in BibTeX and RIS what the page of the paper states', async () => {
    const noted = await serve(inject('noted'), '/archive/');
    await withPage(browser, {}, async (page) => {
      const entry = JSON.stringify({ title: 'a-study-of-gulls', saved: TIME });
      await page.goto(noted.url('/about/'));
      await page.evaluate(
        `localStorage.setItem('offprint-list:/archive/:a-study-of-gulls', ${JSON.stringify(entry)})`,
      );
      await page.goto(noted.url('/list/'));
      await page.locator('#saved > li').waitFor();
      const bibtex = await exported(page, 'BibTeX');
      expect(bibtex).toContain('@misc{a-study-of-gulls,');
      expect(bibtex).toContain('author = {Keeper, Ada and Ben Harbour and Zoë Ångström-O’Hara}');
      expect(bibtex).toContain('url = {https://doi.org/10.1000/gulls%3C182%3E}');
      expect(await exported(page, 'RIS')).toContain('\r\nAU  - Harbour, Ben\r\n');
    });
    await noted.close();
  });

  test.each(['JSON', 'BibTeX', 'RIS'])('of the list as %s brings it back', async (format) => {
    await withPage(browser, {}, async (page) => {
      await openWith(page, { 'data-filtering-networks': { ...DFN, note: 'by the sea' } });
      const file = await exported(page, format);
      expect(await imported(page, 'list', file)).toMatch(/^0 papers added, 0 changed, 1 as before/);
      await page.evaluate('localStorage.clear()');
      await page.reload();
      expect(await imported(page, 'list', file)).toMatch(/^1 paper added/);
      expect(await titles(page)).toEqual(['Data Filtering Networks']);
      expect(await page.getByLabel('Note on Data').inputValue()).toBe('by the sea');
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => titles(page)).toEqual([]);
    });
  });

  test('of others gives what this archive has, and names the rest', async () => {
    const file = `@misc{a, title = {On <b>Gulls</b>}, url = {https://example.org/gulls}}
@misc{b, title = {Moved}, url = {https://old.example.org/papers/data-filtering-networks/}}
@misc{c, title = {No Such Paper}, url = {https://example.org/papers/no-such-paper/}}`;
    await withPage(browser, {}, async (page) => {
      await page.goto(site.url('/list/'));
      const report = await imported(page, 'others.bib', file);
      expect(report.split('\n')).toEqual([
        '1 paper added, 0 changed, 0 as before.',
        'Without an address of this archive, so not recognised: “On <b>Gulls</b>”',
        'Without an address of this archive, so not recognised: “No Such Paper”',
      ]);
    });
  });

  test('that is undone leaves what was noted since', async () => {
    const papers = ['data-filtering-networks', 'no-such-paper'].map((id) => ({ id, ...DFN }));
    const file = JSON.stringify({ format: 'offprint-reading-list', papers });
    await withPage(browser, {}, async (page) => {
      await page.goto(site.url('/list/'));
      await imported(page, 'list.json', file);
      await page.locator('#saved summary').first().click();
      await page.getByLabel('Note on Data').first().fill('by the sea');
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => titles(page)).toEqual(['Data Filtering Networks']);
      expect(await page.locator('.notice').innerText()).toContain('but for 1 paper');
    });
  });

  test('of something else says so', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(site.url('/list/'));
      expect(await imported(page, 'gulls.txt', 'Gulls')).toContain(
        '“gulls.txt” is no reading list',
      );
    });
  });
});

describe('what is new', () => {
  const visits = (newest: string): string =>
    JSON.stringify({ last: '2025-03-12T12:00:00.000Z', newest });
  const noteOn = (path: string, text: string | undefined): Promise<string> =>
    withPage(browser, { timezoneId: 'UTC' }, async (page) => {
      if (text !== undefined) {
        await page.goto(site.url('/404.html'));
        await page.evaluate(`localStorage.setItem('offprint-visits:/', ${JSON.stringify(text)})`);
      }
      await page.goto(site.url(path));
      await page.waitForLoadState('networkidle');
      return (await page.locator('.visit-note').innerText()).replace(/\s+/g, ' ').trim();
    });

  test.each(['/', '/list/'])('is said on %s with the dates', async (path) => {
    expect(await noteOn(path, visits('2025-03-11'))).toMatch(
      /^\d+ papers new since your last visit on 12 March 2025\. 14 March 2025$/,
    );
  });

  test('is nothing when no date was added', async () => {
    expect(await noteOn('/', visits('2025-03-14'))).toBe(
      'Nothing new since your last visit on 12 March 2025.',
    );
  });

  test.each([undefined, '{"last":', visits('soon')])(
    'is not said on a first visit, or where what was stored is %j',
    async (text) => {
      expect(await noteOn('/', text)).toBe('');
    },
  );
});

test('without JavaScript the page says what it needs, and leads on', async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(site.url('/list/'));
    expect(await page.locator('noscript').innerText()).toContain('needs JavaScript');
    expect(await page.locator('#own').isVisible()).toBe(false);
  });
});
