import { describe, expect, test } from 'vitest';

import { joinLines, paragraphOf, splitBlocks, splitLines } from '../../src/digest/blocks.ts';

describe('splitBlocks', () => {
  test('a blank line separates blocks; each knows the line it starts on', () => {
    expect(splitBlocks(['Title', '', 'Abstract'])).toEqual([
      { text: 'Title', line: 1, column: 1 },
      { text: 'Abstract', line: 3, column: 1 },
    ]);
  });

  test('lines without a blank line between them are one block', () => {
    expect(splitBlocks(['one', 'two'])).toEqual([{ text: 'one\ntwo', line: 1, column: 1 }]);
  });

  test('several blank lines separate like one, at the ends of the file too', () => {
    const blocks = splitBlocks(['', '', 'a', '', '', '', 'b', '']);
    expect(blocks.map(({ text, line }) => [text, line])).toEqual([
      ['a', 3],
      ['b', 7],
    ]);
  });

  test.each([' ', '\t', ' \t ', '\u00a0', '\u3000'])('a line of only %j is blank', (blank) => {
    expect(splitBlocks(['a', blank, 'b'])).toHaveLength(2);
  });

  test('the column is that of the first character that is not white space', () => {
    expect(splitBlocks(['  a'])[0]).toMatchObject({ text: '  a', column: 3 });
    expect(splitBlocks(['\ta'])[0]).toMatchObject({ column: 2 });
  });

  test('space at the end of a line does not count, at its start it does', () => {
    expect(splitBlocks(['  one \t', ' two\u00a0'])).toEqual([
      { text: '  one\n two', line: 1, column: 3 },
    ]);
  });

  test('a file without text has no blocks', () => {
    expect(splitBlocks([])).toEqual([]);
    expect(splitBlocks(['', ' '])).toEqual([]);
  });
});

describe('splitLines', () => {
  test('gives each line of a block its own place', () => {
    expect(splitLines({ text: 'a\n  b', line: 5, column: 1 })).toEqual([
      { text: 'a', line: 5, column: 1 },
      { text: '  b', line: 6, column: 3 },
    ]);
  });
});

describe('paragraphOf', () => {
  test('joins lines and collapses white space of every kind; all else stays as written', () => {
    const block = { text: ' a \n\tb\u00a0\u2003c  *d* ', line: 4, column: 2 };
    expect(paragraphOf(block)).toEqual({ text: 'a b c *d*', line: 4, column: 2 });
  });
});

describe('joinLines', () => {
  test('puts the lines of a block together again, where the first one stands', () => {
    const block = { text: '  a\nb\n c', line: 5, column: 3 };
    expect(joinLines(splitLines(block))).toEqual(block);
  });

  test('has nothing to make of no line', () => {
    expect(() => joinLines([])).toThrow('No lines to join');
  });
});
