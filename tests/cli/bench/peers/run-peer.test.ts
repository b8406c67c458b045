import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { InstalledPeer } from '../../../../src/cli/bench/peers/peer.ts';
import { runPeers } from '../../../../src/cli/bench/peers/run-peer.ts';
import { digestOf } from '../../../helpers.ts';

let folder: string;

beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  folder = await mkdtemp(join(tmpdir(), 'offprint-run-peer-'));
  await mkdir(join(folder, 'content/digests'), { recursive: true });
  await mkdir(join(folder, 'templates'));
  await mkdir(join(folder, 'work'));
  await writeFile(join(folder, 'content/digests/2025-03-11.txt'), digestOf('Gulls', 'Tides'));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** A generator that makes a page of each file of `content/` but of the names that hold `leftOut`. */
function stub(leftOut: string): InstalledPeer {
  const program = `
    const { mkdirSync, readdirSync, writeFileSync } = require('node:fs');
    const [site, leftOut] = process.argv.slice(1);
    for (const file of readdirSync('content', { recursive: true })) {
      if (!file.endsWith('.md') || file.includes(leftOut)) continue;
      const page = site + '/' + file.replace(/(?:index)?\\.md$/, '');
      mkdirSync(page, { recursive: true });
      writeFileSync(page + '/index.html', '<html><body>Gulls</body></html>');
    }`;
  return {
    name: 'Stub 1.0',
    templates: join(folder, 'templates'),
    home: 'index.md',
    command: (site) => [process.execPath, '-e', program, site, leftOut],
  };
}

function run(peer: InstalledPeer): ReturnType<typeof runPeers> {
  const { signal } = new AbortController();
  return runPeers([peer], join(folder, 'content'), join(folder, 'work'), signal);
}

test('pages and their index are counted and timed, and nothing stays', async () => {
  const [cost] = await run(stub('no such name'));
  expect(cost?.name).toBe('Stub 1.0');
  const { generator = 0, pagefind = 0, total } = cost?.seconds ?? {};
  expect(generator).toBeGreaterThan(0);
  expect(pagefind).toBeGreaterThan(0);
  expect(total).toBe(generator + pagefind);
  // Two papers, a date, the home page, and what Pagefind adds.
  expect(cost?.files).toBeGreaterThan(4);
  expect(await readdir(join(folder, 'work'))).toEqual([]);
});

test('a generator that leaves out a page is not compared', async () => {
  await expect(run(stub('tides'))).rejects.toThrow('Stub 1.0 made no page papers/tides.');
});
