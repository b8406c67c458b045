import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { neighbours } from '../../../src/archive/relate/neighbours.ts';
import type { PaperText } from '../../../src/archive/relate/types.ts';
import { propertySeed } from '../../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 200 });

const text = (abstract: string, title = ''): PaperText => ({ title, abstract });
/** Texts that share no word with others, so that the words of the others are not everywhere. */
const FILL = ['rope knots', 'bread ovens', 'clay bricks', 'iron nails', 'wool coats'].map((each) =>
  text(each),
);
/** Numbers of the neighbours of the first text. */
const ofFirst = (...texts: readonly PaperText[]): readonly number[] =>
  (neighbours([...texts, ...FILL], 'en', 10)[0] ?? []).map(({ paper }) => paper);
const termsOfFirst = (...texts: readonly PaperText[]): readonly string[] =>
  neighbours([...texts, ...FILL], 'en', 1)[0]?.[0]?.terms ?? [];

describe('the neighbours of a paper', () => {
  test('are those that share a word with it, in whatever form', () => {
    expect(ofFirst(text('Gulls nest.'), text('Tides rise.'), text('A nesting gull.'))).toEqual([2]);
  });

  test('come in order of how much they share, equal ones in their own order', () => {
    expect(
      ofFirst(
        text('gulls nest on cliffs'),
        text('gulls near harbours'),
        text('gulls nest on cliffs'),
        text('gulls nest near harbours'),
        text('gulls nest on cliffs'),
      ),
    ).toEqual([2, 4, 3]);
  });

  test('leave out what shares next to nothing', () => {
    const words = (letter: string): string =>
      Array.from({ length: 30 }, (_, number) => `word${letter}${letter.repeat(number)}`).join(' ');
    const papers = [`${words('a')} gulls`, `${words('a')} tides`, `${words('b')} gulls`];
    expect(ofFirst(...[...papers, `${words('b')} tides`].map((title) => text(title)))).toEqual([1]);
  });

  test('share what papers are about, not how they talk', () => {
    expect(
      ofFirst(
        text('towards a novel approach to gulls'),
        text('a survey: gulls'),
        text('towards a novel approach'),
      ),
    ).toEqual([1]);
  });

  test('share rare words rather than frequent ones', () => {
    expect(
      ofFirst(
        text('gulls and jars'),
        text('some jars'),
        text('some gulls'),
        ...['green jars', 'glass jars', 'old jars'].map((each) => text(each)),
      ).slice(0, 1),
    ).toEqual([2]);
  });

  test('share pairs of words rather than the same words apart', () => {
    expect(
      ofFirst(text('red jars'), text('jars that are not red'), text('many red jars that leak')),
    ).toEqual([2, 1]);
  });

  test('share the title rather than the abstract', () => {
    expect(
      ofFirst(text('tides', 'Gulls'), text('jars', 'Tides'), text('jars', 'Gulls')).slice(0, 2),
    ).toEqual([2, 1]);
  });

  test.each([
    ['nothing', '', ''],
    ['stop words alone', 'We have these.', 'We have these.'],
    ['numbers alone', '17 of 2025', '17 of 2025'],
    ['symbols alone', 'x, y: p = q', 'x, y: p = q'],
  ])('are none when texts have %s', (_, one, other) => {
    expect(ofFirst(text(one), text(other))).toEqual([]);
  });

  test('are found in two papers that are the whole archive', () => {
    expect(
      neighbours([text('gulls'), text('gulls')], 'en', 3).map((list) => list[0]?.paper),
    ).toEqual([1, 0]);
  });

  test.each([
    ['German, where words are not stemmed', 'de', 'Möwen am Hafen', 'Die Möwen'],
    ['Chinese, where nothing separates words', 'zh', '海鸥筑巢', '关于海鸥'],
    ['Russian', 'ru', 'чайки у моря', 'чайки'],
  ])('are found in %s', (_, language, one, other) => {
    const found = neighbours([text(one), text(other), ...FILL], language, 5);
    expect(found[0]?.map(({ paper }) => paper)).toEqual([1]);
  });

  test('may have nothing to do with the paper but what its first neighbours say: these are left out', () => {
    const chain = [text('gulls nest'), text('nest tides'), text('tides')];
    expect(ofFirst(...chain)).toEqual([1]);
  });
});

describe('what two papers share is told', () => {
  test.each([
    ['as the paper itself writes it', ['Gull Nests.', 'gull nest'], ['Gull Nests']],
    ['as within a sentence', ['Jars break. All jars do.', 'jars'], ['jars']],
    ['with its hyphen', ['k-means gulls', 'k means gulls'], ['means gulls']],
    [
      'as one phrase where pairs overlap',
      ['low-rank gull nests', 'low rank gull nests'],
      ['low-rank gull nests'],
    ],
    [
      'each word once',
      ['gull nests, gull eggs', 'gull nests and gull eggs'],
      ['gull nests', 'eggs'],
    ],
    ['without genitives', ["the gull's", 'gull'], ['gull']],
    ['without fragments', ['go gulls', 'gulls go'], ['gulls']],
  ])('%s', (_, [one = '', other = ''], expected) => {
    expect(termsOfFirst(text(one), text(other))).toEqual(expected);
  });

  test('in four terms at most', () => {
    const words = 'gulls. tides. jars. harbours. cliffs. storms.';
    expect(termsOfFirst(text(words), text(words))).toHaveLength(4);
  });
});

describe('for any texts', () => {
  const words = fc.array(
    fc.constantFrom('gull', 'gulls', 'the', 'Jar', 'tide', 'red', 'x', '7', '.', '海'),
    {
      maxLength: 8,
    },
  );
  const texts = fc.array(
    fc.record({
      title: words.map((each) => each.join(' ')),
      abstract: fc.oneof(
        words.map((each) => each.join(' ')),
        fc.string({ unit: 'grapheme' }),
      ),
    }),
    { maxLength: 9 },
  );

  test('lists are as long as asked for at most, in order, without the paper itself', () => {
    fc.assert(
      fc.property(texts, fc.nat(5), (each, count) => {
        const lists = neighbours(each, 'en', count);
        expect(lists).toHaveLength(each.length);
        for (const [paper, list] of lists.entries()) {
          expect(list.length).toBeLessThanOrEqual(count);
          expect(list.map((neighbour) => neighbour.paper)).not.toContain(paper);
          expect(list).toEqual(list.toSorted((a, b) => b.score - a.score || a.paper - b.paper));
          expect(new Set(list.map((neighbour) => neighbour.paper)).size).toBe(list.length);
        }
      }),
    );
  });

  test('who is related to whom is mutual, and a shorter list is the start of a longer one', () => {
    fc.assert(
      fc.property(texts, (each) => {
        const lists = neighbours(each, 'en', each.length);
        const isRelated = (one: number, other: number): boolean =>
          lists[one]?.some(({ paper }) => paper === other) ?? false;
        for (const one of each.keys())
          for (const other of each.keys())
            expect(isRelated(one, other)).toBe(isRelated(other, one));
        for (const [paper, list] of neighbours(each, 'en', 2).entries())
          expect(list).toEqual(lists[paper]?.slice(0, list.length));
      }),
    );
  });

  test('terms stand in the text', () => {
    fc.assert(
      fc.property(texts, (each) => {
        for (const [paper, list] of neighbours(each, 'en', 3).entries())
          for (const { terms } of list)
            for (const term of terms)
              expect(`${each[paper]?.title ?? ''}\n${each[paper]?.abstract ?? ''}`).toContain(term);
      }),
    );
  });
});
