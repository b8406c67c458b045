import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { FIELD_SIZE } from '../../../src/search/engine.ts';
import { readChunk } from '../../../src/search/index/pagefind-chunk.ts';
import { bytesOf } from '../../helpers.ts';
import { propertySeed } from '../../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

type Value = number | string | readonly Value[];

/** CBOR of a value; a head is as short as can be. */
function cbor(value: Value): readonly number[] {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return [...head(3, bytesOf(value).length), ...bytesOf(value)];
  return [...head(4, value.length), ...value.flatMap(cbor)];
}

function head(type: number, value: number): readonly number[] {
  const bytes = [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
  if (value < 24) return [type * 32 + value];
  if (value < 2 ** 8) return [type * 32 + 24, ...bytes.slice(3)];
  if (value < 2 ** 16) return [type * 32 + 25, ...bytes.slice(2)];
  return [type * 32 + 26, ...bytes];
}

const file = (value: Value): Uint8Array =>
  Uint8Array.from([...bytesOf('pagefind_dcd'), ...cbor(value)]);
/** Words as `[word, [paper, [place, …]], …]`. */
const read = (chunk: Uint8Array): readonly unknown[] =>
  readChunk(chunk).map(({ word, papers, places }) => [
    word,
    ...Array.from(new Set(papers), (paper) => [
      paper,
      [...places].filter((_, index) => papers[index] === paper),
    ]),
  ]);

describe('readChunk', () => {
  test('adds up differences of papers and places', () => {
    const chunk = [
      [
        'gull',
        [
          [3, [0, 2, 5], []],
          [1, [4], []],
        ],
      ],
      ['jar', [[0, [1], []]]],
    ];
    expect(read(file([chunk]))).toEqual([
      ['gull', [3, [0, 2, 7]], [4, [4]]],
      ['jar', [0, [1]]],
    ]);
  });

  test('puts places in metadata into their fields', () => {
    expect(read(file([[['gull', [[0, [1], [-1, 2, 3, -3, 0]]]]]]))).toEqual([
      ['gull', [0, [1, FIELD_SIZE + 2, FIELD_SIZE + 5, 3 * FIELD_SIZE]]],
    ]);
  });

  test('does not take weights for places', () => {
    expect(read(file([[['gull', [[0, [3, -49, 1, 4], []]]]]]))).toEqual([['gull', [0, [3, 1, 5]]]]);
  });

  test('reads pages without metadata and words with other spellings', () => {
    const variants = [['gûll', [[0, [1], []]]]];
    expect(
      read(
        file([
          [
            ['gull', [[2, [5]]], variants],
            ['jar', []],
          ],
        ]),
      ),
    ).toEqual([['gull', [2, [5]]], ['jar']]);
  });

  const ascending = (least: number, most: number): fc.Arbitrary<readonly number[]> =>
    fc
      .uniqueArray(fc.nat(most), { minLength: least, maxLength: 8 })
      .map((numbers) => numbers.toSorted((a, b) => a - b));
  const words = fc.array(
    fc.tuple(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      ascending(0, 100_000).chain((papers) =>
        fc.tuple(...papers.map((paper) => fc.tuple(fc.constant(paper), ascending(1, 100_000)))),
      ),
    ),
    { maxLength: 6 },
  );
  const differences = (numbers: readonly number[]): readonly number[] =>
    numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
  const written = words.map((all) => {
    const list = all.map(([word, papers]) => {
      const numbers = differences(papers.map(([paper]) => paper));
      const pages = papers.map(([, places], index) => [
        numbers[index] ?? 0,
        differences(places),
        [-2, ...differences(places)],
      ]);
      return [word, pages];
    });
    return { all, chunk: file([list]) };
  });

  test('reads what was written', () => {
    fc.assert(
      fc.property(written, ({ all, chunk }) => {
        const expected = all.map(([word, papers]) => [
          word.toWellFormed(),
          ...papers.map(([paper, places]) => [
            paper,
            [...places, ...places.map((place) => 2 * FIELD_SIZE + place)],
          ]),
        ]);
        expect(read(chunk)).toEqual(expected);
      }),
    );
  });

  test('refuses a file that breaks off', () => {
    fc.assert(
      fc.property(written, fc.nat(), ({ chunk }, at) => {
        expect(() => readChunk(chunk.subarray(0, at % chunk.length))).toThrow(RangeError);
      }),
    );
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['another file', bytesOf('<!doctype html>')],
    ['a text for an array', file('gull')],
    ['a number for a word', file([[[1, []]]])],
    ['a text for a number', file([[['gull', [['a', [], []]]]]])],
    [
      'a number of eight bytes',
      Uint8Array.from([...bytesOf('pagefind_dcd'), 0x9b, 0, 0, 0, 0, 0, 0, 0, 1]),
    ],
  ])('refuses %s', (_, bytes) => {
    expect(() => readChunk(bytes)).toThrow(RangeError);
  });
});
