import { lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { splitBlocks } from '../../src/digest/blocks.ts';
import { decode } from '../../src/digest/decode.ts';
import { formatOf } from '../../src/digest/format.ts';
import { limits } from '../../src/digest/limits.ts';
import { raw } from '../helpers.ts';
import { writeBadInputs } from '../site/bad-inputs.ts';
import { PROJECT } from '../site/build.ts';

/** The formats of the files of a folder that are no larger than a digest may be, by name. */
async function formatsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const formats = new Map<string, string>();
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.txt'))) {
    const stats = await lstat(join(folder, name));
    if (!stats.isFile() || stats.size > limits.fileBytes) continue;
    const { lines } = decode(raw(await readFile(join(folder, name)), `digests/${name}`));
    formats.set(name, formatOf(splitBlocks(lines)).name);
  }
  return formats;
}

test('no bad input is taken for anything but a page', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeBadInputs(folder);
  const formats = await formatsIn(join(folder, 'digests'));
  expect(formats.size).toBeGreaterThan(30);
  expect(new Set(formats.values())).toEqual(new Set(['trending page']));
});

test.each([
  'content/digests',
  'tests/fixtures/awkward-archive/digests',
  'tests/fixtures/noted-archive/digests',
])('the digests in %s are pages', async (folder) => {
  const formats = await formatsIn(join(PROJECT, folder));
  expect(new Set(formats.values())).toEqual(new Set(['trending page']));
});

test('of the digests of formats, each has its own', async () => {
  const others = [...(await formatsIn(join(PROJECT, 'tests/fixtures/digests/valid')))].filter(
    ([, format]) => format !== 'trending page',
  );
  expect(others).toEqual([
    ['arxiv-mailing.txt', 'arXiv mailing'],
    ['markdown-list.txt', 'Markdown list'],
  ]);
});
