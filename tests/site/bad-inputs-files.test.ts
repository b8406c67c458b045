import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { paperId, titleKey } from '../../src/archive/identity.ts';
import type { Archive, Paper } from '../../src/archive/types.ts';
import { paperBody } from '../../src/publish/paper-body.ts';
import { displayTitle } from '../../src/publish/title.ts';
import { recordOf } from '../helpers.ts';
import { archiveOf, blocks, timed } from '../helpers.ts';
import {
  LINE_ENDS,
  LONG_TITLE,
  LONG_WORD,
  millionPapers,
  NEIGHBOURS,
  ODD_NAMES,
  REPETITIONS,
} from './bad-inputs.ts';
import { launchBrowser } from './browser.ts';
import { hashes, PROJECT, runBuild, temporaryFolder } from './build.ts';
import { elements, hasClass, readPage, readPages, textContent } from './html.ts';
import { serve, type ServedSite } from './server.ts';

const SITE = inject('badInputs');
const CONTENT = inject('badInputsContent');

/** What `archive.json` says, as far as it is looked at here. */
interface Published {
  readonly papers: readonly (Pick<Paper, 'id' | 'title' | 'appearances'> & {
    readonly dates: readonly string[];
    readonly versions: number;
  })[];
  readonly dates: readonly { date: string; digests: readonly string[]; papers: number }[];
  readonly digests: Archive['digests'];
  readonly problems: Archive['problems'];
}

let published: Published;
let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
  published = JSON.parse(await readFile(join(SITE, 'archive.json'), 'utf8')) as Published;
});
afterAll(() => remove());

function paper(title: string): Published['papers'][number] | undefined {
  return published.papers.find(({ id }) => id === paperId(titleKey(title)));
}

/** What is wrong with a file: place, severity and code. */
function problemsOf(name: string): readonly string[] {
  return published.problems
    .filter(({ file }) => file === `digests/${name}`)
    .map(({ line, severity, code }) => `${String(line)} ${severity} ${code}`);
}

async function textOfPaper(title: string): Promise<string> {
  const page = await readPage(SITE, `papers/${paperId(titleKey(title))}/index.html`);
  const [prose] = elements(page, (element) => hasClass(element, 'prose'));
  return prose === undefined ? '' : textContent(prose);
}

test('row 12: every way to write the ends of lines gives the same papers in the same places', () => {
  const files = Object.keys(LINE_ENDS);
  const tallies = files.map((name) => {
    const digest = published.digests.find(({ file }) => file === `digests/${name}`);
    return { ...digest?.tally, problems: problemsOf(name) };
  });
  expect(tallies[0]).toMatchObject({ blocks: 4, titles: 2, abstracts: 2, problems: [] });
  for (const tally of tallies) expect(tally).toEqual(tallies[0]);
  for (const [title, line] of [
    ['The Ends of Lines', 1],
    ['The Ends of Other Lines', 9],
  ] as const) {
    expect(paper(title)?.versions, title).toBe(1);
    expect(paper(title)?.appearances.map((each) => each.line)).toEqual(files.map(() => line));
  }
});

describe('row 13: a file that is not UTF-8', () => {
  test.each([
    ['2025-05-07-latin-1.txt', 'encoding-invalid', 'byte offset 5'],
    ['2025-05-07-utf-16-le.txt', 'encoding-utf16', 'byte offset 0'],
    ['2025-05-07-utf-16-be.txt', 'encoding-utf16', 'byte offset 0'],
  ])('is rejected with the place of the first bad byte: %s', (name, code, place) => {
    expect(problemsOf(name)).toEqual([`1 error ${code}`]);
    const found = published.problems.find(({ file }) => file === `digests/${name}`);
    expect(found?.message).toContain(place);
  });

  test('leaves no replacement character anywhere in the site', async () => {
    const entries = await readdir(SITE, { recursive: true, withFileTypes: true });
    for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) {
      if (!/\.(?:html|json|txt|pf_fragment)$/.test(name)) continue;
      const bytes = await readFile(join(parentPath, name));
      const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
      const text = (isPacked ? gunzipSync(bytes) : bytes).toString();
      expect(text.includes('\ufffd'), name).toBe(false);
    }
  });
});

