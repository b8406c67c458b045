import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Nodes } from 'hast';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import { elements, hasClass, readPage, readPages, textContent } from './html.ts';
import { accessibilityFaults, overflowOf, withPage } from './look.ts';
import { serve, type ServedSite } from './server.ts';

const SITE = inject('noted');
const PAPER = '/papers/a-study-of-gulls/';
const FORMER = {
  'a corrected title': '/papers/a-stdy-of-gulls/',
  'a merged paper': '/papers/tides-in-jars/',
  'a date that moved': '/dates/2025-03-12/',
};
const WITHDRAWN = {
  'a withdrawn paper': '/papers/harbours-without-water/',
  'a paper withdrawn long ago': '/papers/a-paper-of-long-ago/',
  'a withdrawn date': '/dates/2025-03-13/',
};
const REPOSITORY = 'https://github.com/keeper/gulls';

let browser: Browser;
let site: ServedSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serve(SITE, '/archive/')]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Lets a moved page stay, so that it can be looked at. */
async function holdRedirects(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
    await (route.request().resourceType() === 'document'
      ? route.fulfill({ response, body })
      : route.fulfill({ response }));
  });
}

const read = (path: string): Promise<Nodes> => readPage(SITE, `${path.slice(1)}index.html`);

/** The links of a page with their texts. */
function linksOf(tree: Nodes): Readonly<Record<string, string>> {
  return Object.fromEntries(
    elements(tree, ({ tagName }) => tagName === 'a').map((link) => [
      textContent(link),
      String(link.properties['href']),
    ]),
  );
}

/** The parts of a page by their headings. */
function partsOf(tree: Nodes): Readonly<Record<string, string>> {
  const parts = elements(tree, ({ tagName }) => tagName === 'section');
  return Object.fromEntries(
    parts.map((part) => {
      const [heading] = elements(part, ({ tagName }) => tagName === 'h2');
      const title = heading ? textContent(heading) : '';
      return [title, textContent(part).slice(title.length).trim()];
    }),
  );
}

/** The meta elements of a page by their names. */
function metaOf(tree: Nodes): Readonly<Record<string, string>> {
  return Object.fromEntries(
    elements(tree, ({ tagName }) => tagName === 'meta').map(({ properties }) => [
      [properties['httpEquiv'], properties['name']].flat().join(''),
      String(properties['content']),
    ]),
  );
}

describe('an address that has moved', () => {
  test.each([
    ['a corrected title', FORMER['a corrected title'], PAPER, 'A Study of Gulls'],
    ['an older spelling still', '/papers/the-oldest-spelling/', PAPER, 'A Study of Gulls'],
    ['a merged paper', FORMER['a merged paper'], '/papers/tides-in-a-jar/', 'Tides in a Jar'],
    ['a date', FORMER['a date that moved'], '/dates/2025-03-11/', '11 March 2025'],
  ])('takes readers along, with and without JavaScript: %s', async (_, from, to, heading) => {
    for (const javaScriptEnabled of [true, false])
      await withPage(browser, { javaScriptEnabled }, async (page) => {
        await page.goto(site.url(from));
        await page.waitForURL(site.url(to));
        expect(await page.locator('h1').innerText()).toBe(heading);
      });
  });

  test.each(Object.entries(FORMER))(
    'says where it went, and is for no search engine: %s',
    async (_, path) => {
      const tree = await read(path);
      const meta = metaOf(tree);
      expect(meta['robots']).toBe('noindex');
      const target = /^0; url=(\/archive\/.*\/)$/.exec(meta['refresh'] ?? '')?.[1] ?? '';
      expect(existsSync(join(SITE, target.slice('/archive/'.length), 'index.html'))).toBe(true);
      expect(Object.values(linksOf(tree))).toContain(target);
      const [canonical] = elements(
        tree,
        ({ properties }) => String(properties['rel']) === 'canonical',
      );
      expect(canonical?.properties['href']).toBe(`https://papers.example.org${target}`);
    },
  );

  test('is in _redirects for the hosts that read it', async () => {
    expect(await readFile(join(SITE, '_redirects'), 'utf8')).toBe(
      [
        '/archive/dates/2025-03-12/ /archive/dates/2025-03-11/ 301',
        '/archive/papers/a-stdy-of-gulls/ /archive/papers/a-study-of-gulls/ 301',
        '/archive/papers/the-oldest-spelling/ /archive/papers/a-study-of-gulls/ 301',
        '/archive/papers/tides-in-jars/ /archive/papers/tides-in-a-jar/ 301',
        '',
      ].join('\n'),
    );
  });
});

