import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { splitBlocks } from '../../src/digest/blocks.ts';
import { formatOf } from '../../src/digest/format.ts';
import { limits } from '../../src/digest/limits.ts';
import type { Digest, Entry } from '../../src/digest/types.ts';
import {
  abstractOn,
  blocks,
  codes,
  digestOf,
  millisecondsOf,
  places,
  read,
  textsOf,
} from '../helpers.ts';
import { mailingOf, recordOf, type WrittenRecord } from '../mailings.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 200 });

const GULLS = {
  arxiv: '2503.99931',
  title: 'On Gulls',
  authors: 'Ada Keeper',
  categories: 'cs.LG',
};
const TIDES = { ...GULLS, arxiv: '2503.99932', title: 'On Tides' };
const ABSTRACT = abstractOn('gulls');

const FILE = 'digests/gulls.txt';
const mailing = (...records: readonly WrittenRecord[]): Digest => read(mailingOf(...records), FILE);
const nameOf = (text: string): string => formatOf(splitBlocks(text.split('\n'))).name;
const factsOf = ({ entries }: Digest): readonly Entry['facts'][] =>
  entries.map(({ facts }) => facts);

function isConserved({ tally, entries }: Digest): boolean {
  const { blocks: all, pageText, titles, abstracts, leftOut } = tally;
  return all === pageText + titles + abstracts + leftOut && entries.length === titles;
}

describe('a mailing', () => {
  test('has the day that ends its period as its date, whatever the file is called', () => {
    expect(mailing({ ...GULLS, abstract: [ABSTRACT] })).toMatchObject({
      date: '2025-03-11',
      problems: [],
    });
  });

  test.each([
    ['to  Tue 2 Jan 07 01:00:00 GMT', '2007-01-02'],
    ['to  Thu 31 Dec 98 01:00:00 GMT', '1998-12-31'],
    ['to  Tue, 11 Mar 2025 18:00:00 GMT', '2025-03-11'],
    ['to  11 Mar 25', '2025-03-11'],
  ])('that was received “… %s” is of %s', (to, date) => {
    const text = mailingOf(GULLS).replace(/to {2}Tue 11 Mar 25 18:00:00 GMT/, to);
    expect(read(text, FILE).date).toBe(date);
  });

  test('without a date in its head has that of the file, or of a line above the records', () => {
    const text = mailingOf(GULLS).replace(/ received from.*\n/, '');
    expect(codes(read(text, FILE).problems)).toContain('date-missing');
    expect(read(text, 'digests/2025-03-12.txt').date).toBe('2025-03-12');
    expect(read(`Mar 13, 2025\n${text}`, FILE).date).toBe('2025-03-13');
  });

  test('of another date than its file says is a warning, and of another year of the file', () => {
    const digest = read(mailingOf(GULLS), 'digests/2024-03-11.txt');
    expect(digest.date).toBe('2024-03-11');
    expect(codes(digest.problems)).toContain('date-disagrees');
  });

  test('reads a title over several lines as one line, at its place behind “Title:”', () => {
    const title =
      'Why the Gulls of a Harbour without Boats Prefer the Mooring Posts of Another One';
    const [entry] = mailing({ ...GULLS, title, abstract: [ABSTRACT] }).entries;
    expect(entry?.title).toEqual({ text: title, line: 16, column: 8 });
  });

  test('has its abstract in paragraphs, by indentation and by blank lines', () => {
    const both = mailing({ ...GULLS, abstract: [ABSTRACT, `${ABSTRACT}\n\n${ABSTRACT}`] });
    expect(textsOf(both)).toEqual([['On Gulls', ABSTRACT, ABSTRACT, ABSTRACT]]);
    expect(both.problems).toEqual([]);
  });

  test('may indent every line of an abstract', () => {
    const written = recordOf({ ...GULLS, abstract: [ABSTRACT] });
    const text = written.replaceAll(/^(?=filled|them|shelf)/gm, '  ');
    expect(text).not.toMatch(/^[a-z]+ /m);
    expect(textsOf(read(text, '2025-03-11.txt'))).toEqual([['On Gulls', ABSTRACT]]);
  });

  test('may be copied without its indentation, and each line that was indented is reported', () => {
    const title =
      'Why the Gulls of a Harbour without Boats Prefer the Mooring Posts of Another One';
    const text = mailingOf({ ...GULLS, title, abstract: [ABSTRACT] }).replaceAll(/^ +/gm, '');
    const digest = read(text, FILE);
    expect(textsOf(digest)).toEqual([[title, ABSTRACT]]);
    expect(places(digest.problems)).toEqual(['17:1 line-unindented']);
  });

  test('says nothing of a replacement without an abstract, and takes no year from it', () => {
    const text = recordOf(GULLS).replace('Date: Mon', 'replaced with revised version Mon');
    const digest = read(text, '2025-03-11.txt');
    expect(textsOf(digest)).toEqual([['On Gulls']]);
    expect(digest.problems).toEqual([]);
    expect(digest.entries[0]?.facts).not.toHaveProperty('year');
    expect(codes(mailing(GULLS).problems)).toEqual(['title-without-abstract']);
  });

  test('may lack its last rule, and its head', () => {
    const text = recordOf({ ...GULLS, abstract: [ABSTRACT] });
    expect(read(text).problems).toEqual([]);
    expect(textsOf(read(text))).toEqual([['On Gulls', ABSTRACT]]);
  });

  test('is the same with other line ends', () => {
    const text = mailingOf({ ...GULLS, abstract: [ABSTRACT] }, TIDES);
    for (const end of ['\r\n', '\r', ' \n'])
      expect(read(text.replaceAll('\n', end), FILE)).toEqual(read(text, FILE));
  });

  test('may be several mailings of one date in one file', () => {
    const text = mailingOf({ ...GULLS, abstract: [ABSTRACT] });
    const twice = read(text + text.replaceAll('On Gulls', 'On Tides'), FILE);
    expect(textsOf(twice)).toEqual([
      ['On Gulls', ABSTRACT],
      ['On Tides', ABSTRACT],
    ]);
    expect(twice.problems).toEqual([]);
  });

  test('leaves out what stands below the head of another date', () => {
    const text = mailingOf({ ...GULLS, abstract: [ABSTRACT] });
    const digest = read(text + text.replace('to  Tue 11', 'to  Wed 12'), FILE);
    expect(textsOf(digest)).toEqual([['On Gulls', ABSTRACT]]);
    expect(codes(digest.problems)).toEqual(['date-second']);
    expect(digest.tally.leftOut).toBe(2);
    expect(isConserved(digest)).toBe(true);
  });
});

