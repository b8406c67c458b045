import { describe, expect, test } from 'vitest';

import { splitBlocks } from '../../src/digest/blocks.ts';
import { formatOf } from '../../src/digest/format.ts';
import { abstractOn, blocks, codes, millisecondsOf, places, read, textsOf } from '../helpers.ts';

const ABSTRACT = abstractOn('gulls');
const nameOf = (text: string): string => formatOf(splitBlocks(text.split('\n'))).name;

describe('a Markdown list', () => {
  test.each([
    '# 11 March 2025',
    '# Papers of Mar 11, 2025',
    '# Papers (11 March 2025)',
    '# 2025-03-11: papers on gulls',
    '# Tuesday, 11 March 2025',
  ])('has the date of its heading “%s”', (heading) => {
    const digest = read(blocks(heading, '## On Gulls', ABSTRACT), 'digests/gulls.txt');
    expect(digest.date).toBe('2025-03-11');
    expect(textsOf(digest)).toEqual([['On Gulls', ABSTRACT]]);
    expect(digest.problems).toEqual([]);
  });

  test.each([
    ['no date', blocks('# Gulls', '## On Gulls', ABSTRACT)],
    ['a date in the middle', blocks('# Of 11 March 2025 I sing of gulls', '## On Gulls', ABSTRACT)],
    [
      'two paragraphs below its heading',
      blocks('# 11 March 2025', 'On Jars', ABSTRACT, '## On Gulls', ABSTRACT),
    ],
    [
      'two paragraphs below its heading, the first without a blank line',
      blocks('# 11 March 2025\nOn Jars', ABSTRACT, '## On Gulls', ABSTRACT),
    ],
    ['another level below', blocks('# 11 March 2025', '### On Gulls', ABSTRACT)],
    ['something above it', blocks('On Jars', ABSTRACT, '# 11 March 2025', '## On Gulls', ABSTRACT)],
  ])('is not certain with %s, and read as a page', (_, text) => {
    expect(nameOf(text)).toBe('trending page');
  });

  test.each([
    ['3:1', '# Mar 11\n\nAll of gulls,\nor nearly.\n\n'],
    ['2:1', '# Mar 11\nAll of gulls,\nor nearly.\n'],
    ['2:1', '# Mar 11\nAll of gulls,\nor nearly.\n\n'],
    ['3:1', '# Mar 11\n\nAll of gulls,\nor nearly.\n'],
  ])('may have an introduction, which is left out and reported at %s', (place, start) => {
    const digest = read(`${start}## On Gulls\n\n${ABSTRACT}\n`);
    expect(textsOf(digest)).toEqual([['On Gulls', ABSTRACT]]);
    expect(places(digest.problems)).toEqual([`${place} introduction-left-out`]);
    expect(digest.problems[0]?.message).toContain('“All of gulls, or nearly.”');
    expect(digest.tally).toEqual({ blocks: 4, pageText: 1, titles: 1, abstracts: 1, leftOut: 1 });
  });

  test('interprets nothing in titles and paragraphs', () => {
    const texts = [
      '## *On* [Gulls](https://example.org) ##',
      '- an item',
      '> words',
      '### three',
      '| a |',
    ];
    const digest = read(blocks('# Mar 11', ...texts));
    expect(textsOf(digest)).toEqual([['*On* [Gulls](https://example.org) ##', ...texts.slice(1)]]);
  });

  test('may do without blank lines, and have rules between papers', () => {
    const text = `# Mar 11\n## On Gulls\n${ABSTRACT}\n---\n## On Tides\nOne line\nand another.\n***\n`;
    const digest = read(text);
    expect(textsOf(digest)).toEqual([
      ['On Gulls', ABSTRACT],
      ['On Tides', 'One line and another.'],
    ]);
    expect(digest.tally).toEqual({ blocks: 7, pageText: 3, titles: 2, abstracts: 2, leftOut: 0 });
  });

  test('leaves out what stands below the heading of another date, and a title without an abstract is reported', () => {
    const digest = read(blocks('# Mar 11', '## On Gulls', '# Mar 12', '## On Tides', ABSTRACT));
    expect(textsOf(digest)).toEqual([['On Gulls']]);
    expect(codes(digest.problems)).toEqual(['date-second', 'title-without-abstract']);
    expect(digest.tally).toEqual({ blocks: 5, pageText: 2, titles: 1, abstracts: 0, leftOut: 2 });
  });

  test('points at a title behind its signs', () => {
    const { problems } = read(blocks('# Mar 11', '##   On Gulls'));
    expect(places(problems)).toEqual(['3:6 title-without-abstract']);
  });

  test.each(['# ', '## a\n', '#'.repeat(1000), '---\n', '# Mar 11\n'])(
    'of 100,000 lines of %j takes less than a second',
    (line) => {
      const text = `# Mar 11\n## On Gulls\n${`${line}\n`.repeat(100_000)}`;
      expect(millisecondsOf(() => read(text))).toBeLessThan(1000);
    },
  );
});