describe('a withdrawn paper', () => {
  const path = WITHDRAWN['a withdrawn paper'];
  const why = 'The authors found water in two of the harbours and asked for it <to be taken out>.';

  test('says why, what the note says, and where it was listed', async () => {
    const tree = await read(path);
    expect(partsOf(tree)).toEqual({
      Why: why,
      Note: 'Their letter is kept in the third harbour.',
      Listed: '11 March 2025 2025-03-11.txt, line 13',
    });
    expect(metaOf(tree)).toMatchObject({ description: `Withdrawn: ${why}` });
    expect(textContent(tree)).not.toContain('nineteen harbours');
  });

  test('is told by its note when no digest has it', async () => {
    const tree = await read(WITHDRAWN['a paper withdrawn long ago']);
    const [heading] = elements(tree, ({ tagName }) => tagName === 'h1');
    expect(heading && textContent(heading)).toBe('A Paper of Long Ago');
    expect(partsOf(tree)).toEqual({ Why: 'Its digest was lost.' });
  });

  test('is on no other page, and its abstract is nowhere', async () => {
    for (const [name, tree] of await readPages(SITE)) {
      const text = textContent(tree);
      if (!name.startsWith(path.slice(1)))
        expect(text, name).not.toContain('Harbours Without Water');
      expect(text, name).not.toContain('nineteen harbours');
    }
  });

  test.each([['harbours'], ['"A Stdy"']])('is not found by a search for %s', async (query) => {
    const titles = await withPage(browser, {}, async (page) => {
      await page.goto(site.url(`/search/?q=${encodeURIComponent(query)}`));
      await page.waitForLoadState('networkidle');
      return page.locator('main .title').allInnerTexts();
    });
    expect(titles.join()).not.toMatch(/Harbours Without Water|Stdy/);
  });
});

test('a search finds a paper under its corrected title, at its new address', async () => {
  const address = await withPage(browser, {}, async (page) => {
    await page.goto(site.url('/search/?q=gulls+shelf'));
    return page.getByRole('link', { name: 'A Study of Gulls' }).first().getAttribute('href');
  });
  expect(address).toBe(`/archive${PAPER}`);
});

test('a withdrawn date says why', async () => {
  expect(partsOf(await read(WITHDRAWN['a withdrawn date']))).toEqual({
    Why: 'The digest of this date was a copy of another.',
  });
});

test('dates and titles list what is there, under the titles that notes correct', async () => {
  const listed = async (path: string): Promise<readonly string[]> =>
    elements(await read(path), (element) => hasClass(element, 'title')).map(textContent);
  expect(await listed('/dates/2025-03-11/')).toEqual([
    'A Study of Gulls',
    'Tides in a Jar',
    'Ladders, Lent and Returned',
  ]);
  expect(textContent(await read('/titles/s/'))).toContain('A Study of Gulls');
  expect(textContent(await read('/dates/'))).not.toContain('Withdrawn');
});