describe('row 14: a line of a megabyte and a paragraph of ten', () => {
  test('are rejected as too long, and the papers around them are published', async () => {
    expect(problemsOf('2025-05-09-long.txt')).toEqual([
      '3 error abstract-too-long',
      '11 error abstract-too-long',
    ]);
    expect(paper('A Line of a Megabyte')).toBeUndefined();
    for (const title of [NEIGHBOURS.longLine, NEIGHBOURS.longParagraph])
      expect(await textOfPaper(title)).toContain('This invented abstract is about');
  });

  test('are read in under two seconds', async () => {
    const text = await readFile(join(CONTENT, 'digests/2025-05-09-long.txt'), 'utf8');
    const { result, milliseconds } = timed(() => archiveOf({ '2025-05-09-long.txt': text }));
    expect(result.papers).toHaveLength(2);
    expect(milliseconds).toBeLessThan(2000);
  });
});

describe('row 15: a file of a million papers', () => {
  test('is rejected by its number of lines, as one that is too large is by its bytes', () => {
    expect(problemsOf('2025-05-10-million.txt')).toEqual(['1 error too-many-lines']);
    expect(problemsOf('2025-05-10-large.txt')).toEqual(['1 error file-too-large']);
    expect(published.dates.map(({ date }) => date)).not.toContain('2025-05-10');
  });

  test('is checked in a memory of 128 MB', async () => {
    const content = join(folder, 'million');
    await mkdir(join(content, 'digests'), { recursive: true });
    await writeFile(join(content, 'digests/2025-05-10.txt'), millionPapers());
    const { code, output } = await runBuild(['--outDir', join(folder, 'million-site')], {
      OFFPRINT_CONTENT: content,
      NODE_OPTIONS: '--max-old-space-size=128',
    });
    expect(output).toContain('The file has more than 500,000 lines. Split it into several');
    expect(code).toBe(1);
  });
});

describe('row 17: a title', () => {
  test('of 5,000 characters is rejected, and the paper below it is published', async () => {
    expect(problemsOf('2025-05-11-titles.txt')).toEqual(['1 error title-too-long']);
    expect(published.problems.some(({ message }) => message.includes('5,000 characters'))).toBe(
      true,
    );
    expect(await textOfPaper(NEIGHBOURS.longTitle)).toContain(NEIGHBOURS.longTitle);
  });

  test('that is longer than a file name can be has an address that is not', async () => {
    for (const title of [LONG_TITLE, LONG_WORD]) {
      expect(title.length).toBeGreaterThan(255);
      expect(paper(title)?.title).toBe(title);
      expect(await textOfPaper(title)).toContain(title);
    }
    const names = await readdir(SITE, { recursive: true });
    const parts = new Set(names.flatMap((name) => name.split(/[\\/]/)));
    expect([...parts].filter((part) => Buffer.byteLength(part) > 100)).toEqual([]);
  });
});

describe('row 19: spellings of one title', () => {
  test('that differ in case, spaces or Unicode form are one paper', () => {
    for (const title of ['Foo Bar', 'Café Chairs', '갈매기의 기록'])
      expect(paper(title)?.dates, title).toEqual(['2025-04-05', '2025-04-06']);
    for (const title of ['Café Chairs', '갈매기의 기록']) expect(paper(title)?.versions).toBe(1);
    expect(published.papers.filter(({ id }) => /^foo|cafe/.test(id))).toHaveLength(2);
  });

  test('with two abstracts keep both on the page, and the difference is reported', async () => {
    expect(paper('Foo Bar')?.versions).toBe(2);
    const text = await textOfPaper('Foo Bar');
    expect(text).toContain('The newer text of an abstract that somebody wrote anew.');
    expect(text).toContain('The older text of an abstract that somebody wrote anew.');
    expect(problemsOf('2025-04-06-variants.txt')).toEqual(['3 warning abstract-differs']);
  });

  test('stay two where they end in “I” and “II”', async () => {
    expect(await textOfPaper('Ladders I')).toContain('to the left');
    expect(await textOfPaper('Ladders II')).toContain('to the right');
  });
});

