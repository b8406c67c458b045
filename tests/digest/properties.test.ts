import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { paragraphOf, splitBlocks } from '../../src/digest/blocks.ts';
import { isoDate, readDateLine } from '../../src/digest/dates.ts';
import { decode } from '../../src/digest/decode.ts';
import { textOf } from '../../src/digest/display-nodes.ts';
import { displayText, displayTree } from '../../src/digest/display.ts';
import { separatePageText } from '../../src/digest/page-text.ts';
import { readDigest } from '../../src/digest/read.ts';
import { assignRoles } from '../../src/digest/roles.ts';
import { abstractOn, blocksOf, bytesOf, millisecondsOf, paragraphsOf, raw } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

/** Text made of what decoding has to look at, between ordinary characters. */
const troubledText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'\0\b\n\r\t\u0085\u2028\u00ad\u200b\u200c\u200d\u202e\u2060\ufeff\ufffd\ufffe\ufdd0',
        '\u{1f3f4}',
        '\u{e0067}',
        '\u{e007f}',
        '👩',
        '🏽',
        'क',
        'ا',
        'a',
        'é',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }).filter((text) => text.isWellFormed()),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('decode', () => {
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there
  const UNWANTED = /[\0-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]/u;

  test('never yields U+FFFD, a control character, a noncharacter or a line end', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array({ maxLength: 40 }), troubledText.map(bytesOf)),
        fc.boolean(),
        (bytes, isText) => {
          const padding = isText ? bytesOf('ordinary words, so that it is a text. '.repeat(4)) : [];
          const { lines } = decode(raw([...padding, ...bytes]));
          expect(lines.filter((line) => UNWANTED.test(line))).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('changes nothing without saying so, and keeps every visible character', () => {
    fc.assert(
      fc.property(troubledText, (middle) => {
        const text = `${'ordinary words. '.repeat(10)}${middle}`;
        const { lines, problems } = decode(raw(text));
        const kept = lines.join('\n');
        if (problems.length === 0)
          expect(kept).toBe(text.replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, '\n'));
        const visible = /[\p{L}\p{N}\p{P}\p{S}]/gu;
        expect(kept.match(visible)).toEqual(text.replaceAll('\ufffd', '').match(visible));
      }),
    );
  });

  test('of a text gives the same lines whatever ends them', () => {
    const end = fc.constantFrom('\r\n', '\r', '\u0085', '\u2028', '\u2029');
    const line = fc.constantFrom('', ' ', 'a title', 'an abstract.', '\t');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), end, (lines, separator) => {
        const expected = decode(raw(['a', ...lines].join('\n')));
        expect(decode(raw(['a', ...lines].join(separator)))).toEqual(expected);
      }),
    );
  });

  test('of what it has decoded changes nothing', () => {
    fc.assert(
      fc.property(troubledText, (text) => {
        const once = decode(raw(`${'ordinary words. '.repeat(10)}${text}`)).lines;
        expect(decode(raw(once.join('\n')))).toEqual({ lines: once, problems: [] });
      }),
    );
  });

  test('finds the byte that is wrong', () => {
    const text = fc.string({ unit: 'grapheme' });
    const wrong = fc.constantFrom([0xff], [0x80], [0xc3, 0x20], [0xe9, 0x20], [0xed, 0xe9, 0xe9]);
    fc.assert(
      fc.property(text, wrong, text, (before, bad, after) => {
        const start = [...bytesOf(`${'ordinary words. '.repeat(10)}${before}`)];
        const { problems } = decode(raw([...start, ...bad, ...bytesOf(after)]));
        const offset = start.length.toLocaleString('en-GB');
        expect(problems.map(({ message }) => message)).toEqual([
          `The file is not valid UTF-8 at byte offset ${offset}.`,
        ]);
      }),
    );
  });
});

const usualBlock = fc.oneof(
  fc.constantFrom(
    'new',
    'Subscribe',
    'Get trending papers in your email inbox!',
    'byAK and the research community',
    'Trending\nDaily papers',
    'Mar 11',
    '11 March 2025',
    'Mar 12',
    'Feb 30',
  ),
  fc.constantFrom('A title', 'On jars', 'Are jars green?', '...', 'A title\non two lines', '404'),
  fc.constantFrom('gulls', 'jars', 'tides').map(abstractOn),
  fc.constantFrom('Short.', 'Code is at https://example.org/jars.', 'and so on', '  # h', '\t- x'),
  fc.constantFrom('A glued title', 'Mar 11').map((line) => `${line}\n${abstractOn(line)}`),
  fc.constant('x'.repeat(600)),
  fc.string({ unit: 'grapheme', minLength: 1 }),
);
/** A block of a digest as people and pages write them, in any order; seldom one that is too long. */
const block = fc.oneof(
  { weight: 30, arbitrary: usualBlock },
  { weight: 1, arbitrary: fc.constant('Jars stand on shelves. '.repeat(4500).trim()) },
);
const separator = fc.constantFrom('\n\n', '\n \n', '\n\n\n', '\n');
const digestText = fc
  .array(fc.tuple(block, separator), { maxLength: 25 })
  .map((parts) => parts.flat().join(''));
const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

