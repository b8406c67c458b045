import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Element, Nodes } from 'hast';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { compileArchive } from '../../src/archive/compile.ts';
import { paperId, titleKey } from '../../src/archive/identity.ts';
import type { Archive } from '../../src/archive/types.ts';
import { readContentFolder } from '../../src/loaders/content-folder.ts';
import { paperBody } from '../../src/publish/paper-body.ts';
import { recordOf } from '../helpers.ts';
import { SECRET } from './bad-inputs.ts';
import { launchBrowser, watchedPage } from './browser.ts';
import { elements, hasClass, readPage, readPages, textContent } from './html.ts';
import { serve, type ServedSite } from './server.ts';

const SITE = inject('badInputs');

let archive: Archive;
let browser: Browser;
let site: ServedSite;
let page: Page;
let events: readonly string[];
beforeAll(async () => {
  [browser, site, archive] = await Promise.all([
    launchBrowser(),
    serve(SITE),
    readContentFolder(inject('badInputsContent')).then(compileArchive),
  ]);
  ({ page, events } = await watchedPage(browser, site));
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** What stands on the page of the paper with this title. */
interface PaperPage {
  readonly heading: string;
  /** The abstract, as a reader gets it. */
  readonly text: string;
  /** The names of all elements in the heading and the abstract, sorted. */
  readonly made: readonly string[];
  readonly links: readonly unknown[];
}

async function paperPage(title: string): Promise<PaperPage> {
  const tree = await readPage(SITE, `papers/${paperId(titleKey(title))}/index.html`);
  const [heading, prose] = [
    elements(tree, ({ tagName }) => tagName === 'h1'),
    elements(tree, (element) => hasClass(element, 'prose')),
  ].map(([first]): Nodes => first ?? { type: 'root', children: [] });
  if (heading === undefined || prose === undefined) throw new Error(`No page of “${title}”`);
  const inside = [heading, prose].flatMap((part) => elements(part, () => true).slice(1));
  return {
    heading: textContent(heading),
    text: textContent(prose),
    made: [...new Set(inside.map(({ tagName }) => tagName))].sort(),
    links: inside.filter(isLink).map(({ properties }) => properties['href']),
  };
}

function isLink({ tagName }: Element): boolean {
  return tagName === 'a';
}

/** What the search page shows for a query: titles and excerpts as text, and the names of all elements. */
async function search(query: string): Promise<{
  titles: readonly string[];
  excerpts: readonly string[];
  made: readonly string[];
}> {
  await page.goto(site.url(`/search/?q=${encodeURIComponent(query)}`));
  await page.locator('#results a').first().waitFor();
  const more = page.getByRole('button', { name: 'More results' });
  while (await more.isVisible()) {
    const shown = await page.locator('#results > li').count();
    await more.click();
    await expect.poll(() => page.locator('#results > li').count()).toBeGreaterThan(shown);
  }
  const results = page.locator('#results');
  const made = await results
    .locator(':not(button.save)')
    .evaluateAll((all) => [...new Set(all.map(({ localName }) => localName))].sort());
  return {
    titles: await results.locator('a').allInnerTexts(),
    excerpts: await results.locator('.excerpt').allInnerTexts(),
    made,
  };
}

/** Every file of the site as text; those that Pagefind has compressed, unpacked. */
async function siteTexts(): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(SITE, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map(async ({ parentPath, name }) => {
    const bytes = await readFile(join(parentPath, name));
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return [join(parentPath, name), (isPacked ? gunzipSync(bytes) : bytes).toString()] as const;
  });
  return new Map(await Promise.all(texts));
}

/** The text of each part in a paper page, in the words of the digest. */
async function expectLiteral(title: string, ...texts: readonly string[]): Promise<PaperPage> {
  const shown = await paperPage(title);
  expect(shown.heading).toBe(title.replace(/\s+/g, ' ').trim());
  for (const text of texts) expect(shown.text).toContain(text);
  expect(shown.made.filter((name) => !['p', 'a'].includes(name))).toEqual([]);
  return shown;
}

test('row 1: a tag that nobody knows is shown and can be searched for', async () => {
  await expectLiteral(
    'Counting to the Last Token',
    'using the last <EOS> token',
    'with <BOS>, which',
    'when x<y and y>z & both',
  );
  const { titles, excerpts } = await search('<EOS>');
  expect(titles).toContain('Counting to the Last Token');
  expect(excerpts.join()).toContain('using the last <EOS> token');
});

test('row 2: HTML in a title and in an abstract is text and makes no element', async () => {
  const title =
    'A Title with <script>alert("title")</script> and <img src=x onerror=alert("title")>';
  await expectLiteral(
    title,
    '<script>alert(1)</script>, <img src=x onerror=alert(2)>, <svg onload=alert(3)>',
    '<iframe srcdoc="<script>alert(5)</script>"></iframe>, <!-- a comment -->',
    '&lt;b&gt; and &#60;i&#62;',
  );
  await expectLiteral(
    '<b>Bold</b> <style>*{display:none}</style> &amp; Entities',
    '<p onclick="alert(6)">The abstract starts like a paragraph of HTML.</p> <meta http-equiv',
    '<base href="https://evil.example/"> <form action=',
  );
  const { titles, excerpts, made } = await search('script alert');
  expect(titles).toContain(title);
  expect(excerpts.join()).toContain('<script>alert(1)</script>');
  expect(made).toEqual(['a', 'h2', 'li', 'mark', 'p', 'span', 'time']);
});

test('row 3: expressions and imports are text, and no file holds a secret of the environment', async () => {
  await expectLiteral(
    'Reading {process.env.SECRET} with {import("fs")}',
    'import x from "y" export const z = {process.env.SECRET};',
    '{import("fs")}, ${process.env.SECRET}, {`1 + 1`}, {{ 7 * 7 }} and <%= 7 * 7 %>',
  );
  await expectLiteral('import x from "y"', 'export default function Evil() { return <script src=');
  const texts = await siteTexts();
  expect(texts.size).toBeGreaterThan(100);
  expect([...texts].filter(([, text]) => text.includes(SECRET))).toEqual([]);
});

test('row 4: links of Markdown and of LaTeX to scripts are text', async () => {
  const { links } = await expectLiteral(
    '[a](javascript:alert(1)) and <javascript:alert(2)> in a Title',
    '[x]: javascript:alert(3) "title", The abstract',
    '[a](javascript:alert(4)), [x], [x][x], <javascript:alert(5)>, a word, [d](data:text/html,<script>',
  );
  expect(links).toEqual(['https://example.org/in-brackets']);
  const reference = await expectLiteral(
    '[x]: javascript:alert(1)',
    '[x]: javascript:alert(8), javascript:alert(9) and vbscript:alert(10) stay text, and so does [x]',
  );
  expect(reference.links).toEqual([]);
});

test('row 4: no page has a link or a form that leads to anything but a page', async () => {
  for (const [name, tree] of await readPages(SITE)) {
    const targets = elements(tree, () => true).flatMap(({ properties }) =>
      ['href', 'src', 'action', 'formAction'].flatMap((key) => properties[key] ?? []),
    );
    const strange = targets.filter((target) => !/^(?:https?:\/\/|\/|#main$)/.test(String(target)));
    expect(strange, name).toEqual([]);
  }
});

test('row 5: images are text and nobody is asked for them', async () => {
  await expectLiteral(
    '![t](https://evil.example/title.png) as a Title',
    '![t](https://evil.example/p.png), ![x](%zz), ![x](foo.png) and ![x][y] are shown',
    '[y]: https://evil.example/q.png',
  );
});

test('row 6: an address is linked without the end of its sentence, a malformed one is text', async () => {
  const title = 'Addresses at the Ends of Sentences';
  const { links } = await expectLiteral(
    title,
    'at https://github.com/example/a_b_c. Neither https://user:password@evil.example/ nor http://[bad',
  );
  expect(links).toEqual(['https://github.com/example/a_b_c']);
});

test.each([
  ['---', '--- is a rule elsewhere'],
  ['***', '*** The first line of this abstract is three stars'],
  ['# h', '# An abstract that starts like a heading, ## and goes on like another one'],
  ['1. x', '1. An abstract that starts like a list 2. and goes on like one - with a dash * and'],
  ['four spaces', 'indented by four spaces, the second by a tab, and both are prose'],
  ['| a |', '| c | d | is a table elsewhere and the start of an abstract here'],
  ['```js', '```js alert(1) ``` is no code, ~~~ is none, and ~~this~~ is not struck out'],
  ['> quoted', '> An abstract that starts like a quotation, >> of a quotation'],
  ['A Line with a Rule below It ===', 'This line looks like a heading — because of the line below'],
  ['A Line with a Rule below It ===', '*stars*, _lines_, **more** and `ticks` stay'],
  [
    ':::note',
    ':::note A directive elsewhere, and so is :name[text]{key=value} or {% include x %}.',
  ],
])('row 7: %j is text, and so is the Markdown of its abstract', async (title, text) => {
  const { made } = await expectLiteral(title, text);
  expect(made).toEqual(['p']);
});

test.each([
  ['row 8', '__proto__: 1'],
  ['row 8', 'no'],
  ['row 8', '2026-03-11'],
  ['row 8', '&a *a'],
  ['row 16', '灯台とカモメの記録'],
  ['row 16', '👩‍👩‍👧🐌🌊'],
  ['row 16', '...'],
  ['row 18', 'CON'],
  ['row 18', 'nul.txt'],
  ['row 18', 'aux.'],
  ['row 18', 'index'],
  ['row 18', '404'],
  ['row 18', 'constructor'],
  ['row 18', '__proto__'],
  ['row 25', '=cmd|calc'],
  ['row 25', 'A } @evil{x'],
  ['row 25', ']]>'],
])('%s: the title %j is a plain string with an address of ours', async (_, title) => {
  await expectLiteral(title);
  expect(await publishedId(title)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
});

test('row 8: a title that leads out of the folder has an address of ours, its dash set as one', async () => {
  const title = '"x" --- slug: ../../evil';
  expect((await paperPage(title)).heading).toBe('"x" — slug: ../../evil');
  expect(await publishedId(title)).toBe('x-slug-evil');
});

test('row 9: a title that closes a script element is text on its page and in the search results', async () => {
  const title = '</script><script>alert(1)</script>';
  await expectLiteral(title, '</script><script>alert(2)</script> is how', '"><img src=x onerror=');
  await page.goto(site.url(`/papers/${paperId(titleKey(title))}/`));
  expect(await page.locator('h1').innerText()).toBe(title);
  expect(await page.title()).toContain(title);
  const { titles, excerpts, made } = await search(title);
  expect(titles).toContain(title);
  expect(excerpts.join()).toContain('</script><script>alert(2)</script>');
  expect(made).not.toContain('script');
  expect(events).toEqual([]);
});

describe('row 10: invisible characters', () => {
  test('are stripped, reported and do not cut words', async () => {
    await expectLiteral(
      'An Override and a ZeroWidth Space',
      'The words lighthouse and harbour are whole again, isolates and embeddings are gone, and so is',
    );
    expect(problemsOf('2025-04-04-invisible.txt')).toEqual([
      'warning characters-removed',
      'warning characters-removed',
    ]);
    expect((await search('lighthouse harbour')).titles).toContain(
      'An Override and a ZeroWidth Space',
    );
  });

  test('that belong to an emoji or to a script are kept', async () => {
    await expectLiteral(
      'Joiners That Belong: 👩‍👩‍👧 and क्‍ष',
      'A family 👩‍👩‍👧, a conjunct क्‍ष, the Persian word می‌روم and the flag 🏴󠁧󠁢󠁷󠁬󠁳󠁿 keep',
    );
  });
});

describe('row 11: control characters, noncharacters and half characters', () => {
  test('are removed and reported', async () => {
    await expectLiteral(
      'A Nul, a Backspace and a Noncharacter',
      'Half an emoji, an escape and a delete are gone. This invented abstract',
    );
    expect(problemsOf('2025-05-01-controls.txt')).toEqual(
      Array.from({ length: 3 }, () => 'warning characters-removed'),
    );
  });

  test('are in no text that is published, so that XML can hold each of them', async () => {
    const bodies = archive.papers.flatMap((paper) => [
      paperBody(paper),
      ...stringsIn(recordOf(paper)),
    ]);
    const published = stringsIn(JSON.parse(await readFile(join(SITE, 'archive.json'), 'utf8')));
    const pages = [...(await readPages(SITE)).values()].map(textContent);
    const strange = [...bodies, ...published, ...pages].filter(
      (text) => NOT_XML.test(text) || !text.isWellFormed() || text.includes('\ufffd'),
    );
    expect(strange).toEqual([]);
  });
});

test('row 16: titles without a letter of ours have a hashed address and are shown in search', async () => {
  const titles = ['灯台とカモメの記録', '👩‍👩‍👧🐌🌊', '...'];
  const { papers } = archive;
  for (const title of titles)
    expect(papers.find((paper) => paper.title === title)?.id).toMatch(/^paper-[0-9a-f]{16}$/);
  expect((await search('Japanese')).titles).toContain(titles[0]);
  expect((await search('family snail wave')).titles).toContain(titles[1]);
  expect((await search('three full stops')).titles).toContain(titles[2]);
});

test('row 18: no address is a name that a system or an object keeps for itself, in any case', () => {
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|index|404|constructor|__proto__|prototype)$/i;
  const ids = archive.papers.map(({ id }) => id.toLowerCase());
  expect(ids.filter((id) => reserved.test(id) || /[. ]/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('row 23: a paper without an abstract, or without a word in it, can be searched for', async () => {
  for (const title of ['A Title at the End without an Abstract', 'Brackets Repeated'])
    expect((await search(title)).titles).toContain(title);
});

test('row 25: a title with a line end that is written out stays one line of text', async () => {
  const { heading, text, made } = await paperPage('Two Shelves\\nTY - BOOK');
  expect(heading).toBe('Two ShelvesnTY - BOOK');
  expect(text).toContain('TY - BOOK ER - stands in the abstract');
  expect(made).toEqual(['p']);
  await expectLiteral(
    ']]>',
    ']]> closes what <![CDATA[ opens, and <?xml version="1.0"?> <!DOCTYPE',
  );
  const { papers } = await publishedArchive();
  expect(papers.filter(({ title }) => /[\r\n]/.test(title))).toEqual([]);
});

test('all rows: a search that finds every paper shows every title as its page does', async () => {
  const { titles, made } = await search('invented');
  const wanted = archive.papers.filter((paper) =>
    JSON.stringify(paper.versions).includes('invented'),
  );
  const headings = await Promise.all(
    wanted.map(async ({ title }) => (await paperPage(title)).heading),
  );
  expect(wanted.length).toBeGreaterThan(50);
  expect([...titles].sort()).toEqual(headings.sort());
  expect(made).toEqual(['a', 'h2', 'li', 'mark', 'p', 'span', 'time']);
});

test('all rows: on no page a dialog opens, anybody else is asked or the policy is broken', async () => {
  for (const name of (await readPages(SITE)).keys())
    await page.goto(site.url(`/${name.replace(/index\.html$/, '')}`));
  expect(events).toEqual([]);
});

/** Characters that XML 1.0 does not allow (section 2.2). */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** All strings in a value, however deep. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...stringsIn(each)]);
}

function problemsOf(name: string): readonly string[] {
  const found = archive.problems.filter(({ file }) => file === `digests/${name}`);
  return found.map(({ severity, code }) => `${severity} ${code}`);
}

/** The id of the paper that `archive.json` gives this title. */
async function publishedId(title: string): Promise<string | undefined> {
  return (await publishedArchive()).papers.find((paper) => paper.title === title)?.id;
}

async function publishedArchive(): Promise<{ papers: readonly { id: string; title: string }[] }> {
  return JSON.parse(await readFile(join(SITE, 'archive.json'), 'utf8')) as Archive;
}
