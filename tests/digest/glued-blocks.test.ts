import { describe, expect, test } from 'vitest';

import { separateGlued } from '../../src/digest/glued-blocks.ts';
import { blocksOf } from '../helpers.ts';

const separate = (
  ...texts: readonly string[]
): { blocks: readonly string[]; cut: readonly string[] } => {
  const { blocks, cut } = separateGlued(blocksOf(...texts));
  return { blocks: blocks.map(({ text }) => text), cut: cut.map(({ text }) => text) };
};
const partsOf = (...texts: readonly string[]): readonly string[] => separate(...texts).blocks;
function isWhole(...texts: readonly string[]): boolean {
  const { blocks, cut } = separate(...texts);
  if (cut.length === 0) expect(blocks).toEqual(texts);
  return cut.length === 0;
}

/** Text of so many characters, without a full stop. */
const letters = (length: number): string => 'jars of glass '.repeat(50).slice(0, length - 1) + 'x';
const LONG = letters(161);
const TITLE = 'Jars on shelves';

describe('a title on its abstract', () => {
  test('is cut off', () => {
    expect(separate(`${TITLE}\n${LONG}`)).toEqual({
      blocks: [TITLE, LONG],
      cut: [`${TITLE}\n${LONG}`],
    });
  });

  test('knows its place, and so does the abstract', () => {
    const { blocks } = separateGlued([{ text: `${TITLE}\n  ${LONG}`, line: 7, column: 1 }]);
    expect(blocks).toEqual([
      { text: TITLE, line: 7, column: 1 },
      { text: `  ${LONG}`, line: 8, column: 3 },
    ]);
  });

  test('is one when the second line is longer than anybody wraps', () => {
    expect(isWhole(`${TITLE}\n${letters(160)}`)).toBe(true);
    expect(isWhole(`${TITLE}\n${letters(161)}`)).toBe(false);
  });

  test('is one when it is shorter than three fifths of the abstract', () => {
    expect(isWhole(`${letters(119)}\n${letters(200)}`)).toBe(false);
    expect(isWhole(`${letters(120)}\n${letters(200)}`)).toBe(true);
    expect(isWhole(`${letters(121)}\n${letters(200)}`)).toBe(true);
  });

  test('is cut off with every line of the block', () => {
    expect(partsOf(`${TITLE}\n${LONG}\n${LONG}`)).toEqual([TITLE, LONG, LONG]);
  });

  test('in several blocks is cut off in each', () => {
    const [first, second] = [`${TITLE}\n${LONG}`, `Gulls\n${LONG}`];
    expect(separate(first, 'Tides', second)).toEqual({
      blocks: [TITLE, LONG, 'Tides', 'Gulls', LONG],
      cut: [first, second],
    });
  });
});

/** Five lines of 60 characters, 304 with their ends; the last one shorter. */
const LINES = [
  'We put forty jars of river water on a shelf and waited there',
  'for a week until half of them had turned green, which no one',
  'who had built the usual model of shelves expected from them.',
  'Another shelf, which was higher than the first by two hands,',
  'gave the same result.',
];
const ABSTRACT = LINES.join('\n');

