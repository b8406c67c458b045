import type { Element, Nodes } from 'hast';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import { elements, hasClass, readPage, textContent } from './html.ts';
import { withPage } from './look.ts';
import { serve, type ServedSite } from './server.ts';

const SITE = inject('sample');
const TOPIC = 'topics/graph-neural-networks/index.html';

const links = (tree: Nodes): readonly string[] =>
  elements(tree, ({ tagName }) => tagName === 'a').map(({ properties }) =>
    String(properties['href']),
  );
const main = (tree: Nodes): Element => {
  const [found] = elements(tree, ({ tagName }) => tagName === 'main');
  if (found === undefined) throw new Error('The page has no main part.');
  return found;
};
const papersIn = (tree: Nodes): readonly string[] =>
  links(main(tree)).filter((href) => href.startsWith('/papers/'));
const part = (tree: Nodes, heading: string): Element | undefined =>
  elements(tree, ({ tagName }) => tagName === 'section').find((section) =>
    elements(section, ({ tagName }) => tagName === 'h2').some((h2) => textContent(h2) === heading),
  );

describe('the page of a topic', () => {
  test('lists each paper that is counted once, and every one of them', async () => {
    const page = await readPage(SITE, TOPIC);
    const count = Number(/^(\d+) papers/.exec(textContent(ledeOf(page)))?.[1]);
    const papers = papersIn(page);
    expect(papers).toHaveLength(count);
    expect(new Set(papers).size).toBe(count);
  });

  test('is reached from the papers it lists, and from their dates', async () => {
    const [paper = ''] = papersIn(await readPage(SITE, TOPIC));
    expect(links(main(await readPage(SITE, `${paper.slice(1)}index.html`)))).toContain(
      '/topics/graph-neural-networks/',
    );
    expect(links(main(await readPage(SITE, 'dates/2025-03-11/index.html')))).toContain(
      '/topics/graph-neural-networks/',
    );
  });

  test('shows its acronym, and how it develops as a chart with words for those who do not see it', async () => {
    const page = await readPage(SITE, TOPIC);
    expect(textContent(elements(page, ({ tagName }) => tagName === 'h1')[0] ?? page)).toBe(
      'Graph neural networks GNN',
    );
    const [chart] = elements(page, ({ properties }) => properties['role'] === 'img');
    expect(String(chart?.properties['ariaLabel'])).toMatch(
      /^Most frequent in \d+ March 2025: \d+ of \d+ new/,
    );
    expect(elements(chart ?? page, ({ tagName }) => tagName === 'rect')).toHaveLength(2);
  });

  test('leads to topics close by, and back from them', async () => {
    const near = part(await readPage(SITE, TOPIC), 'Close by');
    const [href = ''] = links(near ?? { type: 'root', children: [] });
    expect(href).toMatch(/^\/topics\//);
    expect(textContent(near ?? { type: 'root', children: [] })).toMatch(/\d/);
  });
});

function ledeOf(page: Nodes): Nodes {
  return elements(page, (element) => hasClass(element, 'lede'))[0] ?? page;
}

test('the index of topics lists every topic page by its letter, with its papers counted', async () => {
  const index = await readPage(SITE, 'topics/index.html');
  const listed = new Set(links(main(index)).filter((href) => /^\/topics\/.+/.test(href)));
  const [, count = ''] = /(\d+) topics/.exec(textContent(ledeOf(index))) ?? [];
  expect(listed.size).toBe(Number(count));
  for (const href of listed) await readPage(SITE, `${href.slice(1)}index.html`);
});

describe('a paper', () => {
  test('has up to six related papers, each with what both say, never itself', async () => {
    const page = await readPage(SITE, 'papers/data-filtering-networks/index.html');
    const related = part(page, 'Related');
    const items = elements(related ?? page, ({ tagName }) => tagName === 'li');
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThanOrEqual(6);
    for (const item of items) {
      expect(links(item)).toHaveLength(1);
      expect(links(item)).not.toContain('/papers/data-filtering-networks/');
      expect(textContent(item)).toMatch(/Both: \S/);
    }
  });
});

describe('signals', () => {
  test('papers in several digests come first by how many, then the newest', async () => {
    const page = await readPage(SITE, 'trending/index.html');
    const headings = elements(main(page), ({ tagName }) => tagName === 'h2').map(textContent);
    expect(headings).toEqual(headings.toSorted().toReversed());
    expect(headings.every((heading) => /^[2-9] digests$/.test(heading))).toBe(true);
    expect(textContent(ledeOf(page))).toContain(`${String(papersIn(page).length)} of 200 papers`);
  });

  test('papers with code all link to it', async () => {
    const page = await readPage(SITE, 'code/index.html');
    const papers = papersIn(page);
    expect(papers.length).toBeGreaterThan(0);
    for (const paper of papers) {
      const links = part(await readPage(SITE, `${paper.slice(1)}index.html`), 'Links');
      expect(textContent(links ?? page), paper).toContain('Code');
    }
  });

  test('rising topics say from what share to what share', async () => {
    const page = await readPage(SITE, 'rising/index.html');
    const rows = elements(page, ({ tagName }) => tagName === 'tr')
      .slice(1)
      .map(textContent);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const [before = 0, now = 0] = [...row.matchAll(/([\d.]+) %/g)].map(([, share]) =>
        Number(share),
      );
      expect(now, row).toBeGreaterThan(before);
    }
  });

  test('the calendar is darker where a date has more papers', async () => {
    const page = await readPage(SITE, 'dates/index.html');
    const cells = elements(page, (element) =>
      String(element.properties['className']).includes('heat-'),
    );
    expect(cells.map((cell) => [textContent(cell), String(cell.properties['className'])])).toEqual([
      ['11', 'heat-4'],
      ['14', 'heat-1'],
    ]);
  });
});

describe('in the search', () => {
  let browser: Browser;
  let site: ServedSite;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serve(SITE)]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test('a topic is a facet that narrows the results down to its papers', async () => {
    const [all, narrowed, address] = await withPage(browser, {}, async (page) => {
      await page.goto(site.url('/search/?q=learning'));
      const facet = page.locator('#facets a', { hasText: 'Graph neural networks' });
      const papers = await facet.locator('xpath=following-sibling::span').innerText();
      await facet.click();
      await page.locator('#facets a[aria-current]').waitFor();
      const status = await page.locator('#status').innerText();
      return [papers, status, new URL(page.url()).searchParams.get('q')];
    });
    expect(narrowed).toContain(`${all} paper`);
    expect(address).toBe('learning topic:graph-neural-networks');
  });

  test('the page of a topic leads to its papers in the search', async () => {
    const [status, papers] = await withPage(browser, {}, async (page) => {
      await page.goto(site.url('/topics/graph-neural-networks/'));
      const lede = await page.locator('.lede').innerText();
      await page.getByRole('link', { name: 'Search in this topic' }).click();
      await page.locator('#results li').first().waitFor();
      return [await page.locator('#status').innerText(), lede.split(' ')[0]];
    });
    expect(status).toContain(`${papers ?? ''} papers`);
  });
});
