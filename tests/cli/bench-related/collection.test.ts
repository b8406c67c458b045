import { describe, expect, test } from 'vitest';

import { readRelatedCollection, withoutFacet } from '../../../src/cli/bench/related/collection.ts';
import { writeCollection } from '../../../src/cli/bench/related/write-collection.ts';
import { UsageError } from '../../../src/cli/usage.ts';
import { folderOf } from '../command.ts';

const CORPUS =
  '{"_id":"1","title":"Gulls","text":"Of gulls."}\n{"_id":"2","title":"Terns","text":""}\n' +
  '{"_id":"3-method","title":"Jars","text":""}\n';
const collectionOf = (qrels: string): Promise<string> =>
  folderOf({ 'corpus.jsonl': CORPUS, 'qrels.tsv': qrels });

describe('a collection of related papers', () => {
  test('asks for papers and for facets of them', async () => {
    const folder = await collectionOf('1-method\t2\t3\n1_result\t2\t1\n3-method\t1\t1\n2\t1\t2\n');
    const { documents, queries } = await readRelatedCollection(folder);
    expect(documents[0]).toEqual({ id: '1', title: 'Gulls', abstract: 'Of gulls.' });
    expect(queries.map(({ id, paper }) => [id, paper])).toEqual([
      ['1-method', 0],
      ['1_result', 0],
      ['3-method', 2],
      ['2', 1],
    ]);
  });

  test('knows its judgements without those of the paper itself', async () => {
    const folder = await collectionOf(
      'query-id\tcorpus-id\tscore\n1-method\t1\t3\n1-method\t2\t1\n',
    );
    const { queries } = await readRelatedCollection(folder);
    expect(queries.map(({ judged }) => judged)).toEqual([new Map([['2', 1]])]);
  });

  test('leaves out papers that nothing is related to', async () => {
    const { queries } = await readRelatedCollection(await collectionOf('1\t2\t0\n2\t1\t1\n'));
    expect(queries.map(({ id }) => id)).toEqual(['2']);
  });

  test.each([
    ['9\t1\t1\n', 'asks for “9”, and corpus.jsonl has no such paper.'],
    ['1\t2\t0\n', 'names no related paper for any paper.'],
    ['1\t2\n', ':1: Expected a query, a document and a whole number as grade'],
  ])('with the judgements %j is told', async (qrels, message) => {
    const reading = readRelatedCollection(await collectionOf(qrels));
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(message);
  });

  test('is read as it was written', async () => {
    const collection = await readRelatedCollection(await collectionOf('1\t2\t3\n1\t3-method\t0\n'));
    const folder = await folderOf({});
    await writeCollection(folder, collection);
    expect(await readRelatedCollection(folder)).toEqual(collection);
  });
});

test.each([
  ['123-method', '123'],
  ['123_method', '123'],
  ['gull-study-method', 'gull-study'],
  ['123', '123'],
  ['-method', '-method'],
  ['123-4', '123-4'],
])('the paper of %s is %s', (id, paper) => {
  expect(withoutFacet(id)).toBe(paper);
});