describe('a title on an abstract that is wrapped', () => {
  test('is cut off', () => {
    expect(separate(`${TITLE}\n${ABSTRACT}`)).toEqual({
      blocks: [TITLE, ABSTRACT],
      cut: [`${TITLE}\n${ABSTRACT}`],
    });
  });

  test('may be wrapped too', () => {
    const title = `Jars of many kinds and colours on a shelf of a certain height\nand width`;
    expect(partsOf(`${title}\n${ABSTRACT}`)).toEqual([title, ABSTRACT]);
  });

  test('alternates with further ones', () => {
    const block = `${TITLE}\n${ABSTRACT}\nGulls in jars\n${ABSTRACT}`;
    expect(partsOf(block)).toEqual([TITLE, ABSTRACT, 'Gulls in jars', ABSTRACT]);
  });

  test('may follow an abstract', () => {
    expect(partsOf(`${ABSTRACT}\nGulls in jars\n${ABSTRACT}`)).toEqual([
      ABSTRACT,
      'Gulls in jars',
      ABSTRACT,
    ]);
  });

  test('at the end of a block is one above an abstract', () => {
    const block = `${TITLE}\n${ABSTRACT}\nGulls in jars`;
    expect(partsOf(block, ABSTRACT)).toEqual([TITLE, ABSTRACT, 'Gulls in jars', ABSTRACT]);
    expect(isWhole(block)).toBe(true);
    expect(isWhole(block, 'Tides')).toBe(true);
  });

  test('at the end of a block is none above another title with its abstract', () => {
    const next = `Tides and gulls\n${ABSTRACT}`;
    expect(partsOf(`${TITLE}\n${ABSTRACT}\nKey words and jars`, next)).toEqual([
      `${TITLE}\n${ABSTRACT}\nKey words and jars`,
      'Tides and gulls',
      ABSTRACT,
    ]);
  });

  test.each([
    ['has fewer than eight letters', 'Jarsxyz'],
    ['ends with a full stop', 'Jars on shelves.'],
    ['ends with a colon', 'Jars on shelves:'],
    ['ends with a comma', 'Jars on shelves,'],
    ['ends with a semicolon', 'Jars on shelves;'],
    ['holds an address', 'Code: https://example.org'],
    ['holds a plain address', 'Code: http://example.org'],
  ])('is none when it %s', (_, title) => {
    expect(isWhole(`${title}\n${ABSTRACT}`)).toBe(true);
  });

  test('may hold a colon and full stops', () => {
    expect(isWhole(`Jars: shelves no. 1, 2; 3\n${ABSTRACT}`)).toBe(false);
  });

  test('is one from eight letters on', () => {
    expect(isWhole(`Jarsxyzw\n${ABSTRACT}`)).toBe(false);
  });

  test('is none with more than 200 letters', () => {
    // A line that is shorter than the others by 30 is one that somebody meant to end.
    const title = (length: number): string =>
      `${'jar '.repeat(30).trim()}\n${'x'.repeat(length - 120)}`;
    const wide = (text: string): string =>
      `${text}\n${`${'jar '.repeat(30).trim()}\n`.repeat(2)}jars.`;
    expect(title(200).length).toBe(200);
    expect(isWhole(wide(title(200)))).toBe(false);
    expect(isWhole(wide(title(201)))).toBe(true);
  });

  test.each(['.', '!', '?', '."', '.’', '.”', ".'", '.)', '.]', '!”)'])(
    'stands on an abstract that ends with %s',
    (end) => {
      expect(isWhole(`${TITLE}\n${ABSTRACT.slice(0, -1)}${end}`)).toBe(false);
    },
  );

  test('stands on no text without a final stop', () => {
    expect(isWhole(`${TITLE}\n${ABSTRACT.slice(0, -1)}`)).toBe(true);
  });

  test('stands on no text of fewer than 200 letters', () => {
    const text = (length: number): string => {
      const whole = LINES.slice(0, 4).join('\n');
      return `${whole.slice(0, length - 1)}.`;
    };
    expect(isWhole(`${TITLE}\n${text(200)}`)).toBe(false);
    expect(isWhole(`${TITLE}\n${text(199)}`)).toBe(true);
  });

  test('is cut off only where its line is shorter than the next word explains', () => {
    // The widest line has 60 letters: a line of 50 with the next word and a space is meant to end there.
    const line = (length: number): string => `${'t'.repeat(length - 5)} jars`;
    expect(isWhole(`${line(47)}\n${ABSTRACT}`)).toBe(false);
    expect(isWhole(`${line(48)}\n${ABSTRACT}`)).toBe(true);
  });

  test('counts no space around a line', () => {
    expect(isWhole(`${TITLE}${' '.repeat(50)}\n${ABSTRACT}`)).toBe(false);
    expect(isWhole(`${TITLE}\n    ${ABSTRACT}`)).toBe(false);
  });

  test('is none in two titles or two abstracts', () => {
    expect(isWhole(`${TITLE}\n${TITLE}\n${ABSTRACT}`)).toBe(true);
    expect(isWhole(`${ABSTRACT}\n${ABSTRACT}`)).toBe(true);
    expect(isWhole(`${TITLE}\nGulls in jars`)).toBe(true);
  });
});

describe('a block without a title in it', () => {
  test.each([
    ['a line', TITLE],
    ['a long line', LONG],
    ['a wrapped title', 'Jars on shelves\nof different heights'],
    ['a wrapped abstract', ABSTRACT],
    ['a list', 'One jar.\nTwo jars.\nThree jars.'],
  ])('stays whole: %s', (_, text) => {
    expect(separate(text)).toEqual({ blocks: [text], cut: [] });
  });

  test('may be missing', () => {
    expect(separate()).toEqual({ blocks: [], cut: [] });
  });
});
