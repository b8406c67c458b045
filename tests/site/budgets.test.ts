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

test('the scripts of the search are at most 16 kB and those of all other pages at most 6 kB, compressed', async () => {
  const search = await total(/^_astro\/(?:search|worker)[^/]*\.js$/);
  expect(search).toBeGreaterThan(5_000);
  expect(search).toBeLessThanOrEqual(16_000);
  expect((await total(/^(?:_astro\/.*|theme)\.js$/)) - search).toBeLessThanOrEqual(6_000);
});

test('a face is at most 40 kB, that for formulas at most 60 kB', async () => {
  const names = await files(inject('sample'), /\.woff2$/);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names)
    expect((await readFile(join(inject('sample'), name))).length, name).toBeLessThanOrEqual(
      name.includes('math') ? 60_000 : 40_000,
    );
});
