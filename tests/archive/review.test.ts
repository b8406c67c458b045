import { describe, expect, test } from 'vitest';

import { compileArchive, type RawArchive, readDigests } from '../../src/archive/compile.ts';
import { reviewArchive } from '../../src/archive/review.ts';
import { defaultSettings } from '../../src/archive/settings.ts';
import type { Problem } from '../../src/digest/types.ts';
import { abstractOn, blocks, digestOf, raw } from '../helpers.ts';
import { mailingOf } from '../mailings.ts';

type Files = Readonly<Record<string, string>>;

/** What is to be looked at in these files, by their names in `digests/` and, without `.mdx`, in `notes/`. */
function review(files: Files, notes: Files = {}, mirrors: Files = {}): readonly Problem[] {
  const archive: RawArchive = {
    digests: Object.entries(files).map(([name, text]) => raw(text, `digests/${name}`)),
    notes: Object.entries(notes).map(([name, text]) => raw(text, `notes/${name}.mdx`)),
    settings: { ...defaultSettings, links: { mirrors } },
    problems: [],
  };
  const digests = readDigests(archive);
  return reviewArchive(archive, digests, compileArchive(archive, digests));
}

const said = (problems: readonly Problem[]): readonly string[] =>
  problems.map(
    ({ code, file, line, column, message }) =>
      `${file}:${String(line)}:${String(column)} ${code} ${message}`,
  );

const note = (fact: string): string => `---\n${fact}\n---\n`;
const ALIKE = { '2025-03-11.txt': digestOf('Jars on shelves', 'Jars on shelfes') };

test('an archive in order raises nothing', () => {
  expect(review({ '2025-03-11.txt': digestOf('Jars', 'Gulls') })).toEqual([]);
  expect(review({})).toEqual([]);
});

test('what a digest raises is in it, in order of the file names', () => {
  const text = blocks('Jars \\ours', `${abstractOn('jars')} https://mirror.example.net/.`);
  const found = review(
    { '2025-03-12.txt': digestOf('# Gulls'), '2025-03-11.txt': text },
    {},
    { 'mirror.example.net': 'example.org' },
  );
  expect(found.map(({ file, code }) => [file, code])).toEqual([
    ['digests/2025-03-11.txt', 'latex-unknown'],
    ['digests/2025-03-11.txt', 'link-rewritten'],
    ['digests/2025-03-12.txt', 'title-markup'],
  ]);
});

describe('titles that are almost the same', () => {
  test('are named where the second is listed', () => {
    expect(
      said(
        review({
          '2025-03-12.txt': digestOf('Tides', 'Jars on shelves'),
          '2025-03-13.txt': digestOf('Jars on shelfes'),
        }),
      ),
    ).toEqual([
      'digests/2025-03-13.txt:1:1 titles-alike The title “Jars on shelfes” is almost that of ' +
        '“Jars on shelves” (digests/2025-03-12.txt:5).',
    ]);
  });

  test('of one digest are named at the one below', () => {
    expect(said(review(ALIKE))).toEqual([
      'digests/2025-03-11.txt:5:1 titles-alike The title “Jars on shelfes” is almost that of ' +
        '“Jars on shelves” (digests/2025-03-11.txt:1).',
    ]);
    const turned = review({ '2025-03-11.txt': digestOf('Jars on shelfes', 'Jars on shelves') });
    expect(said(turned)[0]).toContain('11.txt:5:1 titles-alike The title “Jars on shelves”');
  });

  test('are compared without regard to case and punctuation', () => {
    const files = { '2025-03-11.txt': digestOf('JARS: on shelves!', 'jars on (shelfes)') };
    expect(review(files)).toHaveLength(1);
  });

  test.each([
    ['the first', 'jars-on-shelves', 'jars-on-shelfes'],
    ['the second', 'jars-on-shelfes', 'jars-on-shelves'],
  ])('are fine when a note on %s says that they differ', (_, id, other) => {
    expect(review(ALIKE, { [id]: note(`differsFrom: [${other}]`) })).toEqual([]);
    expect(review(ALIKE, { [id]: note('differsFrom: [tides]') })).toHaveLength(1);
  });

  test('are fine when a note makes them one', () => {
    expect(review(ALIKE, { 'jars-on-shelfes': note('sameAs: jars-on-shelves') })).toEqual([]);
  });
});

