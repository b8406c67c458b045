import { existsSync } from 'node:fs';
import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { readEarlierBuild, recordBuild, searchPartsFolder } from '../../src/cli/earlier-build.ts';
import { keepTimes } from '../../src/cli/kept-times.ts';
import { knownFile } from '../../src/cli/known-file.ts';
import { temporaryFolder } from '../site/build.ts';

let folder: string;
let remove: () => Promise<void>;
let site: string;
let target: string;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  site = join(folder, 'site');
  target = join(folder, 'gulls.html');
  await mkdir(site);
  await writeFile(join(site, 'gulls.html'), 'Forty gulls.');
  const known = knownFile('gulls.html', Buffer.from('Forty gulls.'));
  await recordBuild(site, 'tools', [['gulls.html', { ...known, key: 'forty' }]]);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await remove();
});

describe('a file of an earlier build', () => {
  test('is kept when it is made of the same with the same', async () => {
    const kept = (await readEarlierBuild(site, 'tools')).keep('gulls.html', 'forty', target);
    expect(kept).toMatchObject({ bytes: 12, key: 'forty' });
    expect(await readFile(target, 'utf8')).toBe('Forty gulls.');
  });

  test.each([
    ['is made of something else', 'tools', 'fifty'],
    ['is made with something else', 'other tools', 'forty'],
  ])('is not kept when it %s', async (_, tools, key) => {
    expect((await readEarlierBuild(site, tools)).keep('gulls.html', key, target)).toBeUndefined();
  });

  test('is not kept when somebody has changed or removed it', async () => {
    await appendFile(join(site, 'gulls.html'), ' And one.');
    const earlier = await readEarlierBuild(site, 'tools');
    expect(earlier.keep('gulls.html', 'forty', target)).toBeUndefined();
    await rm(join(site, 'gulls.html'));
    expect(earlier.keep('gulls.html', 'forty', target)).toBeUndefined();
  });

  test.each(['', '{', '{"tools":"tools"}', '{"tools":"tools","files":{"gulls.html":["forty"]}}'])(
    'is not kept when the record of the build is %j',
    async (damaged) => {
      const records = join(folder, '.astro/built');
      for (const name of await readdir(records)) await writeFile(join(records, name), damaged);
      const earlier = await readEarlierBuild(site, 'tools');
      expect(earlier.keep('gulls.html', 'forty', target)).toBeUndefined();
    },
  );

  test('of another site is not kept', async () => {
    const earlier = await readEarlierBuild(join(folder, 'other'), 'tools');
    expect(earlier.keep('gulls.html', 'forty', target)).toBeUndefined();
  });
});

test('files that are the same get the time of the earlier ones, others keep theirs', async () => {
  const next = join(folder, 'next');
  await mkdir(next);
  const old = new Date('2025-03-11T00:00:00Z');
  for (const name of ['gulls.html', 'terns.html']) {
    await writeFile(join(site, name), 'Forty.');
    await utimes(join(site, name), old, old);
  }
  await writeFile(join(next, 'gulls.html'), 'Forty.');
  await writeFile(join(next, 'terns.html'), 'Fifty.');
  await writeFile(join(next, 'auks.html'), 'None.');
  keepTimes(next, site);
  const isOld = async (name: string): Promise<boolean> =>
    (await stat(join(next, name))).mtimeMs === old.getTime();
  expect(await Promise.all(['gulls.html', 'terns.html', 'auks.html'].map(isOld))).toEqual([
    true,
    false,
    false,
  ]);
});

test('parts of a search index made with other tools make room for those of these', async () => {
  const before = await searchPartsFolder(site, 'old tools');
  await mkdir(before, { recursive: true });
  expect(await searchPartsFolder(site, 'old tools')).toBe(before);
  expect(existsSync(before)).toBe(true);
  const now = await searchPartsFolder(site, 'tools');
  expect(now).not.toBe(before);
  expect(existsSync(before)).toBe(false);
  expect(await searchPartsFolder(join(folder, 'other'), 'tools')).not.toBe(now);
});
