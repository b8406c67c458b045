import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { buildSearchIndex } from '../../../src/search/index/build-index.ts';
import { searchDocument } from '../../../src/search/index/documents.ts';
import { SearchIndexError } from '../../../src/search/index/search-index-error.ts';
import { paperWith } from '../../helpers.ts';

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
    'en',
    join(folder, 'index'),
  );
  const error: unknown = await building.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SearchIndexError);
  expect((error as Error).message).toContain(how);
});
