import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import {
  abstractOf,
  answerOn,
  askOn,
  excerptsOn,
  publishedPapers,
  statusLike,
  type PublishedPaper,
} from './search-page.ts';
import { serve, type ServedSite } from './server.ts';

let browser: Browser;
let site: ServedSite;
let noted: ServedSite;
let badInputs: ServedSite;
let page: Page;
let onNoted: Page;
let onBadInputs: Page;
let papers: readonly PublishedPaper[];
/** Titles and abstracts of the sample, in lower case without punctuation, each between spaces. */
let texts: readonly { title: string; all: string }[];
beforeAll(async () => {
  [browser, site, noted, badInputs, papers] = await Promise.all([
    launchBrowser(),
    serve(inject('sample')),
    serve(inject('noted'), '/archive/'),
    serve(inject('badInputs')),
    publishedPapers(inject('sample')),
  ]);
  texts = await Promise.all(
    papers.map(async ({ id, title }) => ({
      title: plain(title),
      all: `${plain(title)}|${plain(await abstractOf(inject('sample'), id))}`,
    })),
  );
  [page, onNoted, onBadInputs] = (await Promise.all(
    [site, noted, badInputs].map(async ({ url }) => {
      const opened = await browser.newPage();
      await opened.goto(url('/search/'));
      return opened;
    }),
  )) as [Page, Page, Page];
});
afterAll(async () => {
  await browser.close();
  await Promise.all([site.close(), noted.close(), badInputs.close()]);
});

function plain(text: string): string {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
}

function papersLike(fits: (paper: PublishedPaper) => boolean): number {
  return papers.filter(fits).length;
}

function textsLike(pattern: RegExp, part: 'title' | 'all' = 'all'): number {
  return texts.filter((text) => pattern.test(text[part])).length;
}

describe('words', () => {
  test('of a title find the paper first', async () => {
    const { titles } = await askOn(page, 'data filtering networks');
    expect(titles[0]).toBe('Data Filtering Networks');
  });

  test('of an abstract find the paper, and stand marked in its excerpt', async () => {
    const { titles } = await askOn(page, 'DFN-5B');
    expect(titles[0]).toBe('Data Filtering Networks');
    const [excerpt] = await excerptsOn(page);
    expect(excerpt).toContain('DFN-5B');
    const marks = await page.locator('#results > li').first().locator('mark').allInnerTexts();
    expect(marks).toContain('DFN-5B');
  });

  test('are found in other forms, with and without accents and capitals', async () => {
    const { titles } = await askOn(page, 'FÍLTERED dáta nétwork');
    expect(titles[0]).toBe('Data Filtering Networks');
    await excerptsOn(page);
    const marks = await page.locator('#results > li').first().locator('mark').allInnerTexts();
    expect(marks).toContain('Data Filtering Networks');
  });

  test('that only some papers have do not hide the papers with some of them', async () => {
    const { status, titles } = await askOn(page, 'matryoshka sentence');
    expect(status).toMatch(/^\d+ papers? with all the words, \d+ with some$/);
    expect(titles[0]).toBe('2D Matryoshka Sentence Embeddings');
  });

  test('of no paper together say that none has them all', async () => {
    const { status } = await askOn(page, 'matryoshka tumour');
    expect(status).toMatch(/^\d+ papers with some of the words, none with all$/);
  });

  test('that the archive does not know are named, and the others found', async () => {
    const { titles, advice } = await askOn(page, 'qwxyzzk matryoshka');
    expect(titles.join()).toContain('Matryoshka Representation Learning');
    expect(advice).toEqual(['Nothing here is like “qwxyzzk”; the other words were found.']);
  });

  test('that everybody uses are looked for when there are no others', async () => {
    const { papers: found } = await askOn(page, 'the');
    expect(found).toBeGreaterThan(papers.length / 2);
  });
});

