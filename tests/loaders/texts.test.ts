import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { notesLoader } from '../../src/loaders/texts.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  await mkdir(join(folder, 'digests'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs the loader as Astro does, as far as it looks without an archive; what it keeps is put into `meta`. */
async function load(meta: Map<string, string>, more: { watcher?: object } = {}): Promise<boolean> {
  let isCleared = false;
  const context = {
    store: {
      clear: () => {
        isCleared = true;
      },
    },
    meta,
    generateDigest: (text: string) => text,
    ...more,
  };
  await notesLoader(folder).load(context as unknown as LoaderContext);
  return isCleared;
}

describe('the collection of notes', () => {
  test('is empty where no archive is provided, whatever is in the folder', async () => {
    await mkdir(join(folder, 'notes'));
    await writeFile(join(folder, 'notes/gulls.mdx'), 'A text.\n');
    expect(await load(new Map())).toBe(true);
  });

  test('changes with every file of the content while pages are watched, and in no build', async () => {
    const meta = new Map<string, string>();
    await load(meta);
    expect(meta.size).toBe(0);
    await load(meta, { watcher: {} });
    const before = new Map(meta);
    await load(meta, { watcher: {} });
    expect(meta).toEqual(before);
    await writeFile(join(folder, 'digests/2025-03-11.txt'), 'Gulls\n');
    await load(meta, { watcher: {} });
    expect(meta).not.toEqual(before);
  });
});
