import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

const sites = [inject('sample'), ...(inject('real') === '' ? [] : [inject('real')])];

async function gzipSize(site: string, name: string): Promise<number> {
  return gzipSync(await readFile(join(site, name))).length;
}

async function files(site: string, pattern: RegExp): Promise<string[]> {
  const names = await readdir(site, { recursive: true });
  return names.filter((name) => pattern.test(name));
}

test('the HTML of a paper page is at most 12 kB, compressed', async () => {
  for (const site of sites)
    for (const name of await files(site, /^papers\/.+\/index\.html$/))
      expect(await gzipSize(site, name), name).toBeLessThanOrEqual(12_000);
});

async function total(pattern: RegExp): Promise<number> {
  const site = inject('sample');
  const sizes = (await files(site, pattern)).map((name) => gzipSize(site, name));
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test('the style sheets are at most 8 kB, compressed', async () => {
  expect(await total(/\.css$/)).toBeLessThanOrEqual(8_000);
});

/** The scripts that a page loads before anybody does anything: those it names and what they import. */
async function scriptsOf(page: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const add = async (name: string): Promise<void> => {
    if (found.has(name)) return;
    found.add(name);
    const script = await readFile(join(inject('sample'), name), 'utf8');
    for (const [, imported = ''] of script.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g))
      await add(join(name, '..', imported));
  };
  const html = await readFile(join(inject('sample'), page), 'utf8');
  for (const [, name = ''] of html.matchAll(/<script[^>]* src="\/([^"]+)"/g)) await add(name);
  return found;
}

async function scriptSize(names: Iterable<string>): Promise<number> {
  const sizes = Array.from(names, (name) => gzipSize(inject('sample'), name));
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test('the scripts of the search are at most 16 kB, compressed', async () => {
  const shared = await scriptsOf('about/index.html');
  const own = [...(await scriptsOf('search/index.html'))].filter((name) => !shared.has(name));
  const size = (await scriptSize(own)) + (await total(/^_astro\/worker[^/]*\.js$/));
  expect(size).toBeGreaterThan(5_000);
  expect(size).toBeLessThanOrEqual(16_000);
});

test.each([
  'index.html',
  'about/index.html',
  'dates/2025-03-14/index.html',
  'papers/data-filtering-networks/index.html',
])('the scripts of %s are at most 7 kB, compressed', async (page) => {
  expect(await scriptSize(await scriptsOf(page))).toBeLessThanOrEqual(7_000);
});

test('the scripts of the reading list are at most 12.5 kB, compressed, what it loads on request 4.5 kB and 3 kB', async () => {
  const own = await scriptsOf('list/index.html');
  const page = await total(/^_astro\/(?:list-page|words|dates)[^/]*\.js$/);
  expect((await scriptSize(own)) + page).toBeLessThanOrEqual(12_500);
  expect(await total(/^_astro\/(?:share|revocable)[^/]*\.js$/)).toBeLessThanOrEqual(3_000);
  expect(await total(/^_astro\/(?:export|import-list|read-file)[^/]*\.js$/)).toBeLessThanOrEqual(
    4_500,
  );
});

test('a face is at most 40 kB, that for formulas at most 60 kB', async () => {
  const names = await files(inject('sample'), /\.woff2$/);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names)
    expect((await readFile(join(inject('sample'), name))).length, name).toBeLessThanOrEqual(
      name.includes('math') ? 60_000 : 40_000,
    );
});
