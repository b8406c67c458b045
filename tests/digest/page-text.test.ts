import { describe, expect, test } from 'vitest';

import { separatePageText } from '../../src/digest/page-text.ts';
import { abstractOn, blocksOf } from '../helpers.ts';

const HEADER = [
  'new',
  'Get trending papers in your email inbox!',
  'Subscribe',
  'byAK and the research community',
  'Mar 11',
];
const TITLE = 'Jars on shelves';
const ABSTRACT = abstractOn('jars');

/** What becomes of these blocks, as texts. */
function separate(...texts: readonly string[]): Record<string, readonly string[]> {
  const { pageText, unknown, content } = separatePageText(blocksOf(...texts));
  const text = (block: { text: string }): string => block.text;
  return { page: pageText.map(text), unknown: unknown.map(text), content: content.map(text) };
}

const datesOf = (...texts: readonly string[]): readonly string[] =>
  separatePageText(blocksOf(...texts)).dateLines.map(
    ({ day, month, line }) => `${String(day)}/${String(month)} in line ${String(line)}`,
  );

describe('the header of a page', () => {
  test('is told from the papers below it, date line included', () => {
    expect(separate(...HEADER, TITLE, ABSTRACT)).toEqual({
      page: HEADER,
      unknown: [],
      content: [TITLE, ABSTRACT],
    });
    expect(datesOf(...HEADER, TITLE, ABSTRACT)).toEqual(['11/3 in line 9']);
  });

  test('may be missing', () => {
    expect(separate(TITLE, ABSTRACT)).toEqual({
      page: [],
      unknown: [],
      content: [TITLE, ABSTRACT],
    });
  });

  test('may be only a date', () => {
    expect(separate('11 March 2025', TITLE, ABSTRACT).page).toEqual(['11 March 2025']);
  });

  test('may be only a button', () => {
    expect(separate('new', TITLE, ABSTRACT)).toEqual({
      page: ['new'],
      unknown: [],
      content: [TITLE, ABSTRACT],
    });
  });

  test('may come in another order', () => {
    const reordered = HEADER.toReversed();
    expect(separate(...reordered, TITLE, ABSTRACT)).toEqual({
      page: reordered,
      unknown: [],
      content: [TITLE, ABSTRACT],
    });
  });

  test.each([
    'Get daily papers in your e-mail inbox',
    'get the latest papers in your inbox every morning!',
    'By @AK',
    'by AK and the community.',
  ])('is recognised by %j', (line) => {
    expect(separate(line, TITLE, ABSTRACT).page).toEqual([line]);
  });

  test.each(['NEW', 'Trending', 'Daily Papers', 'weekly papers', 'Log In', 'Hugging Face', 'Docs'])(
    'may start with %j',
    (line) => {
      expect(separate(line, 'Mar 11', TITLE, ABSTRACT).page).toEqual([line, 'Mar 11']);
    },
  );

  test('keeps unknown lines above the date apart, to be reported', () => {
    expect(separate('new', 'Sponsored by nobody', 'Mar 11', TITLE, ABSTRACT)).toEqual({
      page: ['new', 'Mar 11'],
      unknown: ['Sponsored by nobody'],
      content: [TITLE, ABSTRACT],
    });
  });

  test('may be one block of lines', () => {
    expect(separate(HEADER.join('\n'), TITLE, ABSTRACT)).toEqual({
      page: HEADER,
      unknown: [],
      content: [TITLE, ABSTRACT],
    });
  });

  test('run together with the first title is cut off it; a wrapped title stays whole', () => {
    const block = `${HEADER.join('\n')}\nJars on shelves\nof different heights`;
    expect(separate(block, ABSTRACT)).toEqual({
      page: HEADER,
      unknown: [],
      content: ['Jars on shelves\nof different heights', ABSTRACT],
    });
    expect(datesOf(block, ABSTRACT)).toEqual(['11/3 in line 5']);
  });

  test('is recognised whatever white space is in its lines', () => {
    const lines = ['\tSubscribe ', ' Get  trending papers in your\u00a0email inbox!', ' Mar  11\t'];
    expect(separate(...lines, TITLE, ABSTRACT).page).toEqual(lines);
  });

  test('may hold unknown lines between its own in one block', () => {
    const header = 'new\nSponsored by nobody\nby AK\nNo longer\nMar 11';
    expect(separate(header, TITLE, ABSTRACT)).toEqual({
      page: ['new', 'by AK', 'Mar 11'],
      unknown: ['Sponsored by nobody', 'No longer'],
      content: [TITLE, ABSTRACT],
    });
    expect(datesOf(header, TITLE, ABSTRACT)).toEqual(['11/3 in line 5']);
  });

  test('may start with an unknown line where its banner is in the block', () => {
    const banner = 'Get trending papers in your email inbox!';
    expect(separate(`A logo\n${banner}\nMar 11\n${TITLE}`, ABSTRACT)).toEqual({
      page: [banner, 'Mar 11'],
      unknown: ['A logo'],
      content: [TITLE, ABSTRACT],
    });
  });

  test.each([`${TITLE}\nMar 11`, `${TITLE}\nnew\nMar 11`])(
    'is not below the first line of a block without a banner: %j',
    (block) => {
      expect(separate(block, ABSTRACT).content).toEqual([block, ABSTRACT]);
    },
  );

  test('ends above a long line, whatever is below it', () => {
    const block = `new\n${ABSTRACT}\nGet trending papers in your email inbox!`;
    expect(separate(block).content).toEqual([block]);
  });

  test('is not the first word of a title that is wrapped', () => {
    expect(separate('Mar 11', 'Models\nof jars', ABSTRACT).content).toEqual([
      'Models\nof jars',
      ABSTRACT,
    ]);
  });

  test('run together knows the place of the title below it', () => {
    const { content } = separatePageText(blocksOf(`Mar 11\n  ${TITLE}`, ABSTRACT));
    expect(content[0]).toMatchObject({ line: 2, column: 3 });
  });

  test('never swallows an abstract that starts like one of its lines', () => {
    const abstract = `Subscribe ${ABSTRACT}`;
    expect(separate('Mar 11', TITLE, abstract).content).toEqual([TITLE, abstract]);
  });
});