describe('the page of a paper with notes', () => {
  let tree: Nodes;
  beforeAll(async () => {
    tree = await read(PAPER);
  });
  const classText = (name: string): readonly string[] =>
    elements(tree, (element) => hasClass(element, name)).map(textContent);

  test('names its authors, where and when it was published', () => {
    expect(classText('authors')).toEqual(['Ada Keeper, Ben Harbour, Zoë Ångström-O’Hara']);
    expect(classText('venue')).toEqual(['Journal of Shelves 12, 2024']);
  });

  test('shows the text of its note, as MDX', () => {
    const [prose] = elements(tree, (element) => hasClass(element, 'prose')).slice(1);
    expect(prose && textContent(prose)).toBe(
      'The first digest counted forty gulls; the authors wrote to us that four were asleep. ' +
        'Shelves are counted from below. A shelf is free when nobody is on it: always at night.',
    );
    expect(elements(prose ?? tree, ({ tagName }) => tagName === 'li')).toHaveLength(2);
    expect(linksOf(prose ?? tree)['wrote to us']).toBe('https://gulls.example.org/letter');
  });

  test('links to its ids, to what its notes link to, then to what its abstract does', () => {
    expect(partsOf(tree)['Links']).toBe(
      'arXiv 2403.01230v2 DOI 10.1000/gulls<182> Project page gulls.example.org ' +
        'Video video.example.org/watch?v=gulls Code github.com/keeper/shelves',
    );
    expect(linksOf(tree)).toMatchObject({
      '2403.01230v2': 'https://arxiv.org/abs/2403.01230v2',
      '10.1000/gulls<182>': 'https://doi.org/10.1000/gulls%3C182%3E',
      'video.example.org/watch?v=gulls': 'https://video.example.org/watch?v=gulls',
    });
  });

  test('shows what changed between the texts of the abstract, named for those who hear it', () => {
    expect(partsOf(tree)['Changes']).toBe(
      'From 11 March 2025 to 14 March 2025 ' +
        '… the lowest shelf that is free. We counted [removed: 40][added: 44] gulls on eleven shelves for ' +
        '[removed: one][added: two] [removed: summer][added: summers]. None of them chose the top shelf, … ' +
        'the usual model of shelves does not predict. ' +
        '[added: The data are at https://github.com/keeper/shelves.]',
    );
    const tags = (name: string): number => elements(tree, ({ tagName }) => tagName === name).length;
    expect([tags('del'), tags('ins')]).toEqual([3, 4]);
  });

  test('marks changes by more than colour', async () => {
    const looks = await withPage(browser, {}, async (page) => {
      await page.goto(site.url(PAPER));
      const look = (tag: string, property: string): Promise<string> =>
        page.evaluate(`getComputedStyle(document.querySelector('${tag}')).${property}`);
      return {
        removed: await look('del', 'textDecorationLine'),
        added: await look('ins', 'fontWeight'),
        unseen: await page.locator('ins .visually-hidden').first().boundingBox(),
      };
    });
    expect(looks.removed).toBe('line-through');
    expect(Number(looks.added)).toBeGreaterThan(500);
    expect(looks.unseen).toMatchObject({ width: 1, height: 1 });
  });

  test('links each listing to its line in the repository', () => {
    expect(linksOf(tree)).toMatchObject({
      '2025-03-11.txt, line 1': `${REPOSITORY}/blob/published/main/papers/digests/2025-03-11.txt#L1`,
      '2025-03-14.txt, line 1': `${REPOSITORY}/blob/published/main/papers/digests/2025-03-14.txt#L1`,
    });
  });

  test('offers to correct it', async () => {
    const links = linksOf(tree);
    const report = new URL(links['Report a mistake'] ?? '');
    expect(report.origin + report.pathname).toBe(`${REPOSITORY}/issues/new`);
    expect([...report.searchParams]).toEqual([
      ['title', 'Correction: A Study of Gulls'],
      [
        'body',
        `Paper: A Study of Gulls\nPage: https://papers.example.org/archive${PAPER}\n` +
          'Source: digests/2025-03-14.txt, line 1\n\nWhat is wrong, and what should it be?\n\n',
      ],
    ]);
    expect(links).toMatchObject({
      'Edit the digest': `${REPOSITORY}/edit/published/main/papers/digests/2025-03-14.txt`,
      'Edit the note': `${REPOSITORY}/edit/published/main/papers/notes/a-study-of-gulls.mdx`,
    });
    expect(linksOf(await read('/papers/ladders-lent-and-returned/'))).toMatchObject({
      'Add a note': `${REPOSITORY}/new/published/main/papers/notes?filename=ladders-lent-and-returned.mdx`,
    });
  });

  test('offers nothing of the kind on paper', async () => {
    const visible = await withPage(browser, {}, async (page) => {
      await page.goto(site.url(PAPER));
      const heading = page.getByRole('heading', { name: 'Correct this' });
      const onScreen = await heading.isVisible();
      await page.emulateMedia({ media: 'print' });
      return [onScreen, await heading.isVisible(), await page.locator('ins').first().isVisible()];
    });
    expect(visible).toEqual([true, false, true]);
  });
});

