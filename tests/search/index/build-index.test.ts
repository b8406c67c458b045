import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { buildSearchIndex } from '../../../src/search/index/build-index.ts';
import { searchDocument } from '../../../src/search/index/documents.ts';
import { SearchIndexError } from '../../../src/search/index/search-index-error.ts';
import { paperWith } from '../../helpers.ts';
import { documentsOf, type Invented } from '../memory-engine.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test.each([
  ['exit code 101', 'exit 101'],
  ['SIGKILL', 'kill -KILL $$'],
])('an index whose process ends early (%s) fails instead of waiting for ever', async (how, end) => {
  const process = join(folder, 'pagefind');
  await writeFile(process, `#!/bin/sh\nhead -c 1 >/dev/null\n${end}\n`);
  await chmod(process, 0o755);
  vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', process);
  const building = buildSearchIndex(
    [searchDocument(paperWith('Gulls', ['a']))],
    Promise.resolve([]),
    'en',
    join(folder, 'index'),
  );
  const error: unknown = await building.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SearchIndexError);
  expect((error as Error).message).toContain(how);
});

/** The files of an index by their names. */
async function filesOf(papers: readonly Invented[], name: string): Promise<Map<string, Buffer>> {
  const path = join(folder, name);
  await buildSearchIndex(documentsOf(papers), Promise.resolve([]), 'en', path);
  const files = await readdir(path, { recursive: true, withFileTypes: true });
  const names = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(path.length + 1))
    .sort();
  return new Map(
    await Promise.all(names.map(async (each) => [each, await readFile(join(path, each))] as const)),
  );
}

const PAPERS: readonly Invented[] = [
  { title: 'Red jars', abstract: 'Gulls on the shore.', links: ['code'] },
  { title: 'Tides' },
];

test('the same papers give the same files, byte for byte', async () => {
  const files = await filesOf(PAPERS, 'a');
  expect(await filesOf(PAPERS, 'b')).toEqual(files);
  expect(files.has('catalogue.json.gz')).toBe(true);
});

test('an index has no interface of Pagefind', async () => {
  const names = [...(await filesOf(PAPERS, 'a')).keys()];
  expect(names.filter((name) => /-(?:ui|modular-ui|component-ui|highlight)/.test(name))).toEqual(
    [],
  );
  expect(names.some((name) => name.startsWith('index/'))).toBe(true);
});

test('an archive without papers has an index', async () => {
  expect((await filesOf([], 'a')).has('catalogue.json.gz')).toBe(true);
});

test('a title without a word does not stop the index', async () => {
  const files = await filesOf([{ title: '…', abstract: '!' }, ...PAPERS], 'a');
  expect(files.has('catalogue.json.gz')).toBe(true);
});
