import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { correctionsOf, editDistance } from '../../src/search/spelling.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 1000 });

/** `network:5 gulls` → words with their weights, 0 unless given. */
const vocabulary = (text: string): readonly { word: string; weight: number }[] =>
  text.split(' ').map((each) => {
    const [word = '', weight = '0'] = each.split(':');
    return { word, weight: Number(weight) };
  });
const corrections = (word: string, known: string): readonly string[] =>
  correctionsOf(word, vocabulary(known)).map((words) => words.join(' '));

describe('correctionsOf', () => {
  test.each([
    ['a letter more', 'gullls', 'gulls jars', ['gulls']],
    ['a letter less', 'guls', 'gulls jars', ['gulls']],
    ['another letter', 'gullz', 'gulls jars', ['gulls']],
    ['two letters swapped', 'glulers', 'gullers jars', ['gullers']],
    ['another first letter', 'hulls', 'gulls jars', ['gulls']],
    ['two mistakes in a long word', 'shelwing', 'shelving jars', ['shelving']],
    ['two mistakes in a long word', 'sheltwing', 'shelving jars', ['shelving']],
    [
      'the fewest mistakes first',
      'shelvinge',
      'shelving:0 sheltinge:0 shelbings:9',
      ['shelving', 'sheltinge'],
    ],
    ['the more frequent first', 'gullz', 'gulls:1 gulle:4 gully:9', ['gully', 'gulle', 'gulls']],
    ['the same first letter before a frequency', 'gullz', 'bullz:1 gulls:0', ['gulls', 'bullz']],
    ['at most three', 'gullz', 'gulla gullb gullc gulld', ['gulla', 'gullb', 'gullc']],
    ['two words written as one', 'redjars', 'red:3 jars:3', ['red jars']],
    ['one mistake rather than two words', 'redjars', 'red:3 jars:3 redjar:0', ['redjar']],
    [
      'two words rather than two mistakes',
      'gulltides',
      'gull:3 tides:3 gulltyde:9',
      ['gull tides'],
    ],
  ])('finds %s', (_, word, known, expected) => {
    expect(corrections(word, known)).toEqual(expected);
  });

  test.each([
    ['a word of three letters', 'jat', 'jar'],
    ['a number', '2025', '2024'],
    ['two mistakes in a short word', 'gulpe', 'gulls'],
    ['three mistakes', 'shelbbbng', 'shelving'],
    ['two mistakes, one of them in the first letter', 'xhelwing', 'shelving'],
    ['two rare words written as one', 'redjars', 'red:2 jars:3'],
    ['a word and a part of two letters', 'injars', 'in:5 jars:5'],
    ['nothing of nothing', 'gulls', ''],
  ])('takes for nothing else: %s', (_, word, known) => {
    expect(corrections(word, known)).toEqual([]);
  });
});

describe('editDistance', () => {
  test.each([
    ['', '', 0],
    ['gull', 'gull', 0],
    ['gull', 'gul', 1],
    ['gull', 'gulls', 1],
    ['gull', 'bull', 1],
    ['gull', 'glul', 1],
    ['gull', 'lgul', 2],
    // A letter that was swapped is not edited again.
    ['ca', 'abc', 3],
  ])('from %j to %j is %j', (a, b, edits) => {
    expect(editDistance(a, b, 9)).toBe(edits);
    expect(editDistance(b, a, 9)).toBe(edits);
  });

  test('says no more than that it is more', () => {
    expect(editDistance('gull', 'jars', 2)).toBe(3);
    expect(editDistance('gull', 'gull and jars', 2)).toBe(3);
  });

  test('is what trying everything gives', () => {
    const tried = (a: string, b: string): number => {
      if (a === '' || b === '') return a.length + b.length;
      const [x, y] = [a.slice(1), b.slice(1)];
      const isSwapped = /^(.)(.).*\n\2\1/.test(`${a}\n${b}`);
      return Math.min(
        tried(x, y) + Number(!b.startsWith(a.charAt(0))),
        tried(x, b) + 1,
        tried(a, y) + 1,
        isSwapped ? tried(x.slice(1), y.slice(1)) + 1 : Infinity,
      );
    };
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(word, word, fc.nat(6), (a, b, most) => {
        const [edits, fewest] = [editDistance(a, b, most), tried(a, b)];
        if (fewest <= most) expect(edits).toBe(fewest);
        else expect(edits).toBeGreaterThan(most);
      }),
    );
  });
});