test('a site whose repository is not known links to none, and names files all the same', async () => {
  const tree = await readPage(inject('sample'), 'papers/data-filtering-networks/index.html');
  const parts = partsOf(tree);
  expect(parts['Listed']).toMatch(/\.txt, line \d+$/);
  expect(parts).not.toHaveProperty('Correct this');
  expect(Object.keys(linksOf(tree)).join()).not.toContain('.txt');
});

describe.each([
  ['with notes', SITE],
  ['of the sample', inject('sample')],
  ['of the awkward archive', inject('awkward')],
])('permalinks.txt of the site %s', (_, outDir) => {
  test('lists addresses that answer, and every paper and date there is', async () => {
    const lines = (await readFile(join(outDir, 'permalinks.txt'), 'utf8')).trimEnd().split('\n');
    expect(new Set(lines).size).toBe(lines.length);
    for (const line of lines) {
      expect(line).toMatch(/^\/(?:[a-z]+\/(?:[a-z0-9-]+\/)?)?$/);
      expect(existsSync(join(outDir, line, 'index.html')), line).toBe(true);
    }
    for (const folder of ['papers', 'dates']) {
      const entries = await readdir(join(outDir, folder), { withFileTypes: true });
      const found = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
      expect(lines.filter((line) => line.startsWith(`/${folder}/`)).sort()).toEqual(
        ['', ...found.map((name) => `${name}/`)].map((end) => `/${folder}/${end}`).sort(),
      );
    }
  });
});

test('_headers carries the policy of the pages', async () => {
  const headers = await readFile(join(SITE, '_headers'), 'utf8');
  const policy = metaOf(await read(PAPER))['Content-Security-Policy'];
  expect(policy).toContain("default-src 'none'");
  expect(headers).toContain(
    `/archive/*\n  Content-Security-Policy: ${String(policy)}; frame-ancestors 'none'`,
  );
});

describe.each(Object.entries({ 'a paper with notes': PAPER, ...FORMER, ...WITHDRAWN }))(
  'the page of %s',
  (_, path) => {
    test.each(['light', 'dark'] as const)(
      'has no accessibility fault in the %s theme',
      async (theme) => {
        const violations = await withPage(browser, { colorScheme: theme }, async (page) => {
          await holdRedirects(page);
          await page.goto(site.url(path));
          await page.waitForLoadState('networkidle');
          expect(page.url()).toBe(site.url(path));
          return accessibilityFaults(page);
        });
        expect(violations).toEqual([]);
      },
    );

    test.each([320, 1280])('fits a window %i pixels wide', async (width) => {
      const overflow = await withPage(
        browser,
        { viewport: { width, height: 800 } },
        async (page) => {
          await holdRedirects(page);
          await page.goto(site.url(path));
          await page.waitForLoadState('networkidle');
          return overflowOf(page);
        },
      );
      expect(overflow).toBe(0);
    });
  },
);