describe('an operator', () => {
  test.each(['weight sharing', 'data filtering', 'self supervised', 'self-supervised'])(
    '"%s" finds the papers with exactly this phrase',
    async (phrase) => {
      const { papers: found, advice } = await askOn(page, `"${phrase}"`);
      expect(found).toBe(textsLike(new RegExp(plain(phrase))));
      expect(advice).toEqual([]);
    },
  );

  test('of typographic quotation marks is as good', async () => {
    const { papers: found } = await askOn(page, '“weight sharing”');
    expect(found).toBe(textsLike(/ weight sharing /));
  });

  test('"…" that no paper has finds papers with its words and says so', async () => {
    const { papers: found, advice } = await askOn(page, '"networks filtering data"');
    expect(found).toBeGreaterThan(0);
    expect(advice).toEqual([
      'No paper has “networks filtering data” word for word. These have some of the words.',
    ]);
  });

  test('-word leaves out the papers with any form of it', async () => {
    const { papers: found } = await askOn(page, '-graph');
    expect(found).toBe(papers.length - textsLike(/ graphs? /));
    const { titles } = await askOn(page, 'title:matryoshka -sentences');
    expect(titles).toEqual(['Matryoshka Representation Learning']);
  });

  test('- of typography is a minus, one inside a word is not', async () => {
    const { papers: found } = await askOn(page, '−graph');
    expect(found).toBe(papers.length - textsLike(/ graphs? /));
    const { titles } = await askOn(page, 'self-supervised pre-training');
    expect(titles.length).toBe(10);
  });

  test('-"phrase" leaves out the papers with the phrase', async () => {
    const { papers: found } = await askOn(page, '-"weight sharing"');
    expect(found).toBe(papers.length - textsLike(/ weight sharing /));
  });

  test('title: looks for a word or a phrase in titles', async () => {
    expect((await askOn(page, 'title:graph')).papers).toBe(textsLike(/ graphs? /, 'title'));
    expect((await askOn(page, 'title:"neural networks"')).papers).toBe(
      textsLike(/ neural networks /, 'title'),
    );
    expect((await askOn(page, '-title:graph')).papers).toBe(
      papers.length - textsLike(/ graphs? /, 'title'),
    );
  });

  test('author: finds the papers of an author, with or without accents', async () => {
    for (const name of ['keeper', 'Ångström', 'angstrom', '"Ben Harbour"'])
      expect((await askOn(onNoted, `author:${name}`)).titles, name).toEqual(['A Study of Gulls']);
    expect((await askOn(onNoted, '-author:keeper')).titles).not.toContain('A Study of Gulls');
    expect((await askOn(onNoted, 'author:gulls')).papers).toBe(0);
  });

  test.each([
    ['date:2025', (date: string) => date.startsWith('2025')],
    ['date:2025-04', (date: string) => date.startsWith('2025-04')],
    ['date:2025-04-03', (date: string) => date === '2025-04-03'],
    ['date:1931', (date: string) => date.startsWith('1931')],
    ['date:2025-04-03..2025-04-08', (date: string) => date >= '2025-04-03' && date <= '2025-04-08'],
    ['date:2024..2025-04', (date: string) => date >= '2024' && date < '2025-05'],
    ['date:..2024', (date: string) => date < '2025'],
    ['date:2025-05-03..', (date: string) => date >= '2025-05-03'],
    ['DATE:2025-04', (date: string) => date.startsWith('2025-04')],
  ])('%s finds the papers that were listed then', async (query, isThen) => {
    const all = await publishedPapers(inject('badInputs'));
    const then = all.filter(({ dates }) => dates.some(isThen)).length;
    expect(then).toBeGreaterThan(0);
    expect((await askOn(onBadInputs, query)).papers).toBe(then);
    expect((await askOn(onBadInputs, `-${query}`)).papers).toBe(all.length - then);
  });

  test.each([
    ['has:code', 'code'],
    ['has:model', 'model'],
    ['has:models', 'model'],
  ])('%s finds the papers with such a link', async (query, kind) => {
    const having = papersLike(({ links }) => links.some((link) => link.kind === kind));
    expect((await askOn(page, query)).papers).toBe(having);
    expect((await askOn(page, `-${query}`)).papers).toBe(papers.length - having);
  });

  test.each([2, 3])('seen:%i finds the papers in at least so many digests', async (least) => {
    const often = papersLike(
      ({ appearances }) => new Set(appearances.map(({ file }) => file)).size >= least,
    );
    expect((await askOn(page, `seen:${String(least)}`)).papers).toBe(often);
    expect((await askOn(page, `-seen:${String(least)}`)).papers).toBe(papers.length - often);
  });

  test('narrows down what others have found', async () => {
    const query = 'title:graph has:code date:2025-03-11 -seen:2 "neural networks"';
    const { papers: found, titles } = await askOn(page, query);
    expect(found).toBeGreaterThan(0);
    for (const title of titles) {
      const paper = papers.find((each) => each.title === title);
      expect(paper?.links.map(({ kind }) => kind)).toContain('code');
      expect(paper?.dates).toContain('2025-03-11');
      expect(paper?.appearances).toHaveLength(1);
      expect(title).toMatch(/graph/i);
    }
  });

  test.each([
    [
      'date:2025-13',
      '“date:2025-13” needs a year, month or day, as in date:2025-03, or two with “..” between them.',
    ],
    [
      'date:..',
      '“date:..” needs a year, month or day, as in date:2025-03, or two with “..” between them.',
    ],
    [
      'date:1..2..3',
      '“date:1..2..3” needs a year, month or day, as in date:2025-03, or two with “..” between them.',
    ],
    ['seen:often', '“seen:often” needs a number of digests, as in seen:2.'],
    ['seen:0', '“seen:0” needs a number of digests, as in seen:2.'],
    ['has:wings', '“has:wings” needs one of code, model, dataset, demo, paper, video, project.'],
  ])(
    '%s that nobody understands is remarked on, and the words are found',
    async (query, remark) => {
      const { titles, advice } = await askOn(page, `matryoshka ${query}`);
      expect(advice).toEqual([remark]);
      expect(titles.join()).toContain('Matryoshka Representation Learning');
    },
  );

  test('nobody knows is words', async () => {
    const { titles } = await askOn(page, 'data:filtering constructor:networks');
    expect(titles[0]).toBe('Data Filtering Networks');
  });
});

