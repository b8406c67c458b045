import { expect, test } from 'vitest';

import { acronymsIn } from '../../../src/text/acronyms.ts';
import { searchRecord } from '../../../src/search/index/records.ts';
import { stemOf } from '../../../src/text/stems.ts';
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
    abstract: ['k', 'nn', 'finally'],
    also: ['knn', '', 'rj'],
    authors: ['karl', 'muller', '', 'jo', 'obrien'],
    names: ['10', '1000', '182'],
    title: ['cafe', 'red', 'jars'],
  });
});

test('an author is found by the given name first, however it is written', () => {
  expect(record({ authors: ['Curie, Marie'] }).authors).toEqual([
    'curie',
    'marie',
    '',
    'marie',
    'curie',
  ]);
});

test.each(['', '…', '\u0301'])('an abstract of %j has no words', (abstract) => {
  expect(record({ title: 'Gulls', abstract })).toEqual({
    abstract: [],
    also: [],
    authors: [],
    names: [],
    title: ['gulls'],
  });
});
