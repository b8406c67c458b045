import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { compileArchive } from '../../src/archive/compile.ts';
import type { Archive } from '../../src/archive/types.ts';
import { readContentFolder } from '../../src/loaders/content-folder.ts';
import { siteUrls } from '../../src/publish/site-urls.ts';
import { PROJECT, temporaryFolder } from './build.ts';
import { elements, readPage, textContent } from './html.ts';

const run = promisify(execFile);
const sample = inject('sample');

const SITES = [
  ['the sample archive', sample, join(PROJECT, 'content')],
  ['the bad inputs', inject('badInputs'), inject('badInputsContent')],
] as const;

describe.each(SITES)('the data of %s', (_, site, content) => {
  let archive: Archive;
  beforeAll(async () => {
    archive = compileArchive(await readContentFolder(content));
  });

  test('has every paper once in papers.jsonl', async () => {
    const lines = (await readFile(join(site, 'papers.jsonl'), 'utf8')).trimEnd().split('\n');
    const ids = lines.map((line) => (JSON.parse(line) as { id: string }).id);
    expect(ids).toEqual(archive.papers.map(({ id }) => id));
  });

  test('has every listing once in the Markdown of its date', async () => {
    const urls = siteUrls('/', undefined);
    for (const { date, listings } of archive.dates) {
      const markdown = await readFile(join(site, `dates/${date}.md`), 'utf8');
      const pages = [...markdown.matchAll(/^- Page: \[(.*)\]\(.*\)$/gm)].map(([, page]) => page);
      expect(pages).toEqual(listings.map(({ id }) => urls.paper(id)));
      expect(markdown.match(/^## /gm)).toHaveLength(listings.length);
    }
  });
});

// The command is part of GNU coreutils.
describe.runIf(process.platform === 'linux')('SHA256SUMS', () => {
  let folder: string;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ folder, remove } = await temporaryFolder());
  });
  afterAll(() => remove());

  const check = (site: string): Promise<unknown> =>
    run('sha256sum', ['--strict', '--check', 'SHA256SUMS'], { cwd: site });

  test('is accepted by sha256sum, and names what is made for programs', async () => {
    await check(sample);
    const named = (await readFile(join(sample, 'SHA256SUMS'), 'utf8')).matchAll(/ {2}(.*)$/gm);
    const names = [...named].map(([, name]) => name);
    const expected = ['archive.json', 'llms.txt', 'papers.jsonl', 'permalinks.txt', 'robots.txt'];
    expect(names).toEqual(expect.arrayContaining([...expected, 'dates/2025-03-14.md']));
    expect(names.filter((name) => name?.endsWith('.html'))).toEqual([]);
  });

  test.each(['papers.jsonl', 'archive.json', 'dates/2025-03-14.md'])(
    'is refused when %s is changed by a byte',
    async (name) => {
      const site = join(folder, name.replace('/', '-'));
      await cp(sample, site, { recursive: true });
      await check(site);
      await appendFile(join(site, name), ' ');
      await expect(check(site)).rejects.toMatchObject({
        stdout: expect.stringContaining(`${name}: FAILED`) as string,
      });
    },
  );
});

describe('the page of a date', () => {
  test.each([
    ['without a base', sample, '/dates/2025-03-14.md'],
    ['under a base', inject('sampleUnderBase'), '/archive/dates/2025-03-14.md'],
  ])('leads to its Markdown, for readers and for programs, %s', async (_, site, path) => {
    const page = await readPage(site, 'dates/2025-03-14/index.html');
    const to = elements(page, ({ properties }) => properties['href'] === path);
    expect(to.map(({ tagName }) => tagName)).toEqual(['link', 'a']);
    expect(to[0]?.properties).toMatchObject({ rel: ['alternate'], type: 'text/markdown' });
  });
});

describe('the page of the data', () => {
  test('links to files that are there', async () => {
    const page = await readPage(sample, 'data/index.html');
    const [main] = elements(page, ({ tagName }) => tagName === 'main');
    if (main === undefined) throw new Error('The page has no main part.');
    const linked = elements(main, ({ tagName }) => tagName === 'a').map(({ properties }) =>
      String(properties['href']).slice(1),
    );
    expect(linked).toContain('papers.jsonl');
    for (const name of linked) expect(existsSync(join(sample, name)), name).toBe(true);
  });

  test('says how to fetch and check them, with the address of the site where it is known', async () => {
    const told = async (site: string): Promise<string> =>
      textContent(await readPage(site, 'data/index.html'));
    expect(await told(inject('sampleUnderBase'))).toContain(
      'curl -f --remote-name-all https://papers.example.org/archive/papers.jsonl ' +
        'https://papers.example.org/archive/SHA256SUMS sha256sum -c --ignore-missing SHA256SUMS',
    );
    expect(await told(sample)).toContain('https://HOST/papers.jsonl');
  });
});
