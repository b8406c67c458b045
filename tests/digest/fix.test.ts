import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fixDigest, type FixedDigest } from '../../src/digest/fix.ts';
import { readDigest } from '../../src/digest/read.ts';
import type { RawDigest } from '../../src/digest/types.ts';
import { abstractOn, blocks, bytesOf, codes, FILE, raw, textsOf } from '../helpers.ts';
import { mailingOf } from '../mailings.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 500 });

const ABSTRACT = abstractOn('jars');

const fixed = (text: string, file = FILE): string | undefined => fixDigest(raw(text, file))?.text;
const again = ({ file, text }: FixedDigest): RawDigest => raw(text, file);

/** Words as somebody wraps them at a width. */
function wrapped(text: string, width = 60): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

describe('fixDigest', () => {
  test.each([
    ['a digest in order', blocks('Jars', ABSTRACT), blocks('Jars', ABSTRACT)],
    ['line ends of every kind', `Jars\r\n\r\n${ABSTRACT}\r`, blocks('Jars', ABSTRACT)],
    ['a byte order mark', `\ufeff${blocks('Jars', ABSTRACT)}`, blocks('Jars', ABSTRACT)],
    ['characters nobody sees', `Ja\u200brs\0\n\n${ABSTRACT}\n`, blocks('Jars', ABSTRACT)],
    ['space at the ends of lines', `Jars \t\n\n${ABSTRACT}\u00a0\n`, blocks('Jars', ABSTRACT)],
    ['blank lines', `\n\nJars\n\n \n\n${ABSTRACT}\n\n\t\n`, blocks('Jars', ABSTRACT)],
    ['no line end at the end', `Jars\n\n${ABSTRACT}`, blocks('Jars', ABSTRACT)],
  ])('puts right %s', (_, text, expected) => {
    expect(fixed(text)).toBe(expected);
  });

  test('keeps space at the start of a line and within it', () => {
    expect(fixed('  Jars  on\tshelves\n')).toBe('  Jars  on\tshelves\n');
  });

  test('keeps lines that belong together together', () => {
    const text = blocks('Jars on shelves\nof different heights', wrapped(ABSTRACT));
    expect(fixed(text)).toBe(text);
  });

  test('deletes unknown lines of the page header, every line of them', () => {
    const text = blocks('new', 'Sponsored by\nnobody at all', 'Mar 11', 'Jars', ABSTRACT);
    expect(fixed(text)).toBe(blocks('new', 'Mar 11', 'Jars', ABSTRACT));
  });

  test('keeps an unknown line that is all there is', () => {
    expect(fixed('1 jan 99 \n')).toBe('1 jan 99\n');
  });

  test('deletes an unknown line between lines of the header in one block', () => {
    expect(fixed(blocks('new\nSponsored\nMar 11', 'Jars', ABSTRACT))).toBe(
      blocks('new\nMar 11', 'Jars', ABSTRACT),
    );
  });

  test.each([
    ['on a line', ABSTRACT],
    ['wrapped', wrapped(ABSTRACT)],
  ])('puts a blank line between a title and its abstract %s', (_, abstract) => {
    expect(fixed(`Jars on shelves\n${abstract}\n`)).toBe(blocks('Jars on shelves', abstract));
  });

  test('puts blank lines around every title that touches', () => {
    const abstract = `${wrapped(ABSTRACT)}\nThe end of it.`;
    expect(fixed(`Mar 11\nJars on shelves\n${abstract}\nGulls in jars\n${abstract}\n`)).toBe(
      blocks('Mar 11', 'Jars on shelves', abstract, 'Gulls in jars', abstract),
    );
  });

  test('puts no second blank line where there is one', () => {
    expect(fixed(`Jars\n\n${ABSTRACT}\n\nGulls\n${ABSTRACT}\n`)).toBe(
      blocks('Jars', ABSTRACT, 'Gulls', ABSTRACT),
    );
  });

  test('keeps a title below the date where nothing else touches', () => {
    const text = `Mar 11\nJars\n\n${ABSTRACT}\n`;
    expect(fixed(text)).toBe(text);
  });

  test('leaves lines as they are that would be read in another way', () => {
    // Alone on its line, “Models” below a date is a button of the page.
    const text = `Mar 11\n\nModels\n${ABSTRACT} \n`;
    expect(textsOf(readDigest(raw(text)))).toEqual([['Models', ABSTRACT]]);
    expect(fixed(text)).toBe(`Mar 11\n\nModels\n${ABSTRACT}\n`);
  });

  test.each([
    ['not UTF-8', [0x4a, 0xff]],
    ['UTF-16', [0xff, 0xfe, 0x4a, 0]],
    ['empty', []],
    ['without a visible character', [...bytesOf('\u200b\n\u200b')]],
    ['binary', [1, 2, 3, 4]],
  ])('has nothing for a file that is %s', (_, bytes) => {
    expect(fixDigest(raw(bytes))).toBeUndefined();
  });

  test.each([
    ['digests/20250311.txt', 'digests/2025-03-11.txt'],
    ['digests/2025_3_11 a.TXT', 'digests/2025-03-11-a.txt'],
    ['digests/2025-03-11.txt', 'digests/2025-03-11.txt'],
    ['digests/jars.txt', 'digests/jars.txt'],
    ['digests/20250230.txt', 'digests/20250230.txt'],
  ])('of %s has the name %s', (file, expected) => {
    expect(fixDigest(raw(blocks('Jars', ABSTRACT), file))?.file).toBe(expected);
  });

  test.each([
    // date line, year of the settings → name
    ['Mar 11', undefined, '2025-03-11.txt'],
    ['Mar 11', 2025, '2025-03-11.txt'],
    ['Mar 12', 2025, '2025-03-11.txt'],
    ['Mar 11, 2025', undefined, '2025-03-11.txt'],
    ['Mar 11', 2024, '20250311.txt'],
    ['Mar 11, 2024', undefined, '20250311.txt'],
  ])('with the date line %j and the default year %j is named %s', (line, year, name) => {
    const digest = raw(blocks(line, 'Jars', ABSTRACT), 'digests/20250311.txt');
    expect(fixDigest(digest, year)?.file).toBe(`digests/${name}`);
  });
});

