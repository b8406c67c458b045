import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import { accessibilityFaults, overflowOf, withPage } from './look.ts';
import { serve, type ServedSite } from './server.ts';

const GULLS = '/papers/a-study-of-gulls/';
const DATE = '/dates/2025-03-11/';
const FORMATS = [
  ['BibTeX', 'bib'],
  ['RIS', 'ris'],
  ['CSL-JSON', 'csl.json'],
  ['Plain text', 'txt'],
] as const;
const MAY_COPY: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] };

let browser: Browser;
let sample: ServedSite;
let noted: ServedSite;
beforeAll(async () => {
  [browser, sample, noted] = await Promise.all([
    launchBrowser(),
    serve(inject('sample')),
    serve(inject('noted'), '/archive/'),
  ]);
});
afterAll(async () => {
  await browser.close();
  await sample.close();
  await noted.close();
});

/** Opens the place for citations of a page. */
async function openCite(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('.cite > summary').click();
  await page.getByLabel('Format', { exact: true }).waitFor();
}

async function downloaded(page: Page, format: string): Promise<{ name: string; text: string }> {
  await page.getByLabel('Format', { exact: true }).selectOption(format);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

async function copied(page: Page, format: string): Promise<string> {
  await page.getByLabel('Format', { exact: true }).selectOption(format);
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => page.locator('.notice').innerText()).toContain('copied');
  return page.evaluate<string>('navigator.clipboard.readText()');
}

/** The ids that a program reads in a text of one of the three formats that programs read. */
function idsIn(text: string): readonly unknown[] {
  const items = new Cite(text).data as readonly { readonly URL: string }[];
  return items.map(({ URL: address }) => /\/papers\/([^/]+)\/$/.exec(address)?.[1]);
}

const archiveFile = (site: string, ending: string): Promise<string> =>
  readFile(join(site, `papers.${ending}`), 'utf8');

describe('a paper', () => {
  test.each(FORMATS)(
    'is copied and downloaded as %s, as the archive has it',
    async (name, ending) => {
      await withPage(browser, MAY_COPY, async (page) => {
        await openCite(page, noted.url(GULLS));
        const file = await downloaded(page, name);
        expect(file.name).toBe(`a-study-of-gulls.${ending}`);
        expect(await copied(page, name)).toBe(file.text);
        expect(await page.locator('.citation').textContent()).toBe(file.text.trimEnd());
        const all = await archiveFile(inject('noted'), ending);
        const own = file.text.replace(/^\[\n|\n\]\n$/g, '').trim();
        expect(own).toContain('https://doi.org/10.1000/gulls%3C182%3E');
        expect(all).toContain(own);
      });
    },
  );

  test('is cited as text and as BibTeX without JavaScript', async () => {
    await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(noted.url(GULLS));
      const [line] = (await archiveFile(inject('noted'), 'txt')).split('\n');
      expect(await page.locator('.reference').innerText()).toBe(line);
      await page.locator('.cite > summary').click();
      expect(await archiveFile(inject('noted'), 'bib')).toContain(
        await page.locator('.citation').innerText(),
      );
      expect(await page.locator('.cite-controls').isVisible()).toBe(false);
    });
  });

  test('is cited by the address it is read at where the site does not know its own', async () => {
    await withPage(browser, {}, async (page) => {
      const address = sample.url('/papers/data-filtering-networks/');
      await openCite(page, address);
      expect(await page.locator('.reference a').innerText()).toBe(address);
      await expect
        .poll(() => page.locator('.citation').innerText())
        .toContain(`url = {${address}}`);
    });
  });

  test('is opened for citing by c', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(noted.url(GULLS));
      await page.keyboard.press('c');
      await page.getByLabel('Format', { exact: true }).waitFor();
      expect(await page.evaluate('document.activeElement.textContent')).toBe(
        'For reference managers',
      );
      await page.keyboard.press('c');
      expect(await page.getByLabel('Format', { exact: true }).isVisible()).toBe(true);
    });
  });

  test('is cited on paper, without the controls', async () => {
    await withPage(browser, {}, async (page) => {
      await openCite(page, noted.url(GULLS));
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.reference').isVisible()).toBe(true);
      expect(await page.locator('.cite').isVisible()).toBe(false);
    });
  });

  test('is selected by hand where the browser does not let pages copy', async () => {
    await withPage(browser, {}, async (page) => {
      await page.addInitScript(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })",
      );
      await openCite(page, noted.url(GULLS));
      await page.getByRole('button', { name: 'Copy' }).click();
      await expect.poll(() => page.locator('.notice').innerText()).toContain('did not allow');
    });
  });
});

