import { describe, expect, test } from 'vitest';

import { abstractOn, blocks, digestOf, millisecondsOf, places, read, textsOf } from '../helpers.ts';
import { mailingOf, recordOf } from '../mailings.ts';

const ABSTRACT = abstractOn('nets');
const NETS = { arxiv: '2503.99951', title: 'On Nets', authors: 'A. Keeper', abstract: [ABSTRACT] };
const RECORD = recordOf(NETS);
const SUBJECTS = ['Gulls', 'Tides', 'Jars', 'Shelves', 'Ferries', 'Lamps'];
const PAGE = digestOf(...SUBJECTS.map((subject) => `On ${subject}`));
const alone = read(PAGE);

/** The same text, and the problems and the tally that it has beside a mailing. */
function expectPageAnd(text: string, place: string, leftOut: number): void {
  const digest = read(text);
  expect(textsOf(digest)).toEqual(textsOf(alone));
  expect(places(digest.problems)).toEqual([...places(alone.problems), place]);
  const { tally } = alone;
  expect(digest.tally).toEqual({ ...tally, blocks: tally.blocks + leftOut, leftOut });
}

describe('a record of a mailing in a page', () => {
  const lines = PAGE.split('\n').length;
  const below = `${String(lines + 1)}:1 mailing-in-other-format`;

  test('is left out below the papers and reported where it starts, with the line where it ends', () => {
    const text = `${PAGE}\n${RECORD}\n`;
    expectPageAnd(text, below, 2);
    const [problem] = read(text).problems;
    expect(problem?.severity).toBe('error');
    expect(problem?.message).toContain(`to line ${String(text.trimEnd().split('\n').length)}`);
  });

  test('is left out above them', () => {
    const text = `${RECORD}\n\n${PAGE}`;
    const digest = read(text);
    expect(textsOf(digest)).toEqual(textsOf(alone));
    expect(places(digest.problems)).toEqual(['1:1 mailing-in-other-format']);
  });

  test('is left out between the lines of others, which are read as if it were not there', () => {
    const digest = read(`${PAGE.trimEnd()}\n${RECORD}\nOn Nets\n\n${ABSTRACT}\n`);
    expect(textsOf(digest)).toEqual([...textsOf(alone), ['On Nets', ABSTRACT]]);
    expect(digest.tally.leftOut).toBe(2);
  });

  test('is one problem with its neighbours and the head of its mailing', () => {
    const two = mailingOf(NETS, { ...NETS, arxiv: '2503.99952' }).replace(
      /^Machine Learning\n/m,
      '',
    );
    const many = [...SUBJECTS, ...SUBJECTS].map(
      (subject, index) => `On ${subject} ${String(index)}`,
    );
    const page = digestOf(...many, ...many.map((title) => `${title}, Again`));
    const digest = read(`${page}\n${two}`);
    expect(textsOf(digest)).toEqual(textsOf(read(page)));
    expect(digest.problems).toHaveLength(1);
  });

  test('ends, where its own end is missing, at the last block that is surely its own', () => {
    const open = recordOf({ ...NETS, end: '' }).trimEnd();
    expectPageAnd(`${PAGE}\n${open}\n`, below, 2);
    const page = blocks(PAGE.trimEnd(), 'On Kelp', ABSTRACT, 'On Buoys', ABSTRACT);
    const digest = read(`${page}\n${open}\n\nOn Salt\n\n${ABSTRACT}\n`);
    expect(textsOf(digest)).toEqual([...textsOf(read(page)), ['On Salt', ABSTRACT]]);
  });

  test('is none without a field below its id', () => {
    const digest = read(`${PAGE}\n\\\\\narXiv:2503.99951\nOn Nets\n\n${ABSTRACT}\n`);
    expect(digest.entries).toHaveLength(alone.entries.length + 1);
  });
});

test('a record of a mailing in a Markdown list is left out, above it and below a paper', () => {
  const list = blocks('# Mar 11', ...SUBJECTS.flatMap((subject) => [`## On ${subject}`, ABSTRACT]));
  for (const text of [`${RECORD}\n\n${list}`, `${list}\n${RECORD}\n`]) {
    const digest = read(text);
    expect(textsOf(digest)).toEqual(textsOf(read(list)));
    expect(digest.problems.map(({ code }) => code)).toContain('mailing-in-other-format');
    expect(digest.tally.leftOut).toBe(2);
  }
});

test('40,000 lines of starts without ends take less than a second', () => {
  const text = `${PAGE}\n${'\\\\\narXiv:2503.99951\nTitle: A\n\nwords\n\nwords\n\nmore words\n\nand more\n\n\n'.repeat(5000)}`;
  expect(millisecondsOf(() => read(text))).toBeLessThan(1000);
});
