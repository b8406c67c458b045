import { describe, expect, test } from 'vitest';

import { limits } from '../../src/digest/limits.ts';
import {
  abstractOn,
  blocks,
  codes,
  digestOf,
  millisecondsOf,
  places,
  read,
  textsOf,
  timed,
} from '../helpers.ts';

const A = abstractOn('jars');
const B = abstractOn('shelves');

describe('entries', () => {
  test('are titles with their abstracts, each in its place', () => {
    const { entries, problems } = read(blocks('Mar 11', 'Jars on shelves', A));
    expect(problems).toEqual([]);
    expect(entries).toEqual([
      {
        title: { text: 'Jars on shelves', line: 3, column: 1 },
        abstract: [{ text: A, line: 5, column: 1 }],
      },
    ]);
  });

  test('a title wrapped by hand is one title, a wrapped abstract one paragraph', () => {
    const wrapped = A.replaceAll('. ', '.\n');
    const digest = read(blocks('Jars on\nshelves', wrapped));
    expect(textsOf(digest)).toEqual([['Jars on shelves', A]]);
    expect(digest.problems).toEqual([]);
  });

  test('a title glued to its abstract is cut off it, with a warning', () => {
    const digest = read(blocks(`Jars on shelves\n${A}`, 'Shelves for jars', B));
    expect(textsOf(digest)).toEqual([
      ['Jars on shelves', A],
      ['Shelves for jars', B],
    ]);
    expect(places(digest.problems)).toEqual(['1:1 blank-line-missing']);
  });

  test.each([
    ['short', 'on shelves'],
    ['as long', `Shelf ${'y'.repeat(170)}`],
  ])('a long line with a %s one below it was wrapped by hand', (_, below) => {
    const line = `Jars ${'x'.repeat(180)}`;
    const { tally } = read(blocks('Mar 11', 'Jars on shelves', `${line}\n${below}`));
    expect(tally.blocks).toBe(3);
  });

  test('papers glued to each other are cut apart', () => {
    const digest = read(`Jars on shelves\n${A}\nShelves for jars\n${B}\n`);
    expect(textsOf(digest)).toEqual([
      ['Jars on shelves', A],
      ['Shelves for jars', B],
    ]);
  });

  test('an abstract of several paragraphs keeps them, with a warning at the second', () => {
    const digest = read(blocks('Jars on shelves', A, B, 'Shelves for jars', A));
    expect(textsOf(digest)).toEqual([
      ['Jars on shelves', A, B],
      ['Shelves for jars', A],
    ]);
    expect(places(digest.problems)).toEqual(['5:1 abstract-in-parts']);
    expect(digest.problems[0]?.message).toContain('2 paragraphs');
  });

  test('a title without an abstract is published, with a warning at its line', () => {
    const digest = read(blocks('Jars on shelves', 'Shelves for jars', B));
    expect(textsOf(digest)).toEqual([['Jars on shelves'], ['Shelves for jars', B]]);
    expect(digest.problems).toMatchObject([
      { code: 'title-without-abstract', severity: 'warning', line: 1, column: 1 },
    ]);
    expect(digest.problems[0]?.message).toContain('“Jars on shelves”');
  });

  test('an abstract without a title is an error, and the rest is published', () => {
    const digest = read(blocks(A, 'Shelves for jars', B));
    expect(textsOf(digest)).toEqual([['Shelves for jars', B]]);
    expect(digest.problems).toMatchObject([
      { code: 'abstract-without-title', severity: 'error', line: 1 },
    ]);
    expect(digest.tally).toMatchObject({ blocks: 3, titles: 1, abstracts: 1, leftOut: 1 });
  });

  test('a digest without papers is a warning', () => {
    const digest = read(blocks('new', 'Mar 11'));
    expect(digest.date).toBe('2025-03-11');
    expect(codes(digest.problems)).toEqual(['no-entries']);
  });
});