describe('a date', () => {
  test.each(FORMATS)('is copied and downloaded as %s', async (name, ending) => {
    await withPage(browser, MAY_COPY, async (page) => {
      await openCite(page, noted.url(DATE));
      const file = await downloaded(page, name);
      expect(file.name).toBe(`2025-03-11.${ending}`);
      expect(await copied(page, name)).toBe(file.text);
      // Every paper of this archive was first listed on this date.
      const parts = (text: string): readonly string[] =>
        text
          .split(ending === 'txt' ? '\n' : /\n(?=@)|\n\r?\n|(?<=\}),\n {2}(?=\{)/)
          .map((part) => part.replace(/^\[\n {2}|\n\]\n$/g, '').trim())
          .toSorted();
      expect(parts(file.text)).toEqual(parts(await archiveFile(inject('noted'), ending)));
    });
  });

  test.each([
    ['the sample', 'sample', '2025-03-14'],
    ['hostile texts and formulas', 'awkward', '2025-03-11'],
  ] as const)('of %s brings every paper it lists, as the archive has it', async (_, name, date) => {
    const site = await serve(inject(name));
    await withPage(browser, {}, async (page) => {
      await openCite(page, site.url(`/dates/${date}/`));
      const { text } = await downloaded(page, 'BibTeX');
      const links = await page
        .locator('.papers .title a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      expect(idsIn(text)).toEqual(links.map((href) => href.split('/').at(-2)));
      const entries = (await archiveFile(inject(name), 'bib')).split(/\n(?=@misc)/);
      const known = new Set(entries.map((entry) => entry.trim()));
      const here = site.url('').replace(/\/$/, '');
      const own = text.replaceAll(`{${here}/`, '{/').split(/\n(?=@misc)/);
      expect(own.filter((entry) => !known.has(entry.trim()))).toEqual([]);
    });
    await site.close();
  });

  test('says of each paper when it was first listed', async () => {
    await withPage(browser, {}, async (page) => {
      await openCite(page, sample.url('/dates/2025-03-14/'));
      const { text } = await downloaded(page, 'Plain text');
      expect(text).toContain('on 11 March 2025');
      expect(text).toContain('on 14 March 2025');
    });
  });
});

test.each(['BibTeX', 'RIS', 'CSL-JSON'])(
  'a topic is downloaded as %s, those of its papers too that it lists by title alone',
  async (format) => {
    await withPage(browser, {}, async (page) => {
      await page.goto(sample.url('/topics/'));
      const href = await largestTopic(page);
      await openCite(page, new URL(href, sample.url('/')).href);
      const listed = await page.locator('.papers > li, .title-list > li').count();
      expect(listed).toBeGreaterThan(20);
      const { text } = await downloaded(page, format);
      const ids = idsIn(text);
      expect(new Set(ids).size).toBe(listed);
      expect(text.match(/Listed in .* on 1[14] March 2025/g)).toHaveLength(listed);
    });
  },
);

async function largestTopic(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const links = [...document.querySelectorAll('main a[href*="/topics/"]')];
    const size = (link) => Number(link.parentElement.querySelector('.count')?.textContent ?? 0);
    return links.sort((a, b) => size(b) - size(a))[0].getAttribute('href');
  })()`);
}

test('the reading list gives the same citation as the page of the paper', async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(noted.url(DATE));
    await page.getByRole('button', { name: 'Save: A Study of Gulls' }).click();
    await page.goto(noted.url('/list/'));
    await page.locator('#saved > li').waitFor();
    for (const [name, ending] of FORMATS) {
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name, exact: true }).click();
      const file = await waiting;
      expect(file.suggestedFilename()).toBe(`reading-list.${ending}`);
      const own = (await readFile(await file.path(), 'utf8')).replace(/^\[\n|\n\]\n$/g, '').trim();
      expect(await archiveFile(inject('noted'), ending)).toContain(own);
    }
  });
});

test('the page of a paper that could not be read is said to be missing', async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(sample.url('/topics/'));
    const href = await largestTopic(page);
    await openCite(page, new URL(href, sample.url('/')).href);
    await page.route('**/papers/**', (route) => route.abort());
    await downloaded(page, 'Plain text');
    await expect
      .poll(() => page.locator('.notice').innerText())
      .toMatch(/citations downloaded\. The pages of \d+ could not be read/);
  });
});

describe('a page with a place for citations', () => {
  test.each([GULLS, DATE])(
    '%s has no accessibility fault and fits a narrow window',
    async (path) => {
      for (const colorScheme of ['light', 'dark'] as const)
        await withPage(
          browser,
          { colorScheme, viewport: { width: 320, height: 800 } },
          async (page) => {
            await openCite(page, noted.url(path));
            expect(await accessibilityFaults(page)).toEqual([]);
            expect(await overflowOf(page)).toBe(0);
          },
        );
    },
  );

  test('leads to the files of the whole archive where there is no JavaScript', async () => {
    await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(noted.url(DATE));
      await page.locator('.cite > summary').click();
      expect(await page.locator('.cite-controls').isVisible()).toBe(false);
      const links = page.locator('.cite noscript a');
      expect(await links.allInnerTexts()).toEqual(FORMATS.map(([name]) => name));
      const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      for (const href of hrefs)
        expect((await fetch(new URL(href ?? '', noted.url('/')))).status).toBe(200);
    });
  });
});
