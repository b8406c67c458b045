import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { excerptFor, highlight, type Marks } from '../../src/search/highlight.ts';
import { wordsOf } from '../../src/text/words.ts';
import { millisecondsOf } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 500 });

/** `red jars` or `red jars | gnn | rj`: words, acronyms and initials. */
const marksOf = (text: string): Marks => {
  const [words = [], acronyms = [], initials = []] = text
    .split('|')
    .map((list) => list.split(' ').filter((word) => word !== ''));
  return { words, acronyms, initials };
};
/** The text with brackets around what is marked. */
const marked = (text: string, marks: string): string =>
  highlight(text, marksOf(marks))
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('highlight', () => {
  test.each([
    ['a word', 'gulls', 'Of gulls, and jars.', 'Of [gulls], and jars.'],
    ['at both ends', 'gulls jars', 'Gulls and jars', '[Gulls] and [jars]'],
    ['in capitals and with accents', 'cafe', 'CAFÉ, Cafe\u0301', '[CAFÉ], [Cafe\u0301]'],
    ['with its ligature', 'fine', 'ﬁne', '[ﬁne]'],
    ['with its genitive', 'gull', 'a gull’s jar', 'a [gull’s] jar'],
    ['neighbours as one', 'red jars', 'two red jars', 'two [red jars]'],
    ['and with a hyphen between them', 'k nn', 'a k-NN search', 'a [k-NN] search'],
    ['but not over punctuation', 'red jars', 'red, jars', '[red], [jars]'],
    ['nor over a word', 'red jars', 'red old jars', '[red] old [jars]'],
    ['whole words only', 'jar', 'jars and jar', 'jars and [jar]'],
    [
      'what an acronym stands for',
      'gnn | gnn',
      'a GNN is a graph neural network.',
      'a [GNN] is a [graph neural network].',
    ],
    ['not where a word of it is short', 'gan | gan', 'gulls are near', 'gulls are near'],
    ['nor for a word that is none', 'red', 'robust efficient search', 'robust efficient search'],
    [
      'it where it overlaps itself',
      'jjj | jjj',
      'some jarred jolly jumpy jelly rolls',
      'some [jarred jolly jumpy jelly] rolls',
    ],
    ['acronyms of the words', '| | gnn', 'a GNN, two GNNs', 'a [GNN], two [GNNs]'],
    ['acronyms with more small letters', '| | gn', 'GNs, Gns, gns, GNX', '[GNs], Gns, gns, GNX'],
    ['not words with their initials', '| | gnn', 'green narrow nets', 'green narrow nets'],
    ['not words like them', '| | red', 'red, Red', 'red, Red'],
    ['letters beyond the first 65,536', '𐐷', 'red 𐐷 jar', 'red [𐐷] jar'],
    [
      'an acronym after such letters',
      'gnn | gnn',
      '𐐷 𐐷 graph neural nets',
      '𐐷 𐐷 [graph neural nets]',
    ],
    ['Chinese', '鸥', '海鸥瓶', '海[鸥]瓶'],
    ['nothing', 'tides', 'gulls and jars', 'gulls and jars'],
  ])('marks %s', (_, marks, text, expected) => {
    expect(marked(text, marks)).toBe(expected);
  });

  test('of no text is no piece', () => {
    expect(highlight('', marksOf('gulls | gnn | gnn'))).toEqual([]);
  });

  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(fc.constantFrom('gull', 'Jars', 'red', 'k-NN', 'É', '漢字', ' ', ', ', '. '))
      .map((parts) => parts.join('')),
  );
  const marksIn = (each: string): fc.Arbitrary<Marks> => {
    const known = ['gull', 'red', 'nn', '字', 'gj', 'gjr'];
    return fc.record({
      words: fc.subarray([...wordsOf(each), ...known]),
      acronyms: fc.subarray(known.filter((word) => word.length > 1)),
      initials: fc.subarray(['nn', 'gjr', 'é字']),
    });
  };
  const withMarks = text.chain((each) => fc.tuple(fc.constant(each), marksIn(each)));

  test('loses and adds nothing, and two pieces in a row are not both unmarked', () => {
    fc.assert(
      fc.property(withMarks, ([each, marks]) => {
        const pieces = highlight(each, marks);
        expect(pieces.map((piece) => piece.text).join('')).toBe(each);
        pieces.forEach((piece, index) => {
          expect(piece.text).not.toBe('');
          if (index > 0) expect(piece.marked || pieces[index - 1]?.marked).toBe(true);
        });
      }),
    );
  });

  test('marks every word that is looked for', () => {
    fc.assert(
      fc.property(withMarks, ([each, marks]) => {
        const left = highlight(each, marks).filter((piece) => !piece.marked);
        for (const piece of left)
          for (const word of wordsOf(piece.text)) expect(marks.words).not.toContain(word);
      }),
    );
  });
});

