import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { abstractOn, blocks, read, textsOf } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

const SUBJECTS = 'gulls tides jars shelves ferries lamps nets ropes kelp salt buoys piers'.split(
  ' ',
);
const title = (subject: string): string => `On the Ways of ${subject}, Seen from the Shore`;

/** Entries as pages write them. */
const entries = fc
  .shuffledSubarray(SUBJECTS, { minLength: 3 })
  .map((subjects) => subjects.map((subject) => [title(subject), abstractOn(subject)]));
const anyText = (...list: readonly (readonly string[])[]): string => blocks(...list.flat());

describe('a digest of titles and abstracts', () => {
  test('is read as it is written', () => {
    fc.assert(
      fc.property(entries, (written) => {
        const { problems, ...digest } = read(anyText(...written));
        expect(problems).toEqual([]);
        expect(textsOf(digest)).toEqual(written);
      }),
    );
  });

  test('is the same however its lines are wrapped, indented and ended', () => {
    const layout = fc.record({
      width: fc.integer({ min: 60, max: 120 }),
      indent: fc.constantFrom('', ' ', '\t', '\u00a0'),
      end: fc.constantFrom('\n', '\r\n', ' \n', '\t\r'),
      blank: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(entries, layout, (written, { width, indent, end, blank }) => {
        const wrap = (text: string): string => {
          const lines = text.match(new RegExp(`.{1,${String(width)}}(?:\\s|$)`, 'g')) ?? [];
          return lines.map((line) => indent + line.trimEnd()).join(end);
        };
        const text = written.flat().map((block) => wrap(block) + end.repeat(1 + blank));
        expect(textsOf(read(text.join('')))).toEqual(written);
      }),
    );
  });

  test('with one odd block in it loses no more than the entries next to the block', () => {
    const odd = fc.oneof(
      fc.constantFrom(
        'and so on',
        'Short.',
        '...',
        '42',
        'new',
        'Subscribe',
        '# h',
        '---',
        '* * *',
      ),
      fc.constantFrom(abstractOn('odd things'), 'An Odd Title', 'x'.repeat(600)),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'abc de. A?'), minLength: 1, maxLength: 300 }),
    );
    fc.assert(
      fc.property(entries, odd, fc.nat(), (written, block, where) => {
        const paragraphs = written.flat();
        const place = where % (paragraphs.length + 1);
        const text = blocks(...paragraphs.toSpliced(place, 0, block));
        // A header is another matter, and so is a date.
        fc.pre(place > 0 && !/\d/.test(block));
        const found = new Set(textsOf(read(text)).map((entry) => JSON.stringify(entry)));
        const entry = Math.floor(place / 2);
        for (const [index, each] of written.entries())
          if (index < entry - 1 || index > entry) expect(found).toContain(JSON.stringify(each));
      }),
    );
  });

  test('says the same with the banner of its page and without', () => {
    const banner = [
      'new',
      'Get trending papers in your email inbox!',
      'Subscribe',
      'by AK',
      'Mar 11',
    ];
    const some = fc.subarray(banner).filter((lines) => lines.includes('Mar 11'));
    fc.assert(
      fc.property(entries, some, fc.constantFrom('\n', '\n\n'), (written, lines, between) => {
        const digest = read(`${lines.join(between)}\n\n${anyText(...written)}`);
        expect(textsOf(digest)).toEqual(written);
        expect(digest.problems).toEqual([]);
        expect(digest.tally.pageText).toBe(lines.length);
      }),
    );
  });
});
