import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import {
  abstractOf,
  answerOn,
  ask,
  askOn,
  excerptsOn,
  publishedPapers,
  type PublishedPaper,
} from './search-page.ts';
import { serve, type ServedSite } from './server.ts';

let browser: Browser;
let site: ServedSite;
let noted: ServedSite;
let badInputs: ServedSite;
let page: Page;
let papers: readonly PublishedPaper[];
beforeAll(async () => {
  [browser, site, noted, badInputs, papers] = await Promise.all([
    launchBrowser(),
    serve(inject('sample')),
    serve(inject('noted'), '/archive/'),
    serve(inject('badInputs')),
    publishedPapers(inject('sample')),
  ]);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await Promise.all([site.close(), noted.close(), badInputs.close()]);
});

describe('results', () => {
  test('say when a paper was first listed, how often, and whether it has code', async () => {
    await ask(page, site, '"towards deeper graph neural networks"');
    const item = page.locator('#results > li', { hasText: 'Towards Deeper Graph' });
    const [paper] = papers.filter(({ title }) => title === 'Towards Deeper Graph Neural Networks');
    expect(await item.locator('time').getAttribute('datetime')).toBe(paper?.dates[0]);
    expect(await item.locator('.marks').textContent()).toContain('In 2 digests');
    await ask(page, site, 'has:code');
    for (const text of await page.locator('#results .marks').allTextContents())
      expect(text).toContain('With code');
  });

  test('have excerpts from the abstracts on the pages of their papers, words marked', async () => {
    await ask(page, site, 'graph convolution accuracy');
    const excerpts = await excerptsOn(page);
    const hrefs = await page
      .locator('#results .title a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const [index, excerpt] of excerpts.entries()) {
      const id = hrefs[index]?.split('/').at(-2) ?? '';
      const part = excerpt.replace(/^… /, '').replace(/…$/, '');
      expect(await abstractOf(inject('sample'), id)).toContain(part);
    }
    const marks = await page.locator('#results mark').allInnerTexts();
    expect(marks.length).toBeGreaterThan(10);
    expect(marks.filter((mark) => !/graph|convol|accura|gnn|gcn/i.test(mark))).toEqual([]);
  });

  test('lead to their papers', async () => {
    await ask(page, site, 'data filtering networks');
    await page.getByRole('link', { name: 'Data Filtering Networks' }).click();
    await page.waitForURL('**/papers/data-filtering-networks/');
  });

  test('with a merged or a renamed paper show it once, under its right title', async () => {
    const { titles } = await ask(page, noted, 'gulls tides');
    expect([...titles].sort()).toEqual(['A Study of Gulls', 'Tides in a Jar']);
    await page.getByRole('link', { name: 'A Study of Gulls' }).click();
    await page.waitForURL('**/archive/papers/a-study-of-gulls/');
  });

  test('have no paper that was withdrawn', async () => {
    const { titles } = await ask(page, noted, 'harbours without water');
    expect(titles).not.toContain('Harbours Without Water');
  });

  test('come ten at a time, none twice, and the first new one gets the focus', async () => {
    const { papers: found } = await ask(page, site, 'title:learning');
    expect(found).toBeGreaterThan(20);
    const links = page.locator('#results .title a');
    const more = page.getByRole('button', { name: 'More results' });
    for (let shown = 10; shown < found; shown += 10) {
      expect(await links.count()).toBe(shown);
      // As impatient readers do.
      await page.evaluate(
        "const more = document.getElementById('more'); more.click(); more.click()",
      );
      await expect.poll(() => links.count()).toBeGreaterThan(shown);
      expect(await links.nth(shown).evaluate((link) => link.matches(':focus'))).toBe(true);
      await excerptsOn(page);
    }
    expect(await links.count()).toBe(found);
    expect(new Set(await links.allInnerTexts()).size).toBe(found);
    expect(await more.isVisible()).toBe(false);
    expect(await excerptsOn(page)).toHaveLength(found);
  });
});