describe('page text below the first paper', () => {
  test('a second copy of the header is page text again', () => {
    const second = ['A second title', abstractOn('a second thing')];
    expect(separate(...HEADER, TITLE, ABSTRACT, ...HEADER, ...second)).toEqual({
      page: [...HEADER, ...HEADER],
      unknown: [],
      content: [TITLE, ABSTRACT, ...second],
    });
  });

  test('a second copy does not swallow papers with short abstracts above it', () => {
    const short = ['A short title', 'A short abstract of one sentence.'];
    expect(separate(...HEADER, ...short, ...HEADER, TITLE, ABSTRACT)).toEqual({
      page: [...HEADER, ...HEADER],
      unknown: [],
      content: [...short, TITLE, ABSTRACT],
    });
  });

  test('a footer does not swallow papers with short abstracts above it', () => {
    const short = ['A short title', 'A short abstract of one sentence.'];
    const footer = 'Get trending papers in your email inbox!';
    expect(separate('Mar 11', ...short, footer)).toEqual({
      page: ['Mar 11', footer],
      unknown: [],
      content: short,
    });
  });

  test('buttons at the end of the file are page text', () => {
    expect(separate(...HEADER, TITLE, ABSTRACT, 'Previous', 'Next')).toMatchObject({
      page: [...HEADER, 'Previous', 'Next'],
      content: [TITLE, ABSTRACT],
    });
  });

  test.each(['Trending', 'New', 'Models', 'Papers'])(
    'the title %j between two papers is a title',
    (title) => {
      const { content } = separate(...HEADER, TITLE, ABSTRACT, title, abstractOn(title));
      expect(content).toContain(title);
    },
  );

  test('a date alone between two papers may be a title, and is left to those who know the roles', () => {
    const texts = [...HEADER, TITLE, ABSTRACT, 'Mar 12', 'A second title', abstractOn('more')];
    expect(separate(...texts).page).toEqual(HEADER);
  });
});