describe('row 20: a paper in four digests, three of them of one date', () => {
  const files = ['2025-04-07-a.txt', '2025-04-07-b.txt', '2025-04-07-c.txt', '2025-04-08.txt'];

  test('has one page that lists four appearances', async () => {
    const title = 'One Shelf in Four Digests';
    expect(paper(title)?.appearances.map(({ file }) => file.replace('digests/', ''))).toEqual(
      files,
    );
    const page = await readPage(SITE, `papers/${paperId(titleKey(title))}/index.html`);
    const text = textContent(page);
    for (const file of files) expect(text).toContain(`${file}, line 1`);
  });

  test('is once on the page of the date, which lists three digests', async () => {
    const date = published.dates.find((each) => each.date === '2025-04-07');
    expect(date?.digests).toEqual(files.slice(0, 3).map((file) => `digests/${file}`));
    expect(date?.papers).toBe(1);
    const text = textContent(await readPage(SITE, 'dates/2025-04-07/index.html'));
    expect(text).toContain('1 paper from 3 digests');
    expect(text).toContain('In 3 of 3 digests');
  });
});

describe('row 21: a file', () => {
  test.each(ODD_NAMES.map((name, index) => [name, index + 1] as const))(
    'with the odd name %s is published under that name',
    async (name, number) => {
      const title = `A Digest with an Odd Name, Number ${String(number)}`;
      expect(problemsOf(name)).toEqual([]);
      expect(paper(title)?.appearances.map(({ file }) => file)).toEqual([`digests/${name}`]);
      const page = await readPage(SITE, `papers/${paperId(titleKey(title))}/index.html`);
      expect(textContent(page)).toContain(`${name}, line 3`);
    },
  );

  test.each([
    ['2025-05-13-link.txt', '1 error not-a-digest'],
    ['2025-05-13-notes.mdx', '1 error not-a-digest'],
    ['2025-05-13-binary.txt', '1 error file-binary'],
    ['2025-05-13-empty.txt', '1 warning file-empty'],
  ])('that is no digest is reported and publishes nothing: %s', (name, expected) => {
    expect(problemsOf(name)).toEqual([expected]);
    const titles = published.papers.flatMap(({ appearances }) => appearances);
    expect(titles.filter(({ file }) => file === `digests/${name}`)).toEqual([]);
  });
});

describe('row 22: the date of a digest', () => {
  test('has its year from the file name, or else from archive.yaml', () => {
    expect(paper('The Year Is in the File Name')?.dates).toEqual(['2024-04-11']);
    expect(paper('The Year Is in the Settings')?.dates).toEqual(['1931-04-12']);
  });

  test('is refused with a hint where nothing states the year, whatever the clock says', async () => {
    const content = join(folder, 'no-year');
    const name = 'digests/year-of-the-settings.txt';
    await cp(join(PROJECT, 'tests/fixtures/bad-inputs', name), join(content, name));
    const env = { OFFPRINT_CONTENT: content };
    const { code, output } = await runBuild(['--outDir', join(folder, 'no-year-site')], env);
    expect(output).toContain(':1:1 error The date line “Apr 12” has no year. Start the file name');
    expect(code).toBe(1);
  });

  test.each([
    ['2025-impossible.txt', '1 error date-impossible', 'Correct the day or the month.'],
    ['no-date.txt', '1 error date-missing', 'or name the file 2025-03-11.txt'],
  ])('is refused with a hint where there is none: %s', (name, expected, hint) => {
    expect(problemsOf(name)).toEqual([expected]);
    const found = published.problems.find(({ file }) => file === `digests/${name}`);
    expect(found?.hint).toContain(hint);
  });

  test('is reported where the date line and the file name disagree', () => {
    expect(problemsOf('2025-04-13-disagrees.txt')).toEqual(['1 warning date-disagrees']);
    expect(paper('The Date Line Says Another Day')?.dates).toEqual(['2025-04-14']);
  });
});

