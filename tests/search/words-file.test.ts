import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { FIELDS } from '../../src/search/engine.ts';
import type { SearchRecord } from '../../src/search/index/records.ts';
import { placesFile, wordsFile } from '../../src/search/index/words-files.ts';
import { readPlaces, readWordsFile } from '../../src/search/words-file.ts';
import { indexed, invertedInMemory, type Indexed } from './memory-engine.ts';
import { placeOf } from '../../src/search/engine.ts';

const record = (words: Partial<SearchRecord>): SearchRecord => ({
  abstract: [],
  also: [],
  authors: [],
  names: [],
  title: [],
  ...words,
});

/** What the files of some papers say of every word. */
function written(records: readonly SearchRecord[]): readonly Indexed[] {
  const words = invertedInMemory(records);
  const file = readWordsFile(wordsFile({ first: 7, words }));
  expect(file.first).toBe(7);
  const places = placesFile(words);
  return file.words.map((postings, index) => ({
    ...postings,
    ...readPlaces(places, index, postings),
  }));
}

/** The same, found by looking at each paper for each word. */
function expected(records: readonly SearchRecord[]): readonly Indexed[] {
  const words = new Set(records.flatMap((each) => FIELDS.flatMap((field) => each[field])));
  words.delete('');
  return [...words].sort().map((word) => {
    const places = records.map((each) =>
      FIELDS.flatMap((field) =>
        each[field].flatMap((other, at) => (other === word ? [placeOf(field, at)] : [])),
      ),
    );
    const having = [...places.entries()].filter(([, each]) => each.length > 0);
    return indexed(word, new Map(having));
  });
}

describe('words that are written and read again', () => {
  test.each<[string, readonly SearchRecord[]]>([
    ['are where they were', [record({ title: ['red', 'jars'], abstract: ['red'] })]],
    ['are as often there, however often', [record({ abstract: Array<string>(300).fill('red') })]],
    ['… in the title', [record({ title: Array<string>(5).fill('red') })]],
    [
      '… exactly as often as a byte has room for',
      [record({ abstract: Array<string>(15).fill('a'), title: ['a', 'a', 'a'] })],
    ],
    [
      'are in other fields, too',
      [record({ also: ['rj'], authors: ['jo', '', 'jo'], names: ['7'] })],
    ],
    [
      'are in papers far apart',
      [
        record({ title: ['a'] }),
        ...Array.from({ length: 300 }, () => record({})),
        record({ title: ['a'] }),
      ],
    ],
    ['are none', [record({})]],
    ['are of any script', [record({ title: ['海', 'ż', '𝕐', '😀'] })]],
  ])('%s', (_, records) => {
    expect(written(records)).toEqual(expected(records));
  });

  test('are the same, whatever they are', () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom('red', 'reds', 'jar', ''),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
      ),
      { maxLength: 30 },
    );
    const records = fc.array(
      fc.record({ abstract: words, also: words, authors: words, names: words, title: words }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(records, (all) => {
        expect(written(all)).toEqual(expected(all));
      }),
    );
  });
});

test.each([1, 5, 12])('a file that is cut off after %d bytes is not read', (length) => {
  const file = wordsFile({
    first: 0,
    words: invertedInMemory([record({ title: ['red', 'jars', 'gulls'] })]),
  });
  expect(() => readWordsFile(file.subarray(0, length))).toThrow(RangeError);
});
