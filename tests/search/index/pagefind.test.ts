import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { invertedByPagefind } from '../../../src/search/index/pagefind.ts';
import type { SearchRecord } from '../../../src/search/index/records.ts';
import { SearchIndexError } from '../../../src/search/index/search-index-error.ts';
import { propertySeed } from '../../property-seed.ts';
import { invertedInMemory } from '../memory-engine.ts';

const words = fc.array(fc.constantFrom('red', 'jars', 'jar', 'gull', '漢', '2025', ''), {
  maxLength: 8,
});
const record: fc.Arbitrary<SearchRecord> = fc.record({
  abstract: words,
  also: words,
  authors: words,
  names: words,
  title: words,
});
const RECORD: SearchRecord = {
  abstract: ['gulls'],
  also: [],
  authors: [],
  names: [],
  title: ['tides'],
};

test('every word is where it was, however many papers are indexed at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 9 }),
      fc.constantFrom(1, 2, 3, undefined),
      async (records, batchPapers) => {
        const found = await invertedByPagefind(records, batchPapers);
        expect(found).toEqual(invertedInMemory(records));
      },
    ),
    { seed: propertySeed, numRuns: 20, endOnFailure: true },
  );
});

test('of a word of several Katakana, its end is no word', async () => {
  const records = [
    { ...RECORD, title: ['カンマ', 'カンマ'] },
    { ...RECORD, abstract: ['メートル', 'ンマ', 'カ'], title: ['トル'] },
  ];
  expect(await invertedByPagefind(records)).toEqual(invertedInMemory(records));
});

test('papers keep their order when many are on their way at once', async () => {
  const records = Array.from({ length: 200 }, (_, paper) => ({
    ...RECORD,
    abstract: Array.from({ length: 200 - paper }, () => `gull${String(paper)}`),
  }));
  expect(await invertedByPagefind(records)).toEqual(invertedInMemory(records));
});

describe('a process that ends early fails instead of waiting for ever', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  /** What Pagefind answers when it is asked for an index. */
  const answer = Buffer.from(
    JSON.stringify({ message_id: 1, payload: { type: 'NewIndex', index_id: 0 } }),
  ).toString('base64');

  test.each([
    ['at once', 'exit code 101', 'head -c 1 >/dev/null\nexit 101'],
    ['killed at once', 'SIGKILL', 'head -c 1 >/dev/null\nkill -KILL $$'],
    [
      'while it is fed',
      'exit code 101',
      `head -c 1 >/dev/null\nprintf ${answer},\nhead -c 999 >/dev/null\nexit 101`,
    ],
    [
      'when it takes no more',
      'SIGTERM',
      `head -c 1 >/dev/null\nexec <&-\nprintf ${answer},\nexec sleep 60`,
    ],
  ])('%s (%s)', async (_, how, script) => {
    // Pagefind complains of its own.
    vi.spyOn(console, 'error').mockReturnValue();
    const process = join(folder, 'pagefind');
    await writeFile(process, `#!/bin/sh\n${script}\n`);
    await chmod(process, 0o755);
    vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', process);
    const records = Array.from({ length: 1000 }, () => RECORD);
    const error: unknown = await invertedByPagefind(records).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SearchIndexError);
    expect((error as Error).message).toContain(how);
  });
});