describe('hostile text is text', () => {
  test.each([
    '"x" --- slug: ../../evil',
    '__proto__: 1',
    'no',
    '2026-03-11',
    '&a *a',
    '</script><script>alert(1)</script>',
    'CON',
    'nul.txt',
    'index',
    '404',
    '...',
    '水',
    '🦔',
    '=cmd|calc',
    'A } @evil{x',
    'A\\nTY  - BOOK',
    ']]>',
    '---',
    '***',
    '# h',
    '1. x',
    '| a |',
    'import x from "y"',
    '[x]: javascript:',
  ])('the title %j is published as it is', (title) => {
    const digest = read(blocks('Mar 11', 'First', A, title, B, 'Last', A));
    expect(textsOf(digest)).toEqual([
      ['First', A],
      [title.replace('  ', ' '), B],
      ['Last', A],
    ]);
    expect(digest.problems).toEqual([]);
  });

  test('the indent of a code block is white space', () => {
    const digest = read(blocks('    Indented title', `    ${A}`));
    expect(textsOf(digest)).toEqual([['Indented title', A]]);
    expect(digest.entries[0]?.title.column).toBe(5);
  });
});

describe('a second date line', () => {
  test('of another date leaves out what stands below it, as an error', () => {
    const digest = read(blocks('Mar 11', 'First', A, 'Mar 12', 'Second', B));
    expect(textsOf(digest)).toEqual([['First', A]]);
    expect(digest.problems).toMatchObject([{ code: 'date-second', severity: 'error', line: 7 }]);
    expect(digest.tally).toEqual({ blocks: 6, pageText: 2, titles: 1, abstracts: 1, leftOut: 2 });
  });

  test('of the same date changes nothing', () => {
    const digest = read(blocks('Mar 11', 'First', A, 'Mar 11', 'Second', B));
    expect(textsOf(digest)).toEqual([
      ['First', A],
      ['Second', B],
    ]);
    expect(digest.problems).toEqual([]);
  });
});

