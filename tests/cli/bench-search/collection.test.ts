import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { readCollection } from '../../../src/cli/bench/search/collection.ts';
import { UsageError } from '../../../src/cli/usage.ts';

const CORPUS =
  '{"id":"1","title":"Gulls","abstract":"Of gulls.","authors":"J. Doe"}\n{"id":"2","title":"Terns","abstract":""}\n';
const QUERIES = '{"id":"a","text":"sea birds"}\n{"id":"b","text":"land birds"}\n';
const QRELS = 'a\t1\t2\r\na\t2\t0\nb\t1\t0\nz\t1\t1\n';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  await write({ 'corpus.jsonl': CORPUS, 'queries.jsonl': QUERIES, 'qrels.tsv': QRELS });
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

describe('a test collection', () => {
  test('has its documents, and the queries with a relevant one', async () => {
    expect(await readCollection(folder)).toEqual({
      documents: [
        { id: '1', title: 'Gulls', abstract: 'Of gulls.' },
        { id: '2', title: 'Terns', abstract: '' },
      ],
      queries: [
        {
          id: 'a',
          text: 'sea birds',
          judged: new Map([
            ['1', 2],
            ['2', 0],
          ]),
        },
      ],
    });
  });

  test.each([
    ['corpus.jsonl', '\n{"id":\n', ':2: This line is not JSON. Write one object per line.'],
    [
      'corpus.jsonl',
      '{"id":"1","title":"Gulls"}',
      ':1: “abstract”: Invalid input: expected string',
    ],
    ['corpus.jsonl', '{"id":1,"title":"","abstract":""}', ':1: “id”: Invalid input'],
    [
      'corpus.jsonl',
      `${CORPUS}{"id":"1","title":"","abstract":""}`,
      ':3: The id “1” is there twice.',
    ],
    ['queries.jsonl', `${QUERIES}7`, ':3: “”: Invalid input: expected object'],
    ['qrels.tsv', 'a\t1\n', ':1: Expected a query, a document and a whole number as grade'],
    ['qrels.tsv', 'a\t1\t1\na 1 1', ':2: Expected a query'],
    ['qrels.tsv', 'a\t1\tyes', ':1: Expected a query'],
    ['qrels.tsv', 'a\t1\t1\t1', ':1: Expected a query'],
    ['qrels.tsv', 'b\t1\t0', ' names no relevant document for any query of queries.jsonl.'],
  ])('%s with %j is told where', async (name, text, message) => {
    await write({ [name]: text });
    const reading = readCollection(folder);
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(`${join(folder, name)}${message}`);
  });

  test('a missing file is named', async () => {
    await rm(join(folder, 'qrels.tsv'));
    await expect(readCollection(folder)).rejects.toThrow(
      new UsageError(`${join(folder, 'qrels.tsv')} cannot be read: ENOENT.`),
    );
  });
});
