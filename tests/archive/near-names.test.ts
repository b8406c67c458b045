import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { nearNames } from '../../src/archive/near-names.ts';
import { millisecondsOf } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 1000 });

const near = (...names: readonly string[]): readonly (readonly [number, number])[] =>
  nearNames(names.map((name) => name.split(' ')));
const areNear = (a: string, b: string): boolean => near(a, b).length > 0;

describe('nearNames', () => {
  test.each([
    ['the same words', 'jars on shelves', 'jars on shelves'],
    ['a letter more at the end', 'jars on shelf', 'jars on shelfs'],
    ['a letter more at the start', 'ajars on shelves', 'jars on shelves'],
    ['another letter', 'jars on shelves', 'jars on shelven'],
    ['two other letters side by side', 'jars on shelves', 'jars on shelvna'],
    ['two letters swapped', 'jars on shelves', 'jars on shevles'],
    ['letters of any script', 'банки на полках', 'банки на полкаx'],
    ['a word with a mark', 'jars on शेल्फ', 'jars on शेल्फि'],
    ['a function word more', 'jars on shelves', 'jars on the shelves'],
    ['a function word less', 'the jars', 'jars'],
    ['another function word', 'jars on shelves', 'jars in shelves'],
    ['the article “a” more', 'jars on shelves', 'jars on a shelves'],
    ['a word written in two', 'bookshelves of jars', 'book shelves of jars'],
    ['a word written in three', 'statoftheart jars', 'stat ofthe art jars'],
    ['words divided elsewhere', 'jar son shelves', 'jars on shelves'],
    ['a word more in a title of nine', 'a b c d e f g h', 'a b c d e f g h jars'],
    ['a word less in the middle', 'aa bb cc dd jars ee ff gg hh', 'aa bb cc dd ee ff gg hh'],
    ['a word of four letters with another', 'jars', 'jarz'],
    ['a word of four letters with two others', 'jars', 'jabz'],
  ])('finds %s', (_, a, b) => {
    expect(near(a, b)).toEqual([[0, 1]]);
    expect(near(b, a)).toEqual([[0, 1]]);
  });

  test.each([
    ['another word', 'jars on shelves', 'jars on tables'],
    ['three other letters', 'jars on shelves', 'jars on sheabc'],
    ['two other letters apart', 'jars on shelves', 'jars on ahelvea'],
    ['a short word with another letter', 'jar on shelves', 'car on shelves'],
    ['two words with a slip each', 'jarrs on shelvess', 'jars on shelves'],
    ['words in another order', 'jars on shelves', 'shelves on jars'],
    ['another number', 'jars 10', 'jars 11'],
    ['a number more', 'jars on shelves', 'jars on shelves 2'],
    ['a number more in a long title', 'a b c d e f g h', 'a b c d e f g h 2'],
    ['another version', 'jars 1.5b on shelves', 'jars 1.6b on shelves'],
    ['part I and part II', 'jars on shelves i', 'jars on shelves ii'],
    ['part XVI and part XVII', 'jars xxiv', 'jars xxvi'],
    ['a letter of a series', 'jars on shelves part b', 'jars on shelves part c'],
    ['a letter of a series more', 'jars on shelves', 'jars on shelves b'],
    ['a function word for a letter', 'jars a shelves', 'jars b shelves'],
    ['a number within a word', 'llama2 on shelves', 'llama3 on shelves'],
    ['a number at the end of a word', 'llama on shelves', 'llama3 on shelves'],
    ['a sign at the end of a word', 'shelves on jars', 'shelves++ on jars'],
    ['a word more in a title of eight', 'a b c d e f g', 'a b c d e f g jars'],
    ['a number for a word', 'jars of xxiv', 'jars of xxivo'],
    ['two words more', 'a b c d e f g h', 'a b c d e f g h red jars'],
    ['a function word for a word', 'jars on shelves', 'jars under shelves'],
    ['a word more and one less', 'jars on long shelves', 'big jars on shelves'],
    ['a number divided elsewhere and more', '1 12 jars', '11 2 3 jars'],
  ])('does not take for near: %s', (_, a, b) => {
    expect(near(a, b)).toEqual([]);
    expect(near(b, a)).toEqual([]);
  });

  test('gives pairs in order, each once, the smaller index first', () => {
    const names = ['gulls', 'jars of shelves', 'tides', 'jars on shelves', 'gulls', 'jars shelves'];
    expect(near(...names)).toEqual([
      [0, 4],
      [1, 3],
      [1, 5],
      [3, 5],
    ]);
  });

  test('takes no name alone for a pair', () => {
    expect(near()).toEqual([]);
    expect(near('jars jars')).toEqual([]);
    expect(nearNames([[], ['']])).toEqual([[0, 1]]);
  });

  test('of a series of more than forty finds none', () => {
    const series = (length: number): readonly string[] =>
      Array.from({ length }, (_, index) => {
        const letter = String.fromCharCode(0x430 + index);
        return `jars named ${letter.repeat(5)}`;
      });
    const alike = ['jars named zzzzz', 'jars named zzzzy'];
    expect(near(...series(38), ...alike)).toEqual([[38, 39]]);
    expect(near(...series(39), ...alike)).toEqual([]);
  });

  test('finds a pair among many names that have little in common', () => {
    const others = Array.from({ length: 60 }, (_, index) => `word${String(index)} of nothing`);
    expect(near(...others, 'jars on shelves', 'jars on shelfes')).toEqual([[60, 61]]);
  });

  test('takes time in proportion to the number of names', () => {
    const names = Array.from({ length: 20_000 }, (_, index) =>
      `on word${String(index)} and word${String(index % 97)} of jar${String(index * 7)}`.split(' '),
    );
    expect(millisecondsOf(() => nearNames(names))).toBeLessThan(2000);
  });
});