describe('limits', () => {
  test.each([
    [limits.titleCharacters, [], 1],
    [limits.titleCharacters + 1, ['3:1 title-too-long'], 0],
  ])('a title of %i characters', (length, problems, titles) => {
    const title = 'Jar '.repeat(200).slice(0, length - 1) + 's';
    const digest = read(blocks('Mar 11', title, A));
    expect(places(digest.problems).filter((place) => !place.endsWith('no-entries'))).toEqual(
      problems,
    );
    expect(digest.tally).toMatchObject({ titles, leftOut: 2 - 2 * titles });
  });

  test.each([
    [limits.abstractCharacters, [], 1],
    [limits.abstractCharacters + 1, ['5:1 abstract-too-long'], 0],
  ])('an abstract of %i characters', (length, problems, titles) => {
    const abstract = 'Jars stand on a shelf. '.repeat(5000).slice(0, length - 1) + '.';
    const digest = read(blocks('Mar 11', 'Jars on shelves', abstract));
    expect(places(digest.problems).filter((place) => !place.endsWith('no-entries'))).toEqual(
      problems,
    );
    expect(digest.tally).toMatchObject({ titles, leftOut: 2 - 2 * titles });
  });

  test('the paragraphs of an abstract count together', () => {
    const half = 'Jars stand on a shelf. '.repeat(2500).trim();
    const digest = read(blocks('Mar 11', 'Jars on shelves', half, half, 'Shelves', B));
    expect(codes(digest.problems)).toEqual(['abstract-too-long']);
    expect(digest.tally).toEqual({ blocks: 6, pageText: 1, titles: 1, abstracts: 1, leftOut: 3 });
  });

  test.each([
    ['a line of 1 MB', 1_000_000],
    ['a paragraph of 10 MB', 10_000_000],
  ])('%s leaves out its record in under two seconds; the rest is published', (_, length) => {
    const long = 'Jars stand on a shelf. '.repeat(length / 23);
    const text = blocks('Mar 11', 'First', A, 'Long', long, 'Last', B);
    const { result: digest, milliseconds } = timed(() => read(text));
    expect(milliseconds).toBeLessThan(2000);
    expect(textsOf(digest)).toEqual([
      ['First', A],
      ['Last', B],
    ]);
    expect(places(digest.problems)).toEqual(['9:1 abstract-too-long']);
  });

  test('papers over the limit are left out, counted and reported once', () => {
    const titles = Array.from({ length: limits.entries + 2 }, (_, index) => `Jar ${String(index)}`);
    const digest = read(blocks('Mar 11', ...titles.flatMap((title) => [title, A])));
    expect(digest.entries).toHaveLength(limits.entries);
    expect(digest.problems).toMatchObject([{ code: 'too-many-entries', severity: 'error' }]);
    expect(digest.problems[0]?.message).toContain('10,002 papers');
    expect(digest.problems[0]?.line).toBe(3 + limits.entries * 4);
    expect(digest.tally).toEqual({
      blocks: 20_005,
      pageText: 1,
      titles: 10_000,
      abstracts: 10_000,
      leftOut: 4,
    });
  });

  test('as many papers as the limit are all published', () => {
    const text = Array.from({ length: limits.entries }, (_, index) => `Jar ${String(index)}`);
    const digest = read(digestOf(...text));
    expect(digest.entries).toHaveLength(limits.entries);
    expect(digest.problems).toEqual([]);
  });

  test.each([
    ['papers', 'Jar\n\nA jar is on a shelf.\n\n', 40_000],
    ['titles', 'Jar\n\n', 60_000],
    ['lines in one block', 'Jar\n', 100_000],
    ['page lines', 'Subscribe\n\n', 100_000],
    ['dates', 'Mar 11\n\n', 100_000],
    ['blank lines', '\n', 1_000_000],
  ])('a file of very many %s takes under two seconds', (_, piece, times) => {
    const text = `Jars\n\n${A}\n\n${piece.repeat(times)}`;
    expect(millisecondsOf(() => read(text))).toBeLessThan(2000);
    expect(millisecondsOf(() => read(piece.repeat(times)))).toBeLessThan(2000);
  });

  test('a file of too many papers ends in one clear error', () => {
    const digest = read('Jar\n\nA jar is on a shelf.\n\n'.repeat(20_000));
    expect(codes(digest.problems)).toEqual(['too-many-entries']);
    expect(digest.entries).toHaveLength(limits.entries);
  });
});

test('a title that is a date, directly below the date line, is a title', () => {
  const digest = read(blocks('Mar 11', '2026-03-11', A, 'Shelves for jars', B));
  expect(digest.date).toBe('2025-03-11');
  expect(textsOf(digest)).toEqual([
    ['2026-03-11', A],
    ['Shelves for jars', B],
  ]);
  expect(digest.problems).toEqual([]);
});

describe('a date in numbers that are not read the same everywhere', () => {
  test.each(['11/3/2025', '3.11.25', 'Date: 03-11-2025'])(
    '%s is no paper: it is left out and reported',
    (line) => {
      const digest = read(blocks(line, 'Gulls', abstractOn('gulls')));
      expect(textsOf(digest)).toEqual([['Gulls', abstractOn('gulls')]]);
      expect(places(digest.problems)).toEqual(['1:1 header-unknown']);
      expect(digest.tally).toMatchObject({ blocks: 3, leftOut: 1, titles: 1, abstracts: 1 });
    },
  );

  test('is the title of a paper above an abstract', () => {
    const digest = read(blocks('Gulls', abstractOn('gulls'), '11/3/2025', abstractOn('a day')));
    expect(textsOf(digest).map(([title]) => title)).toEqual(['Gulls', '11/3/2025']);
    expect(digest.problems).toEqual([]);
  });
});