describe('abstracts that are the same', () => {
  const start = 'x'.repeat(159);
  const files = (first: string, second: string): Files => ({
    '2025-03-11.txt': blocks('Jars', first),
    '2025-03-12.txt': blocks('Gulls', second),
  });

  test('in their first 160 letters are named where the second is listed', () => {
    expect(said(review(files(`${start}Y of jars.`, `${start}y of gulls.`)))).toEqual([
      'digests/2025-03-12.txt:1:1 abstract-shared “Gulls” starts with the same abstract as ' +
        '“Jars” (digests/2025-03-11.txt:1).',
    ]);
  });

  test('in 160 letters altogether are named, with paragraphs put together', () => {
    expect(review(files(`${start}.`, `${start}.`))).toHaveLength(1);
    const [one, two] = [`${'x'.repeat(99)}.`, `${'y'.repeat(100)}.`];
    const apart = review({
      '2025-03-11.txt': blocks('Jars', one, two),
      '2025-03-12.txt': blocks('Gulls', `${one} ${two}`),
    });
    expect(apart.map(({ code }) => code)).toEqual(['abstract-shared']);
  });

  test('in fewer letters are not', () => {
    expect(review(files(`${start}a.`, `${start}b.`))).toEqual([]);
    expect(review(files(start, start))).toEqual([]);
  });

  test('of three papers are named twice, each with the first address', () => {
    const text = abstractOn('jars');
    const found = review({ '2025-03-11.txt': blocks('Aa', text, 'Bb', text, 'Cc', text) });
    expect(said(found).filter((line) => line.includes('abstract-shared'))).toEqual([
      'digests/2025-03-11.txt:5:1 abstract-shared “Bb” starts with the same abstract as “Aa” (digests/2025-03-11.txt:1).',
      'digests/2025-03-11.txt:9:1 abstract-shared “Cc” starts with the same abstract as “Aa” (digests/2025-03-11.txt:1).',
    ]);
  });

  test('under titles that are almost the same are named once', () => {
    const text = abstractOn('jars');
    const found = review({ '2025-03-11.txt': blocks('Jars on it', text, 'Jars on the it', text) });
    expect(found.map(({ code }) => code)).toEqual(['abstract-shared']);
  });

  test('are fine when a note says that the papers differ', () => {
    const text = abstractOn('jars');
    expect(review(files(text, text), { gulls: note('differsFrom: [jars]') })).toEqual([]);
  });

  test('are judged by the newest text', () => {
    const found = review({
      ...files(abstractOn('jars'), abstractOn('gulls')),
      '2025-03-13.txt': blocks('Jars', abstractOn('gulls')),
    });
    expect(found.map(({ code }) => code)).toEqual(['abstract-shared']);
  });
});

describe('a date far from all others', () => {
  const at = (...dates: readonly string[]): Files =>
    Object.fromEntries(dates.map((date) => [`${date}.txt`, digestOf(`Jars of ${date}`)]));
  const distant = (files: Files): readonly string[] =>
    said(review(files).filter(({ code }) => code === 'date-distant'));

  test('is named at each of its digests', () => {
    const files = {
      ...at('2024-03-11', '2025-03-11', '2025-03-12', '2025-03-13'),
      '2024-03-11-2.txt': digestOf('Gulls'),
    };
    expect(distant(files)).toEqual([
      'digests/2024-03-11.txt:1:1 date-distant The date 2024-03-11 is far from every other date of the archive.',
      'digests/2024-03-11-2.txt:1:1 date-distant The date 2024-03-11 is far from every other date of the archive.',
    ]);
  });

  test.each([
    ['the first', ['2024-05-15', '2025-03-11', '2025-03-12', '2025-03-13'], 1],
    ['the first, a day nearer', ['2024-05-16', '2025-03-11', '2025-03-12', '2025-03-13'], 0],
    ['the last', ['2025-03-11', '2025-03-12', '2025-03-13', '2026-01-07'], 1],
    ['the last, a day nearer', ['2025-03-11', '2025-03-12', '2025-03-13', '2026-01-06'], 0],
    ['one between', ['2023-03-11', '2023-03-12', '2024-03-12', '2025-03-11', '2025-03-12'], 1],
    ['near the one before', ['2023-03-11', '2023-12-12', '2025-03-11', '2025-03-12'], 0],
    ['near the one after', ['2023-03-11', '2023-03-12', '2024-09-12', '2025-03-11'], 0],
    ['two, each alone', ['2020-01-01', '2022-01-01', '2025-03-11', '2025-03-12'], 2],
    ['one of three', ['2024-03-11', '2025-03-11', '2025-03-12'], 0],
  ])('is %s', (_, dates, found) => {
    expect(distant(at(...dates))).toHaveLength(found);
  });
});

describe('an arXiv id of two papers', () => {
  const mailed = (arxiv: string, title: string): string =>
    mailingOf({ arxiv, title, abstract: [abstractOn(title)] });
  const files = {
    '2025-03-11.txt': mailed('2503.99951', 'On Gulls'),
    '2025-03-11-2.txt': mailed('2503.99951v2', 'A Study of Harbour Birds'),
    '2025-03-11-3.txt': mailed('2503.99952', 'On Tides'),
  };

  test('is looked at, whatever its versions are', () => {
    expect(said(review(files))).toEqual([
      'digests/2025-03-11-2.txt:16:1 arxiv-shared “A Study of Harbour Birds” has the same arXiv id as ' +
        '“On Gulls” (digests/2025-03-11.txt:16).',
    ]);
  });

  test('is not, once a note says that they are one or two', () => {
    expect(review(files, { 'a-study-of-harbour-birds': note('sameAs: on-gulls') })).toEqual([]);
    expect(review(files, { 'on-gulls': note('differsFrom: [a-study-of-harbour-birds]') })).toEqual(
      [],
    );
  });
});

test('an unknown macro in the title of a mailing is pointed at behind “Title:”', () => {
  const text = mailingOf({
    arxiv: '2503.99951',
    title: 'On \\gulls',
    abstract: [abstractOn('gulls')],
  });
  expect(said(review({ '2025-03-11.txt': text }))).toEqual([
    expect.stringMatching(/^digests\/2025-03-11\.txt:16:11 latex-unknown /),
  ]);
});