describe('a broken record', () => {
  test('without a title is left out with its abstract, and reported at its first line', () => {
    const digest = mailing(
      { arxiv: '2503.99931', abstract: [ABSTRACT] },
      { ...TIDES, abstract: [ABSTRACT] },
    );
    expect(textsOf(digest)).toEqual([['On Tides', ABSTRACT]]);
    expect(places(digest.problems)).toEqual(['12:1 record-without-title']);
    expect(digest.tally.leftOut).toBe(1);
    expect(isConserved(digest)).toBe(true);
  });

  test('without an end ends where the next one starts, or at a rule', () => {
    const open = recordOf({ ...GULLS, abstract: [ABSTRACT], end: '' });
    const next = recordOf({ ...TIDES, abstract: [ABSTRACT] });
    for (const between of ['', `${'-'.repeat(78)}\n`]) {
      const digest = read(`${open}\n${between}${next}`);
      expect(textsOf(digest)).toEqual([
        ['On Gulls', ABSTRACT],
        ['On Tides', ABSTRACT],
      ]);
      expect(places(digest.problems)).toEqual(['1:1 record-unclosed']);
    }
  });

  test('without the line above it is read all the same', () => {
    const whole = recordOf({ ...TIDES, abstract: [ABSTRACT] });
    const first = recordOf({ ...GULLS, abstract: [ABSTRACT] });
    for (const start of [/^\\\\\n/, /^\\\\\narXiv.*\nDate.*\n\n/])
      expect(textsOf(read(`${first}\n${whole.replace(start, '')}`))).toEqual([
        ['On Gulls', ABSTRACT],
        ['On Tides', ABSTRACT],
      ]);
  });

  test('with its title on the line below “Title:” has the title there', () => {
    const digest = mailing({
      arxiv: '2503.99931',
      lines: ['Title:', '  On Gulls'],
      abstract: [ABSTRACT],
    });
    expect(digest.entries[0]?.title).toEqual({ text: 'On Gulls', line: 17, column: 3 });
    expect(isConserved(digest)).toBe(true);
  });

  test.each([
    [
      'a field that nobody knows',
      ['Mood: cheerful', '  and more of it'],
      'Mood: cheerful and more of it',
    ],
    ['a second title', ['Title: On Other Gulls'], 'Title: On Other Gulls'],
    ['text below a blank line', ['', 'Thrown in', 'by somebody'], 'Thrown in by somebody'],
  ])('with %s is published without it', (_, lines, text) => {
    const digest = mailing({ ...GULLS, lines, abstract: [ABSTRACT] });
    expect(textsOf(digest)).toEqual([['On Gulls', ABSTRACT]]);
    expect(digest.problems).toMatchObject([{ code: 'mailing-text-unknown', severity: 'warning' }]);
    expect(digest.problems[0]?.message).toContain(`“${text}”`);
    expect(digest.tally.leftOut).toBe(1);
    expect(isConserved(digest)).toBe(true);
  });

  test('has a title or an abstract over the limits: it is left out, the next one is not', () => {
    const digest = mailing(
      { ...GULLS, title: 'gull '.repeat(limits.titleCharacters / 4), abstract: [ABSTRACT] },
      { ...GULLS, abstract: ['gull '.repeat(limits.abstractCharacters / 4)] },
      { ...TIDES, abstract: [ABSTRACT] },
    );
    expect(textsOf(digest)).toEqual([['On Tides', ABSTRACT]]);
    expect(codes(digest.problems)).toEqual(['title-too-long', 'abstract-too-long']);
    expect(isConserved(digest)).toBe(true);
  });

  test('is no end of the others: garbage between records is reported once a block', () => {
    const [first, second] = [GULLS, TIDES].map((each) =>
      recordOf({ ...each, abstract: [ABSTRACT] }),
    );
    const digest = read(`${first ?? ''}\nGarbage\nof two lines\n\n\\\\\nand more\n${second ?? ''}`);
    expect(textsOf(digest)).toEqual([
      ['On Gulls', ABSTRACT],
      ['On Tides', ABSTRACT],
    ]);
    expect(codes(digest.problems)).toEqual(['mailing-text-unknown', 'mailing-text-unknown']);
    expect(isConserved(digest)).toBe(true);
  });
});

