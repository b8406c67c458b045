import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { startIndexingSearch, type SearchIndexJob } from '../../src/cli/search-index-thread.ts';
import { SearchIndexError } from '../../src/search/index/search-index-error.ts';
import { documentsOf } from '../search/memory-engine.ts';

let folder: string;
let job: SearchIndexJob;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  const documents = documentsOf([{ title: 'Red jars' }, { title: 'Tides' }]);
  job = { documents, language: 'en', folder: join(folder, 'index'), store: undefined };
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test('the index is written, with topics that are known later', async () => {
  await startIndexingSearch(job, Promise.resolve([])).written;
  expect(await readdir(job.folder)).toContain('catalogue.json.gz');
});

test('an index that is stopped is not written', async () => {
  const indexing = startIndexingSearch(job, new Promise(() => undefined));
  await indexing.stop();
  await expect(indexing.written).rejects.toThrow('stopped');
});

test('what ended Pagefind is told as it is without a thread', async () => {
  const process = join(folder, 'pagefind');
  await writeFile(process, '#!/bin/sh\nhead -c 1 >/dev/null\nexit 101\n');
  await chmod(process, 0o755);
  vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', process);
  const error: unknown = await startIndexingSearch(job, Promise.resolve([])).written.catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SearchIndexError);
  expect((error as Error).message).toContain('exit code 101');
});
