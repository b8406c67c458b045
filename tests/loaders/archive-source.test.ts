import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { archiveSource, type ArchiveSource } from '../../src/loaders/archive-source.ts';
import { ContentFolderError } from '../../src/loaders/content-folder.ts';
import { digestOf } from '../helpers.ts';

let folder: string;
let source: ArchiveSource;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  source = archiveSource(folder);
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function save(date: string, ...titles: readonly string[]): Promise<void> {
  await mkdir(join(folder, 'digests'), { recursive: true });
  await writeFile(join(folder, `digests/${date}.txt`), digestOf(...titles));
}

describe('archiveSource', () => {
  test('compiles the archive once, and again only after a change', async () => {
    await save('2025-03-11', 'Gulls');
    const first = await source();
    expect(await source()).toBe(first);
    await save('2025-03-12', 'Tides');
    const second = await source();
    expect(second).not.toBe(first);
    expect(second.archive.papers.map(({ id }) => id)).toEqual(['gulls', 'tides']);
    expect(await source()).toBe(second);
  });

  test('of two readers at once gives both the same archive', async () => {
    await save('2025-03-11', 'Gulls');
    const [a, b] = await Promise.all([source(), source()]);
    expect(a).toBe(b);
  });

  test('relates an archive once, and its papers as they are after a change', async () => {
    await save('2025-03-11', 'Gulls in Winter', 'Gulls in Summer', 'Jars');
    const first = await source();
    const relations = await first.relations();
    expect(await first.relations()).toBe(relations);
    expect(relations.related.size).toBeGreaterThan(0);
    await save('2025-03-11', 'Jars');
    const second = await (await source()).relations();
    expect(second).not.toBe(relations);
    expect(second.related.size).toBe(0);
  });

  test('fails where there is no content folder, and works once there is one', async () => {
    await expect(source()).rejects.toThrow(ContentFolderError);
    await save('2025-03-11', 'Gulls');
    expect((await source()).archive.papers).toHaveLength(1);
  });
});