describe('against all pairs compared one by one', () => {
  const FUNCTION_WORDS =
    'a an the of for in on with via and to toward towards from by as is are at into using'.split(
      ' ',
    );
  const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.includes(word);
  const tellsApart = (word: string): boolean =>
    !isFunctionWord(word) && /^(?:\d[\w.+-]*|[ivxlc]+|[a-z])$/.test(word);
  const without = (words: readonly string[], index: number): readonly string[] =>
    words.filter((_, each) => each !== index);

  /** One or two neighbouring letters of each word taken out make them the same. */
  function isSlip(a: string, b: string): boolean {
    if (Math.max(a.length, b.length) < 4) return false;
    for (let start = 0; start <= Math.min(a.length, b.length); start += 1)
      for (const inA of [0, 1, 2])
        for (const inB of [0, 1, 2]) {
          const [restA, restB] = [a, b].map((word, index) => {
            const taken = [inA, inB][index] ?? 0;
            const letters = word.slice(start, start + taken);
            if (letters.length < taken || /[^\p{L}\p{M}]/u.test(letters)) return undefined;
            return word.slice(0, start) + word.slice(start + taken);
          });
          if (restA !== undefined && restA === restB) return true;
        }
    return false;
  }

  function isNear(a: readonly string[], b: readonly string[]): boolean {
    if (a.join('') === b.join('')) return true;
    const [short, long] = a.length <= b.length ? [a, b] : [b, a];
    if (short.length === long.length) {
      const at = a.flatMap((word, index) => (word === b[index] ? [] : [index]));
      const [only = -1] = at;
      const [inA = '', inB = ''] = [a[only], b[only]];
      if (at.length !== 1 || tellsApart(inA) || tellsApart(inB)) return false;
      return isSlip(inA, inB) || (isFunctionWord(inA) && isFunctionWord(inB));
    }
    return long.some((word, index) => {
      const isOneMore = without(long, index).join(' ') === short.join(' ');
      const isSmall = isFunctionWord(word) || (long.length >= 9 && !tellsApart(word));
      return isOneMore && isSmall;
    });
  }

  const word = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('jars', 'jar', 'jarss', 'shelf', 'shelfs', 'shlef') },
    { weight: 2, arbitrary: fc.constantFrom('the', 'a', 'of', 'on', 'in', 'b', 'i', 'ii', '2') },
    { weight: 1, arbitrary: fc.constantFrom('gull', 'gull2', 'gull++', 'gullé', '1.5b', 'ajar') },
  );
  const title = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 4 }),
    fc.array(fc.constantFrom('red', 'jars', 'of', 'x'), { minLength: 7, maxLength: 10 }),
  );

  test('finds the same', () => {
    fc.assert(
      fc.property(fc.array(title, { maxLength: 12 }), (names) => {
        const expected = names.flatMap((a, first) =>
          names.flatMap((b, second) => (first < second && isNear(a, b) ? [[first, second]] : [])),
        );
        expect(nearNames(names)).toEqual(expected);
      }),
    );
  });

  test('agrees on two names that differ by one change', () => {
    const change = fc.constantFrom('', 'z', 'ze', 'zex', '1', ' ', ' the ', ' b ');
    fc.assert(
      fc.property(title, fc.nat(40), fc.nat(3), change, (words, at, cut, added) => {
        const text = words.join(' ');
        const changed = `${text.slice(0, at)}${added}${text.slice(at + cut)}`.trim();
        fc.pre(changed !== '');
        const other = changed.split(/\s+/);
        expect(areNear(text, other.join(' '))).toBe(isNear(words, other));
      }),
    );
  });
});