describe('the order', () => {
  async function inOrder(order: string): Promise<readonly PublishedPaper[]> {
    await page.goto(site.url(`/search/?q=graph&sort=${order}`));
    const { titles } = await answerOn(page);
    expect(await page.getByLabel('Order').inputValue()).toBe(order);
    return titles.flatMap((title) => papers.filter((paper) => paper.title === title));
  }

  test('“Newest” puts the papers first that were listed last', async () => {
    const dates = (await inOrder('newest')).map((paper) => paper.dates.at(-1) ?? '');
    expect(dates).toHaveLength(10);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(new Set(dates).size).toBe(2);
  });

  test('“Most seen” puts the papers first that are in most digests', async () => {
    const seen = (await inOrder('seen')).map(({ appearances }) => appearances.length);
    expect(seen).toHaveLength(10);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    expect(new Set(seen).size).toBeGreaterThan(1);
  });

  test('“Relevance” puts the papers with all words first, and so do the others', async () => {
    for (const order of ['relevance', 'newest', 'seen']) {
      await page.goto(site.url(`/search/?q=data+filtering+networks&sort=${order}`));
      const { papers: full, titles } = await answerOn(page);
      expect(titles.slice(0, full).join(), order).toContain('Data Filtering Networks');
    }
  });

  test('is chosen from a list and does not take the focus away', async () => {
    await ask(page, site, 'graph');
    await page.getByLabel('Order').focus();
    await page.getByLabel('Order').selectOption('Newest');
    await page.waitForURL('**/search/?q=graph&sort=newest');
    expect(await page.evaluate('document.activeElement.id')).toBe('order');
  });

  test('that nobody knows is the usual one', async () => {
    await page.goto(site.url('/search/?q=graph&sort=constructor'));
    expect((await answerOn(page)).papers).toBeGreaterThan(10);
    expect(await page.getByLabel('Order').inputValue()).toBe('relevance');
  });
});

describe('“Narrow down”', () => {
  test.each([
    ['sample', 'graph'],
    ['badInputs', 'gull'],
  ] as const)(
    'on the archive “%s” counts what “%s” with the operator finds',
    async (name, query) => {
      const archive = { sample: site, badInputs }[name];
      await ask(page, archive, query);
      const offered = await page.locator('#facets li').evaluateAll((items) =>
        items.map((item) => ({
          operator: item.querySelector('a')?.dataset['operator'] ?? '',
          papers: Number(item.querySelector('.count')?.textContent),
        })),
      );
      expect(offered.length).toBeGreaterThan(2);
      for (const { operator, papers: counted } of offered)
        expect((await askOn(page, `${query} ${operator}`)).papers, operator).toBe(counted);
    },
  );

  test('adds an operator to the query, and takes it away again', async () => {
    const before = await ask(page, site, 'graph');
    await page.getByRole('link', { name: 'code', exact: true }).click();
    await page.waitForURL('**/search/?q=graph+has%3Acode');
    const current = page.locator('#facets a[aria-current]');
    await expect.poll(() => current.allInnerTexts()).toEqual(['code ×']);
    expect(await page.locator('#query').inputValue()).toBe('graph has:code');
    expect((await answerOn(page)).status).not.toBe(before.status);
    await current.click();
    await page.waitForURL('**/search/?q=graph');
    await expect.poll(() => current.count()).toBe(0);
    expect(await answerOn(page)).toEqual(before);
  });

  test('to one period takes the place of another one', async () => {
    await ask(page, badInputs, 'invented date:2025');
    await page.getByRole('link', { name: 'April 2025' }).click();
    await page.waitForURL('**/search/?q=invented+date%3A2025-04');
    await expect
      .poll(() => page.locator('#facets a[aria-current]').allInnerTexts())
      .toEqual(['April 2025 ×']);
  });

  test('keeps phrases, other operators and the order', async () => {
    await page.goto(site.url('/search/?q=%22neural+networks%22+-video&sort=newest'));
    await answerOn(page);
    await page.getByRole('link', { name: 'in 2 or more digests' }).click();
    await page.waitForURL('**/search/?q=%22neural+networks%22+-video+seen%3A2&sort=newest');
  });

  test('leaves a click that asks for a new tab to the browser', async () => {
    await ask(page, site, 'graph');
    // The tab itself is not opened: the driver overlooks one of some ten that a page opens.
    await page.evaluate(`addEventListener('click', (event) => {
      document.title = event.defaultPrevented ? 'taken' : 'left';
      event.preventDefault();
    }, { once: true })`);
    const code = page.locator('#facets a', { hasText: 'code' });
    await code.click({ modifiers: ['ControlOrMeta'] });
    expect(await page.title()).toBe('left');
    expect(new URL(page.url()).search).toBe('?q=graph');
    await page.goto(await code.evaluate((link: HTMLAnchorElement) => link.href));
    expect(new URL(page.url()).search).toBe('?q=graph+has%3Acode');
    expect((await answerOn(page)).papers).toBeGreaterThan(0);
  });

  test('is behind a summary where there is no room beside the results', async () => {
    const narrow = await browser.newPage({ viewport: { width: 400, height: 700 } });
    await ask(narrow, site, 'graph');
    expect(await narrow.locator('#facets').isVisible()).toBe(false);
    await narrow.getByText('Narrow down').click();
    await narrow.getByRole('link', { name: 'code', exact: true }).click();
    await narrow.waitForURL('**/search/?q=graph+has%3Acode');
    expect(await narrow.locator('#facets').isVisible()).toBe(true);
    await narrow.close();
  });
});