describe('fixing', () => {
  const line = fc.constantFrom('Sponsored', 'A line\nand another', 'Papers', 'Models', 'x');
  const paragraph = fc.oneof(
    fc.constantFrom('new', 'Subscribe', 'Get trending papers in your email inbox!', 'Mar 11'),
    fc.constantFrom('11 March 2025', 'Mar 12', '3/11/2025', 'Feb 30', 'Trending\nDaily papers'),
    line,
    fc.constantFrom('On jars', 'Jars on shelves', 'Are jars green?', '404', 'A title\nwrapped'),
    fc.constantFrom('gulls', 'tides').map(abstractOn),
    fc.constantFrom('gulls', 'tides').map((subject) => wrapped(abstractOn(subject), 70)),
    fc.constantFrom('Short.', 'and so on', '  # h', 'Ja\u200brs', '\0', 'Key words: jars, gulls'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
  );
  const end = fc.constantFrom('\n\n', '\n', '\n', ' \n\n', `${' '.repeat(70)}\n`, '\r\n\r\n', '\r');
  const file = fc.constantFrom('2025-03-11.txt', '20250311.txt', '2025_3_11 a.txt', 'jars.txt');
  const digest = fc
    .tuple(fc.array(fc.tuple(paragraph, end), { maxLength: 12 }), file)
    .map(([parts, name]) => raw(parts.flat().join(''), `digests/${name}`));
  const year = fc.constantFrom(undefined, 2024, 2025);

  test('changes nothing of what is published', () => {
    fc.assert(
      fc.property(digest, year, (before, defaultYear) => {
        const after = fixDigest(before, defaultYear);
        if (after === undefined) return;
        const [published, mended] = [
          readDigest(before, defaultYear),
          readDigest(again(after), defaultYear),
        ];
        if (published.date === undefined) return;
        expect(mended.date).toBe(published.date);
        expect(textsOf(mended)).toEqual(textsOf(published));
      }),
      { numRuns: 400 },
    );
  });

  test('twice is fixing once', () => {
    fc.assert(
      fc.property(digest, year, (before, defaultYear) => {
        const once = fixDigest(before, defaultYear);
        if (once !== undefined) expect(fixDigest(again(once), defaultYear)).toEqual(once);
      }),
      { numRuns: 400 },
    );
  });

  test('leaves no mistake that it mends', () => {
    fc.assert(
      fc.property(digest, year, (before, defaultYear) => {
        const after = fixDigest(before, defaultYear);
        if (after === undefined) return;
        const left = codes(readDigest(again(after), defaultYear).problems);
        expect(left).not.toContain('characters-removed');
        expect(left).not.toContain('file-name-unread');
      }),
    );
  });
});

describe('fixing a mailing', () => {
  const written = mailingOf(
    {
      arxiv: '2503.99981',
      title: 'On Jars',
      authors: 'Ada Keeper',
      abstract: [ABSTRACT, ABSTRACT],
    },
    {
      arxiv: '2503.99982',
      title: 'On Nets',
      abstract: [ABSTRACT],
      lines: ['Mood: cheerful', '', 'Thrown in'],
    },
  );

  test('keeps every line, known or not, and its indentation', () => {
    expect(fixed(written)).toBe(written);
    expect(fixed(written.replaceAll('\n', ' \r\n'))).toBe(written);
    expect(fixed(`\n\n${written.replace('\nTitle', '\n\n\nTitle')}\n\n`)).toBe(written);
  });

  test('changes nothing of what it states', () => {
    const before = readDigest(raw(written.replaceAll('\n', '\t\r\n')));
    const after = readDigest(raw(fixed(written.replaceAll('\n', '\t\r\n')) ?? ''));
    expect(after).toEqual(before);
    expect(after.entries).toHaveLength(2);
  });
});