describe('a mailing is known by what it holds', () => {
  test('with every kind of first line that arXiv has written', () => {
    for (const id of [
      'arXiv:2503.99931',
      'arXiv:hep-th/9999901 (*cross-listing*)',
      'Paper: math.GT/9999901',
    ])
      for (const next of ['Date: x', '\nTitle: On Gulls', 'replaced with revised version x'])
        expect(nameOf(`\\\\\n${id}\n${next}`)).toBe('arXiv mailing');
  });

  test.each([
    ['two backslashes in a formula', '\\\\\n\\begin{matrix}a\\\\b\\end{matrix}'],
    ['two backslashes and an id in one line', '\\\\ arXiv:2503.99931\nTitle: On Gulls'],
    ['an id alone', 'arXiv:2503.99931\nDate: Mon, 10 Mar 2025'],
    ['an id that a sentence follows', '\\\\\narXiv:2503.99931\nsays otherwise.'],
    ['fields without an id', '\\\\\nTitle: On Gulls\nAuthors: Ada Keeper'],
    ['a rule', '-'.repeat(78)],
  ])('and a page with %s is none', (_, odd) => {
    const text = blocks('Mar 11', 'On Gulls', ABSTRACT, 'On Tides', `${ABSTRACT}\n${odd}`);
    expect(nameOf(text)).toBe('trending page');
  });

  test('and a page that quotes one record is a page', () => {
    const text = digestOf('On Gulls', 'On Tides', 'On Jars', 'On Nets', 'On Lamps', 'On Shelves');
    const quoted = recordOf({ ...GULLS, abstract: ['A line.'] });
    const long = digestOf(...Array.from({ length: 20 }, (_, n) => `On Gulls, Part ${String(n)}`));
    expect(nameOf(`${text}\n${long}\n${quoted}\n\n${long}`)).toBe('trending page');
  });
});

