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

test('the style sheets are at most 8 kB and the scripts of all pages at most 6 kB, compressed', async () => {
  const total = async (pattern: RegExp): Promise<number> => {
    const sizes = (await files(inject('sample'), pattern)).map((name) =>
      gzipSize(inject('sample'), name),
    );
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  };
  expect(await total(/\.css$/)).toBeLessThanOrEqual(8_000);
  expect(await total(/^(?:_astro\/.*|theme)\.js$/)).toBeLessThanOrEqual(6_000);
});

test('a face is at most 40 kB, that for formulas at most 60 kB', async () => {
  const names = await files(inject('sample'), /\.woff2$/);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names)
    expect((await readFile(join(inject('sample'), name))).length, name).toBeLessThanOrEqual(
      name.includes('math') ? 60_000 : 40_000,
    );
});