describe('excerptFor', () => {
  const filler = 'Water stood in the yard for a week. ';
  const of = (text: string, marks: string, length = 60): string =>
    excerptFor(text, marksOf(marks), length);

  test('of a short text is the text', () => {
    expect(of('A gull on a jar.', 'jar')).toBe('A gull on a jar.');
  });

  test('starts at the beginning when nothing is found', () => {
    expect(of(filler.repeat(9), 'gulls')).toBe(
      'Water stood in the yard for a week. Water stood in the yard…',
    );
  });

  test('starts with the sentence of what is found', () => {
    expect(of(`${filler.repeat(4)}Then came gulls. ${filler.repeat(4)}`, 'gulls')).toBe(
      '… Then came gulls. Water stood in the yard for a week. Water…',
    );
  });

  test('starts near it in a long sentence', () => {
    const text = `${'water and sand and '.repeat(9)}gulls ${'or wind and rain '.repeat(9)}`;
    expect(of(text, 'gulls')).toMatch(/^… (?:\w+ ){1,5}gulls .*\w…$/);
  });

  test('prefers where more of the different words are', () => {
    const text = `Red gulls. ${filler.repeat(4)}Red jars of gulls. ${filler.repeat(4)}`;
    expect(of(text, 'red jars gulls')).toContain('Red jars of gulls.');
  });

  test('stays at the beginning when the same words are elsewhere, too', () => {
    const text = `Red gulls. ${filler.repeat(9)}The red sand met gulls. ${filler.repeat(9)}`;
    expect(of(text, 'red gulls')).toMatch(/^Red gulls\. Water/);
  });

  test('does not count a word that is there again and again', () => {
    const text = `${filler.repeat(9)}Gulls, gulls, gulls. ${filler.repeat(9)}Red gulls.`;
    expect(of(text, 'red gulls')).toMatch(/Red gulls\.$/);
  });

  test.each([
    ['the last word', 'gulls', 'gulls'],
    ['the last word with its full stop', 'gulls.', 'gulls'],
    ['the last sentence', 'Then came red gulls.', 'red gulls'],
    ['a short last sentence', 'Gulls!', 'gulls'],
  ])('reaches the end when that is %s', (_, end, marks) => {
    for (const length of [60, 61, 75, 280]) {
      const excerpt = of(`${filler.repeat(20)}${end}`, marks, length);
      expect(excerpt).toMatch(/^… \w/);
      expect(excerpt.endsWith(end)).toBe(true);
      expect(excerpt.length).toBeGreaterThan(length - 30);
    }
  });

  test.each([
    ['one long word', 'x'.repeat(500), 'x', `${'x'.repeat(60)}…`],
    ['Chinese', '海'.repeat(100), '鸥', `${'海'.repeat(60)}…`],
    [
      'Chinese with what is found',
      `${'海'.repeat(100)}鸥${'海'.repeat(100)}`,
      '鸥',
      /^… 海+鸥海+…$/,
    ],
    ['Chinese with what is found at its end', `${'海'.repeat(100)}鸥`, '鸥', /^… 海{59}鸥$/],
    ['letters of two parts', '𐐷'.repeat(100), 'x', `${'𐐷'.repeat(30)}…`],
    ['as many and one', `a${'𐐷'.repeat(100)}`, 'x', `a${'𐐷'.repeat(29)}…`],
  ])('of a text without spaces is not empty: %s', (_, text, marks, expected) => {
    const excerpt = of(text, marks);
    if (typeof expected === 'string') expect(excerpt).toBe(expected);
    else expect(excerpt).toMatch(expected);
  });

  const piece = fc.constantFrom('red', 'sand.', 'rain!', '海', ' ', ' ', ' ', 'x'.repeat(40));

  test('shows a word that is found, wherever it is', () => {
    const part = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(part, part, (before, after) => {
        const text = `${before} gull ${after}`;
        const excerpt = excerptFor(text, marksOf('gull'));
        expect(wordsOf(excerpt)).toContain('gull');
        expect(text).toContain(excerpt.replace(/^… /, '').replace(/…$/, ''));
      }),
    );
  });

  test('has no half of a character', () => {
    const text = fc
      .array(fc.oneof(piece, fc.constant('𐐷')), { minLength: 20, maxLength: 120 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 99 }), (each, length) => {
        const excerpt = excerptFor(each, marksOf('red 海'), length);
        expect(excerpt.isWellFormed()).toBe(true);
      }),
    );
  });

  test('is part of the text, little longer than asked', () => {
    const word = fc.constantFrom('gull', 'jars', 'red', 'of', 'sand.', 'wind,', 'rain!', 'a');
    const text = fc.array(word, { maxLength: 80 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.subarray(['gull', 'jars', 'red', 'rain']), (each, marks) => {
        const excerpt = excerptFor(each, { words: marks, acronyms: [], initials: [] }, 50);
        expect(excerpt.length).toBeLessThanOrEqual(53);
        expect(each).toContain(excerpt.replace(/^… /, '').replace(/…$/, ''));
        if (each.length > 50) expect(excerpt.length).toBeGreaterThan(20);
      }),
    );
  });

  test.each(['gull and jar ', 'gull ', 'gull.', 'a ', 'x', '. ', '海', '𐐷'])(
    'takes little time for the longest abstract, of %j again and again',
    (unit) => {
      const text = unit.repeat(100_000 / unit.length);
      const marks = marksOf('gull jar a 海 | gjg aaa | gj');
      expect(millisecondsOf(() => excerptFor(text, marks))).toBeLessThan(3000);
    },
  );
});