describe('properties', () => {
  const word = fc.stringMatching(/^[A-Za-z]{1,12}$/);
  const words = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
    fc.array(word, { minLength, maxLength }).map((list) => list.join(' '));
  const name = fc.tuple(fc.stringMatching(/^[A-Z]\.$/), fc.stringMatching(/^[A-Z][a-z]{3,9}$/));
  const written = fc.record({
    id: fc.stringMatching(/^(?:\d{4}\.\d{5}|hep-th\/\d{7})$/),
    title: words(1, 30),
    authors: fc.array(
      name.map((parts) => parts.join(' ')),
      { minLength: 1, maxLength: 20 },
    ),
    categories: fc.uniqueArray(fc.constantFrom('cs.LG', 'hep-th', 'stat.ML', 'cond-mat.str-el'), {
      minLength: 1,
    }),
    // Only where a line is not indented, it is certain that the first one of a paragraph is.
    abstract: fc.array(words(50, 80), { minLength: 1, maxLength: 3 }),
  });

  test('what is written as a mailing is read back: titles, authors, ids, categories, abstracts', () => {
    fc.assert(
      fc.property(
        fc.array(written, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (entries, isAnd) => {
          const digest = mailing(
            ...entries.map(({ id, title, authors, categories, abstract }) => ({
              arxiv: id,
              title,
              authors: authors.join(', ').replace(/, (?=[^,]*$)/, isAnd ? ' and ' : ', '),
              categories: categories.join(' '),
              abstract,
            })),
          );
          expect(digest.problems).toEqual([]);
          expect(textsOf(digest)).toEqual(
            entries.map(({ title, abstract }) => [title, ...abstract]),
          );
          expect(factsOf(digest)).toEqual(
            entries.map(({ id, authors, categories }) => ({
              arxiv: id,
              authors,
              categories,
              year: 2025,
            })),
          );
        },
      ),
    );
  });

  test('no line of a mailing is lost, whichever lines are taken out, doubled or moved', () => {
    const lines = mailingOf(
      { ...GULLS, abstract: [ABSTRACT] },
      { ...TIDES, abstract: [ABSTRACT] },
    ).split('\n');
    const mangled = fc.array(fc.nat({ max: lines.length - 1 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(mangled, (order) => {
        const digest = read(order.map((index) => lines[index]).join('\n'));
        expect(isConserved(digest)).toBe(true);
      }),
    );
  });
});

test.each([
  ['delimiters', '\\\\\n'],
  ['records that only start', '\\\\\narXiv:2503.99931\n'],
  ['lines of garbage', 'garbage\n'],
  ['lines of one title', '  and gulls\n'],
  ['paragraphs of one abstract', '    gull\n\n'],
  ['opening parentheses', '  ((((((((((((((((\n'],
])('a mailing of 100,000 lines of %s takes less than a second', (_, line) => {
  const start = `${recordOf({ ...GULLS, abstract: [ABSTRACT] })}\n\\\\\narXiv:2503.99932\nTitle: On Tides\n`;
  const lines = 100_000 / (line.split('\n').length - 1);
  expect(millisecondsOf(() => read(start + line.repeat(lines)))).toBeLessThan(1000);
  const authors = `${start}Authors: A. Gull\n`;
  expect(millisecondsOf(() => read(authors + line.repeat(lines)))).toBeLessThan(1000);
});
