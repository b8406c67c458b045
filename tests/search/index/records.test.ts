import { expect, test } from 'vitest';

import { FIELDS } from '../../../src/search/engine.ts';
import { acronymsIn } from '../../../src/text/acronyms.ts';
import { searchRecord } from '../../../src/search/index/records.ts';
import { stemOf } from '../../../src/text/stems.ts';
import { wordsOf } from '../../../src/text/words.ts';
import { documentsOf, type Invented } from '../memory-engine.ts';

const stem = stemOf('en');
function record(paper: Invented): ReturnType<typeof searchRecord> {
  const [document] = documentsOf([paper]);
  if (document === undefined) throw new Error('There is one.');
  return searchRecord(document, acronymsIn(['Red jars (RJ)'], stem), stem);
}

test('a record has the words of every field in the form they are searched by', () => {
  expect(
    record({
      title: 'Café: red jars',
      abstract: 'k-NN, ﬁnally.',
      authors: ['Karl Müller', 'Jo O’Brien'],
      names: ['10.1000/182'],
      date: '2024-12-30 2024-12-31 2025-03-11',
      links: ['code', 'demo'],
    }),
  ).toEqual({
    url: '/papers/paper-0/',
    language: 'zxx',
    content: 'k nn finally',
    meta: {
      also: 'knn _ rj',
      authors: 'karl muller _ jo obrien',
      names: '10 1000 182',
      title: 'cafe red jars',
    },
  });
});

test('every record has every field, as Pagefind numbers them', () => {
  const { meta = {} } = record({});
  expect(['abstract', ...Object.keys(meta).sort()]).toEqual(FIELDS);
});

test.each(['', '…', '\u0301'])('an abstract of %j is no word, but not empty', (abstract) => {
  const { content } = record({ title: 'Gulls', abstract });
  expect(content).toBe('_');
  expect(wordsOf(content)).toEqual([]);
});