describe('readDigest', () => {
  test('puts every block somewhere, and reports what it leaves out', () => {
    fc.assert(
      fc.property(digestText, fc.constantFrom('2025-03-11.txt', 'a.txt'), (text, name) => {
        const { tally, entries, problems, date } = readDigest(raw(text, `digests/${name}`));
        expect(tally.pageText + tally.titles + tally.abstracts + tally.leftOut).toBe(tally.blocks);
        expect(entries).toHaveLength(tally.titles);
        expect(entries.flatMap((entry) => entry.abstract)).toHaveLength(tally.abstracts);
        if (tally.leftOut > 0) expect(problems).not.toEqual([]);
        if (date === undefined) expect(problems).not.toEqual([]);
        expect(problems.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
      }),
    );
  });

  test('loses no word: what is neither page text nor left out is in an entry, in order', () => {
    fc.assert(
      fc.property(digestText, (text) => {
        const { tally, entries } = readDigest(raw(text));
        fc.pre(tally.leftOut === 0);
        const blocks = splitBlocks(decode(raw(text)).lines);
        const { content, pageText } = separatePageText(blocks);
        // A date between two papers is page text too.
        fc.pre(tally.pageText === pageText.length);
        const published = entries.flatMap(({ title, abstract }) => [title, ...abstract]);
        expect(published.flatMap((paragraph) => words(paragraph.text)).join(' ')).toBe(
          content.flatMap((each) => words(each.text)).join(' '),
        );
      }),
    );
  });

  test('gives every title and paragraph the line it stands on', () => {
    fc.assert(
      fc.property(digestText, (text) => {
        const { lines } = decode(raw(text));
        for (const { title, abstract } of readDigest(raw(text)).entries)
          for (const { text: paragraph, line, column } of [title, ...abstract]) {
            const rest = (lines[line - 1] ?? '').slice(column - 1);
            const start = paragraphOf({ text: rest, line, column }).text;
            expect(start).not.toBe('');
            expect(paragraph.startsWith(start)).toBe(true);
          }
      }),
    );
  });
});

describe('separatePageText', () => {
  test('passes every word on, once', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), (texts) => {
        const { pageText, unknown, content } = separatePageText(blocksOf(...texts));
        const passed = [...pageText, ...unknown, ...content].flatMap((each) => words(each.text));
        expect(passed.toSorted().join(' ')).toBe(texts.flatMap(words).toSorted().join(' '));
      }),
    );
  });
});

describe('assignRoles', () => {
  test('gives each paragraph one role, and abstracts only to titles', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (texts) => {
        const roles = assignRoles(paragraphsOf(...texts));
        expect(roles).toHaveLength(texts.length);
        const sketch = roles.map((role) => role.charAt(0)).join('');
        expect(sketch).toMatch(/^(?:ac*)?(?:t(?:ac*)?)*$/);
      }),
    );
  });
});

describe('dates', () => {
  test('every day of a leap year is read back from each way of writing it', () => {
    const months = 'January February March April May June July August September October November';
    for (const [index, name] of `${months} December`.split(' ').entries())
      for (let day = 1; isoDate(2024, index + 1, day) !== undefined; day += 1) {
        const short = name.slice(0, 3);
        const ways = [
          `${name} ${String(day)}`,
          `${String(day)} ${short}`,
          `${short}. ${String(day)}`,
        ];
        for (const text of ways)
          expect(readDateLine({ text, line: 1, column: 1 })).toMatchObject({
            month: index + 1,
            day,
          });
      }
  });

  test('a date exists exactly if the calendar goes through it', () => {
    const existing = new Set<string>();
    for (let time = Date.UTC(2023, 0, 1); time < Date.UTC(2025, 0, 1); time += 86_400_000)
      existing.add(new Date(time).toISOString().slice(0, 10));
    const found = new Set<string>();
    for (const year of [2023, 2024])
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) {
          const date = isoDate(year, month, day);
          if (date !== undefined) found.add(date);
        }
    expect(found).toEqual(existing);
  });
});

describe('display', () => {
  const fragment = fc.oneof(
    fc.constantFrom(
      ...'\\${}`\'~^_-*[]()<>#&%|!/:.,;" a1A',
      '\\textbf{',
      '\\emph{',
      '{\\em ',
      '\\href{',
      '\\url{',
      '\\footnote{',
      '\\ding{',
      '``',
      "''",
      '$$',
      '\\(',
      '\\)',
      '\\\\',
      '\\"',
      "\\'",
      '--',
      'https://',
      'example.org',
      'pm',
      'times',
      'cdot',
      '😀',
    ),
    fc.string({ unit: 'binary', maxLength: 2 }),
  );
  const fragments = (maxLength: number): fc.Arbitrary<string> =>
    fc
      .array(fragment, { minLength: 1, maxLength })
      .map((parts) => parts.join(''))
      .filter((text) => text !== '');

  test('never throws, on any text', () => {
    fc.assert(
      fc.property(fragments(40), (text) => {
        expect(displayText(text)).toBe(textOf(displayTree(text)));
      }),
      { numRuns: 2000 },
    );
  });

  test('copies text without LaTeX, quotation marks, dashes and addresses', () => {
    const plain = fc.constantFrom(...'abcXYZ äß水😀 .,;:!?()[]<>*#&%|+=/@"');
    fc.assert(
      fc.property(fc.array(plain), (characters) => {
        const text = characters.join('');
        fc.pre(!/[A-Z]cdot[A-Z]/i.test(text));
        expect(displayText(text)).toBe(text);
      }),
    );
  });

  test('leaves no text node empty and no two side by side', () => {
    fc.assert(
      fc.property(fragments(20), (text) => {
        const types = displayTree(text).map((node) => node.type);
        expect(types.join(' ')).not.toContain('text text');
      }),
    );
  });

  test('takes time in proportion to the length: many openings, then many closings', () => {
    fc.assert(
      fc.property(fragments(4), fragments(2), (open, close) => {
        const text = open.repeat(21) + close.repeat(21);
        expect(millisecondsOf(() => displayText(text))).toBeLessThan(200);
      }),
      { numRuns: 1000 },
    );
  });

  test('takes time in proportion to the length: any text over and over', () => {
    fc.assert(
      fc.property(fragments(4), (piece) => {
        const text = piece.repeat(20_000 / piece.length);
        expect(millisecondsOf(() => displayText(text))).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });
});
