import { expect, test } from 'vitest';

import { queryWords } from '../../src/search/query-words.ts';

const counting = (text: string): string =>
  queryWords(text)
    .filter(({ counts }) => counts)
    .map(({ word }) => word)
    .join(' ');

test.each([
  ['words that say nothing do not count', 'the gulls of the jar', 'gulls jar'],
  ['contractions neither', 'why gulls don’t like jars', 'gulls jars'],
  ['when none says anything, all count', 'the who', 'the who'],
  ['however many they are', 'to be or not to be', 'to be or not to be'],
  ['in a short query every other word counts', 'find related papers', 'find related papers'],
  ['in a longer one not those that ask', 'find recent papers about gulls please', 'recent gulls'],
  ['nor “I am interested in”', 'I am interested in papers on gulls', 'gulls'],
  ['nor “I’m mostly looking for”', 'I’m mostly looking for gulls in jars', 'gulls jars'],
  ['nor “we would like to know”', 'we would like to know of gulls in jars', 'gulls jars'],
  ['nor “details of”', 'show me the details of gulls and jars', 'gulls jars'],
  [
    'nor “with special emphasis on”',
    'gulls and tides with special emphasis on jars',
    'gulls tides jars',
  ],
  ['nor in capitals', 'WHAT PAPERS ARE THERE ON GULLS', 'gulls'],
  [
    'when a long one only asks, its words count',
    'find information on relevant papers please',
    'find information relevant papers please',
  ],
  ['nothing has no words', '', ''],
])('%s: %j', (_, text, words) => {
  expect(counting(text)).toBe(words);
});

test('words that do not count still keep others apart', () => {
  expect(queryWords('gulls in jars')).toEqual([
    { word: 'gulls', counts: true },
    { word: 'in', counts: false },
    { word: 'jars', counts: true },
  ]);
});