describe('row 23: a digest with something missing', () => {
  test('is published as far as it goes, and every gap is reported', async () => {
    expect(problemsOf('2025-04-09-structure.txt')).toEqual([
      '1 warning header-unknown',
      '5 warning title-without-abstract',
      '15 warning abstract-in-parts',
      '17 warning blank-line-missing',
      '20 warning title-without-abstract',
    ]);
    const noAbstract = 'The digest gives no abstract for this paper.';
    for (const [title, text] of [
      ['The First of Two Titles in a Row: It Has No Abstract', noAbstract],
      ['The Second of Two Titles in a Row: It Has One', 'to the title right above it'],
      ['An Abstract with a Blank Line inside', 'The first half of this abstract ends here.'],
      ['An Abstract with a Blank Line inside', 'The second half starts here; it is shorter'],
      ['An Abstract Glued to Its Title', 'The blank line between the title and this abstract'],
      ['A Title at the End without an Abstract', noAbstract],
    ] as const)
      expect(await textOfPaper(title), title).toContain(text);
  });

  test('loses no block: each is page text, published or left out with a report', () => {
    for (const { file, tally } of published.digests) {
      const { blocks: all, pageText, titles, abstracts, leftOut } = tally;
      expect(pageText + titles + abstracts + leftOut, file).toBe(all);
      const isReported = published.problems.some((found) => found.file === file);
      expect((leftOut === 0 && all > 0) || isReported, file).toBe(true);
    }
    const entries = published.papers.flatMap(({ appearances }) => appearances);
    const titles = published.digests.map(({ tally }) => tally.titles);
    expect(entries).toHaveLength(titles.reduce((sum, count) => sum + count, 0));
  });
});

describe('row 24: what repeats without end', () => {
  let browser: Browser;
  let site: ServedSite;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serve(SITE)]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test.each(Object.entries(REPETITIONS))(
    'is read and written in under a second: %s',
    (title, { text }) => {
      const digest = { '2025-05-12.txt': blocks(title, text) };
      const { milliseconds } = timed(() => {
        const [only] = archiveOf(digest).papers;
        if (only === undefined) throw new Error('The paper was rejected.');
        return [paperBody(only), recordOf(only), displayTitle(text)];
      });
      expect(milliseconds).toBeLessThan(1000);
    },
  );

  test.each(Object.entries(REPETITIONS))('is shown: %s', async (title, { shown }) => {
    expect((await textOfPaper(title)).includes(shown)).toBe(true);
  });

  test.each(Object.keys(REPETITIONS))('is no wider than a phone: %s', async (title) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    const paths = [`/papers/${paperId(titleKey(title))}/`, `/search/?q=${title}`];
    for (const path of [...paths, '/dates/2025-05-12/']) {
      await page.goto(site.url(path));
      if (path.startsWith('/search')) await page.locator('#results a').first().waitFor();
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow, path).toBe(0);
    }
    await page.close();
  });
});

test('rows 13 to 22: a build without --keep-going lists every rejected record, exits with 1 and leaves the previous site whole', async () => {
  const outDir = join(folder, 'previous-site');
  await cp(inject('sample'), outDir, { recursive: true });
  const before = await hashes(outDir);
  const { code, output } = await runBuild(['--outDir', outDir], { OFFPRINT_CONTENT: CONTENT });
  expect(code).toBe(1);
  const errors = published.problems.filter(({ severity }) => severity === 'error');
  expect(errors.length).toBeGreaterThan(12);
  for (const { file, line, column, message } of errors)
    expect(output).toContain(`${file}:${String(line)}:${String(column)} error ${message}`);
  expect(await hashes(outDir)).toEqual(before);
});

test('all rows: every page is whole', async () => {
  const pages = await readPages(SITE);
  expect(pages.size).toBeGreaterThan(80);
  for (const [name, tree] of pages)
    expect(elements(tree, ({ tagName }) => tagName === 'main').length, name).toBe(1);
});