describe('a mistyped word', () => {
  test('is taken for a similar one, and the page says so', async () => {
    const { titles, advice } = await askOn(page, 'data filterign netwroks');
    expect(titles[0]).toBe('Data Filtering Networks');
    expect(advice).toEqual([
      'Showing results for data filtering networks. Search instead for “data filterign netwroks”',
    ]);
  });

  test('can be searched for as it is written', async () => {
    await askOn(page, 'matryoshka filterign');
    await page.getByRole('link', { name: 'Search instead for “matryoshka filterign”' }).click();
    await page.waitForURL('**/search/?q=matryoshka+filterign&spelling=off');
    await expect
      .poll(() => page.locator('#advice').innerText())
      .toBe('Nothing here is like “filterign”; the other words were found.');
    expect(await page.locator('#query').inputValue()).toBe('matryoshka filterign');
    expect(await page.evaluate('document.activeElement.id')).toBe('query');
  });

  test('leads back to corrections as soon as the text is another one', async () => {
    await page.goto(site.url('/search/?q=filterign&spelling=off'));
    expect((await answerOn(page)).papers).toBe(0);
    await page.locator('#query').fill('filterign netwroks');
    await statusLike(page, /^\d+ papers/);
    await page.waitForURL('**/search/?q=filterign+netwroks');
  });

  test('keeps the rest of the query as it is, operators included', async () => {
    const { advice, papers: found } = await askOn(page, 'netwroks has:code -graph');
    expect(advice).toEqual([
      'Showing results for networks has:code -graph. Search instead for “netwroks has:code -graph”',
    ]);
    expect(found).toBeGreaterThan(0);
  });

  test('of an archive that has nothing like it is no correction', async () => {
    const { status, titles, advice } = await askOn(page, 'qwxyzzk');
    expect(status).toBe('Nothing in this archive answers that.');
    expect(titles).toEqual([]);
    expect(advice.join()).toContain('Try other or fewer words');
    const ways = page.locator('#advice a');
    expect(
      await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['/dates/', '/papers/']);
    expect(await page.locator('#controls, #more').filter({ visible: true }).count()).toBe(0);
  });
});
