import { describe, expect, test } from 'vitest';

import { FIELDS, placeOf, type Field, type Places } from '../../src/search/engine.ts';
import { fieldOf, papersWithPhrase, papersWithWord, placesIn } from '../../src/search/postings.ts';
import { indexed, type Indexed } from './memory-engine.ts';

/** A word in papers: for each its number and its places. */
function postings(word: string, ...papers: readonly (readonly [number, ...number[]])[]): Indexed {
  return indexed(word, new Map(papers.map(([paper, ...places]) => [paper, places])));
}

const title = (position: number): number => placeOf('title', position);
const red = postings('red', [0, 4], [2, 1, title(0)], [7, 0]);
const jars = postings('jars', [0, 5], [2, 3, title(1)], [5, 0], [7, 5]);
const pots = postings('pots', [7, 1]);

test.each(FIELDS)('fieldOf finds %s again', (field: Field) => {
  expect(fieldOf(placeOf(field, 0))).toBe(field);
  expect(fieldOf(placeOf(field, 100_000))).toBe(field);
});

describe('papersWithWord', () => {
  const found = (lists: readonly Indexed[], fields: readonly Field[]): readonly number[] => [
    ...papersWithWord(lists, (field) => fields.includes(field)),
  ];

  test.each([
    ['in any field', [red], FIELDS, [0, 2, 7]],
    ['in one field', [red], ['title'], [2]],
    ['in a field where nobody has it', [red], ['authors'], []],
    ['in no field', [red], [], []],
    ['or another word', [pots, jars], ['title'], [2]],
    ['of no words', [], FIELDS, []],
  ] as const)('finds a word %s', (_, lists, fields, papers) => {
    expect(found(lists, fields)).toEqual(papers);
  });
});

test.each([
  ['the first paper', 0, [4]],
  ['one in the middle', 2, [1, title(0)]],
  ['the last', 7, [0]],
  ['one before the first', -1, []],
  ['one between', 5, []],
  ['one after the last', 8, []],
])('placesIn of %s', (_, paper, places) => {
  expect(placesIn([red], paper)).toEqual(places);
});

test('placesIn takes several words together', () => {
  expect(placesIn([red, pots, jars], 7)).toEqual([0, 1, 5]);
  expect(placesIn([], 7)).toEqual([]);
});

describe('papersWithPhrase', () => {
  const found = (
    words: readonly (readonly Places[])[],
    fields: readonly Field[] = FIELDS,
  ): readonly number[] => [...papersWithPhrase(words, (field) => fields.includes(field))];

  test.each([
    ['one word', [[red]], undefined, [0, 2, 7]],
    ['one word in a field', [[red]], ['title'], [2]],
    ['one word in several fields', [[red]], ['authors', 'title'], [2]],
    ['one word in no field', [[red]], [], []],
    ['a word where nobody has it', [[red]], ['authors'], []],
    ['words one after the other', [[red], [jars]], undefined, [0, 2]],
    ['in a field', [[red], [jars]], ['title'], [2]],
    ['the other way round', [[jars], [red]], undefined, []],
    ['one of several words at a place', [[red], [jars, pots]], undefined, [0, 2, 7]],
    ['a word that no paper has', [[red], []], undefined, []],
    ['no words', [], undefined, []],
  ] as const)('finds %s', (_, words, fields, papers) => {
    expect(found(words, fields)).toEqual(papers);
  });

  test('does not go on from one field to the next', () => {
    const last = postings('last', [0, placeOf('authors', 9)]);
    const first = postings('first', [0, title(0)]);
    expect(found([[last], [first]])).toEqual([]);
  });
});
