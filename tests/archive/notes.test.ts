import { describe, expect, test } from 'vitest';

import { type Notes, readNotes } from '../../src/archive/notes.ts';
import { limits } from '../../src/digest/limits.ts';
import { raw } from '../helpers.ts';

const FILE = 'notes/gulls.mdx';
const DATE_FILE = 'notes/dates/2025-03-11.mdx';

/** A note with this front matter. */
const note = (yaml: string, body = ''): string => `---\n${yaml}\n---\n${body}`;

function readNote(content: string | readonly number[], file = FILE): Notes {
  return readNotes([raw(content, file)]);
}

/** Each problem of a note as `line:column code message`. */
function faults(content: string | readonly number[], file = FILE): readonly string[] {
  return readNote(content, file).problems.map(
    ({ line, column, code, message }) => `${String(line)}:${String(column)} ${code} ${message}`,
  );
}

describe('a note on a paper', () => {
  test('may state everything', () => {
    const yaml = [
      'title: A Study of Gulls',
      'differsFrom: [tides, /papers/harbours/]',
      'authors:',
      '  - Ada Keeper',
      '  - "Harbour, Ben"',
      'year: 2024',
      'arxiv: 2403.01230',
      'doi: 10.1000/182',
      'venue: Journal of Shelves',
      'links:',
      '  - https://github.com/keeper/gulls',
      '  - kind: demo',
      '    url: HTTPS://Demo.example.org',
    ];
    expect(readNote(note(yaml.join('\n'), '\nA text.\n'))).toEqual({
      papers: [
        {
          file: FILE,
          id: 'gulls',
          title: 'A Study of Gulls',
          differsFrom: ['tides', 'harbours'],
          facts: {
            authors: ['Ada Keeper', 'Harbour, Ben'],
            year: 2024,
            arxiv: '2403.01230',
            doi: '10.1000/182',
            venue: 'Journal of Shelves',
          },
          links: [
            { kind: 'code', url: 'https://github.com/keeper/gulls' },
            { kind: 'demo', url: 'https://demo.example.org/' },
          ],
          hasText: true,
        },
      ],
      dates: [],
      problems: [],
    });
  });

  test.each(['', '\n', '  \n\t\n', '---\n---\n', '---\n# only a comment\n---\n\n'])(
    'of %j states nothing, and is none the less a note',
    (text) => {
      expect(readNote(text)).toEqual({
        papers: [
          { file: FILE, id: 'gulls', differsFrom: [], facts: {}, links: [], hasText: false },
        ],
        dates: [],
        problems: [],
      });
    },
  );

  test('may be nothing but a text', () => {
    const { papers, problems } = readNote('A text.\n\n---\n\nMore.');
    expect(papers).toMatchObject([{ id: 'gulls', facts: {}, hasText: true }]);
    expect(problems).toEqual([]);
  });

  test('says where the paper is, or why it is gone', () => {
    expect(readNote(note('sameAs: tides')).papers).toMatchObject([{ sameAs: 'tides' }]);
    expect(readNote(note('withdrawn: It was a hoax.')).papers).toMatchObject([
      { withdrawn: 'It was a hoax.' },
    ]);
    expect(readNote(note('withdrawn: Lost.\ntitle: The Gulls')).papers).toMatchObject([
      { withdrawn: 'Lost.', title: 'The Gulls' },
    ]);
  });

  test('has only the properties that it states', () => {
    const [found] = readNote(note('venue: A')).papers;
    expect(Object.keys(found ?? {})).toEqual([
      'file',
      'id',
      'differsFrom',
      'facts',
      'links',
      'hasText',
    ]);
    expect(Object.keys(found?.facts ?? {})).toEqual(['venue']);
  });

  test('has a title in composed letters, on one line', () => {
    const [found] = readNote(note('title: |\n  Cafe\u0301\n   and   gulls\n')).papers;
    expect(found?.title).toBe('Caf\u00e9 and gulls');
  });

  test('keeps values as they are written', () => {
    const { papers } = readNote(note('title: 2025\narxiv: 2405.17420\nvenue: true'));
    expect(papers).toMatchObject([
      { title: '2025', facts: { arxiv: '2405.17420', venue: 'true' } },
    ]);
  });

  test.each([
    ['tides', 'tides'],
    ['tides/', 'tides'],
    ['/papers/tides/', 'tides'],
    ['https://papers.example.org/archive/papers/tides/', 'tides'],
    ['papers-1', 'papers-1'],
    ['a'.repeat(91), 'a'.repeat(91)],
  ])('reads the address %j as the paper %j', (address, id) => {
    expect(readNote(note(`sameAs: ${address}`)).papers).toMatchObject([{ sameAs: id }]);
  });

  test.each([
    '../tides',
    'Tides',
    'ti des',
    'tides-',
    '-tides',
    'ti--des',
    'tides.mdx',
    '/dates/2025-03-11/',
    '/papers/tides/?q=1',
    '__proto__',
    'constructor',
    'index',
    'con',
    'a'.repeat(92),
  ])('takes %j for no address of a paper', (address) => {
    expect(faults(note(`sameAs: "${address}"`))).toEqual([
      '2:1 note-invalid “sameAs” must be the last part of the address of a paper: of /papers/a-study-of-gulls/ it is a-study-of-gulls.',
    ]);
  });

  test.each([
    ['1000', 1000],
    ['2999', 2999],
  ])('reads the year %s', (text, year) => {
    expect(readNote(note(`year: ${text}`)).papers).toMatchObject([{ facts: { year } }]);
  });

  test.each(['999', '3000', '20245', '02024', '24', 'soon', '2024-03', '"2024 "'])(
    'takes %s for no year',
    (year) => {
      expect(faults(note(`year: ${year}`))).toEqual([
        '2:1 note-invalid “year” must be a year such as 2025.',
      ]);
    },
  );

  test.each([
    '2403.01230',
    '0704.0001',
    '2403.01230v2',
    '2403.01230v12',
    'hep-th/9901001',
    'math.GT/0309136',
    'math.GT/0309136v1',
  ])('reads the arXiv id %s', (arxiv) => {
    expect(readNote(note(`arxiv: ${arxiv}`)).papers).toMatchObject([{ facts: { arxiv } }]);
  });

  test.each([
    '2403.012',
    '2403.012345',
    '403.01230',
    '2403.01230v',
    'arXiv:2403.01230',
    'https://arxiv.org/abs/2403.01230',
    'hep-th/990100',
    'hep-th/99010011',
    'math.gt/0309136',
    'HEP/9901001',
    '2403.01230/../x',
  ])('takes %s for no arXiv id', (arxiv) => {
    expect(faults(note(`arxiv: "${arxiv}"`))).toEqual([
      '2:1 note-invalid “arxiv” must be an arXiv id such as 2403.01234.',
    ]);
  });

  test.each([
    '10.1000/182',
    '10.1000.10/123456',
    '10.123456789/a',
    '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
  ])('reads the DOI %s', (doi) => {
    expect(readNote(note(`doi: "${doi}"`)).papers).toMatchObject([{ facts: { doi } }]);
  });

  test.each([
    'https://doi.org/10.1000/182',
    'doi:10.1000/182',
    '10.100/182',
    '10.1234567890/182',
    '11.1000/182',
    '10.1000/',
    '10.1000',
    '10.1000/1 2',
    '10.1000/é',
    '10.1000./1',
  ])('takes %s for no DOI', (doi) => {
    expect(faults(note(`doi: "${doi}"`))).toEqual([
      '2:1 note-invalid “doi” must be a DOI such as 10.1000/182, without https://.',
    ]);
  });

  test.each(['code', 'model', 'dataset', 'demo', 'paper', 'video', 'project'])(
    'may link to a %s',
    (kind) => {
      const yaml = `links:\n  - {kind: ${kind}, url: "https://example.org/a b"}`;
      expect(readNote(note(yaml)).papers).toMatchObject([
        { links: [{ kind, url: 'https://example.org/a%20b' }] },
      ]);
    },
  );

  test.each([
    '- javascript:alert(1)',
    '- " javascript:alert(1)"',
    '- data:text/html,gulls',
    '- ftp://example.org/',
    '- https://keeper:secret@example.org/',
    '- https://localhos/',
    '- //example.org/',
    '- example.org',
    '- ""',
    '- [https://example.org]',
    '- {kind: code, url: javascript:alert(1)}',
    '- {kind: gull, url: https://example.org}',
    '- {kind: code}',
    '- {url: https://example.org}',
  ])('makes no link of %j', (item) => {
    const found = readNote(note(`links:\n  - https://example.org/\n  ${item}`));
    expect(found.papers).toEqual([]);
    expect(found.problems).toMatchObject([
      {
        code: 'note-invalid',
        line: 4,
        column: 5,
        message:
          '“links.1” must be a web address that starts with https://, or “kind” (code, model, dataset, demo, paper, video, project) and “url”.',
      },
    ]);
  });

  test('makes no link of one that says more than kind and address', () => {
    expect(faults(note('links:\n  - {kind: code, url: https://example.org, by: x}'))).toEqual([
      '3:44 note-invalid “links.0.by” is unknown here.',
    ]);
  });

  test.each([
    ['title: ""', '2:1 note-invalid “title” must not be empty.'],
    ['title:', '2:1 note-invalid “title” must not be empty.'],
    ['title: [a]', '2:1 note-invalid “title” must be a text.'],
    [
      'title: "a\\u200bb"',
      '2:1 note-invalid “title” holds characters that cannot be seen; delete them.',
    ],
    [
      'title: "a\\u202eb"',
      '2:1 note-invalid “title” holds characters that cannot be seen; delete them.',
    ],
    [
      'title: "a\\ud800"',
      '2:1 note-invalid “title” holds characters that cannot be seen; delete them.',
    ],
    [
      'authors: Ada',
      '2:1 note-invalid “authors” must be a list, each item on a line that starts with “- ”.',
    ],
    ['authors: []', '2:1 note-invalid “authors” must not be empty.'],
    ['authors: [Ada, ""]', '2:16 note-invalid “authors.1” must not be empty.'],
    ['venue: " "', '2:1 note-invalid “venue” must not be empty.'],
    ['titel: Gulls', '2:1 note-invalid “titel” is unknown here.'],
    [
      'sameAs: a\nwithdrawn: b',
      '3:1 note-invalid “withdrawn” and “sameAs” do not go together: a paper is withdrawn, or it is the same as another.',
    ],
    [
      'sameAs: a\ntitle: b',
      '3:1 note-invalid “title” and “sameAs” do not go together: the title is that of the other paper.',
    ],
    [
      'title: a: b',
      "2:8 note-invalid Not valid YAML: a text with a colon and a space in it needs quotes, as in title: 'Gulls: A Study'.",
    ],
  ])('with a mistake is left out, and reported at its line: %j', (yaml, fault) => {
    expect(readNote(note(yaml, 'A text.')).papers).toEqual([]);
    expect(faults(note(yaml, 'A text.'))).toEqual([fault]);
  });

  test('has a title no longer than a digest may give it', () => {
    const longest = 'a'.repeat(limits.titleCharacters);
    expect(readNote(note(`title: ${longest}`)).papers).toHaveLength(1);
    expect(faults(note(`title: ${longest}a`))).toEqual([
      '2:1 note-invalid “title” must have at most 500 characters.',
    ]);
  });
});

describe('the front matter of a note', () => {
  test('must have an end', () => {
    expect(faults('\n---\ntitle: Gulls\n\nA text.')).toEqual([
      '2:1 note-invalid The line “---” that ends the front matter is missing.',
    ]);
    expect(faults('---', DATE_FILE)).toEqual([
      '1:1 note-invalid The line “---” that ends the front matter is missing.',
    ]);
    expect(readNote('---\ntitle: Gulls').papers).toEqual([]);
  });

  test.each(['title: Gulls\n', '\n–––\nwithdrawn: Why.\n–––\n', 'sameAs:\n'])(
    'needs its front matter between hyphens: %j',
    (text) => {
      expect(faults(text)).toEqual([
        '1:1 note-invalid What the note states must stand between two lines of three hyphens, “---”.',
      ]);
    },
  );

  test('may start with a word and a colon that is no field', () => {
    expect(faults('titles: all of them\n')).toEqual([]);
  });

  test.each(['+++\ntitle = "Gulls"\n+++\n', '\n  +++\n'])('is not TOML: %j', (text) => {
    expect(faults(text)).toEqual([
      '1:1 note-invalid The front matter must stand between two lines of “---”, not “+++”.',
    ]);
    expect(readNote(text).papers).toEqual([]);
  });

  test('may be followed by what looks like TOML further below', () => {
    expect(faults('A text.\n+++\n')).toEqual([]);
  });

  test.each([
    '\ufeff---\ntitle: Gulls\n---\n',
    '---\r\ntitle: Gulls\r\n---\r\n',
    '---\rtitle: Gulls\r---\r',
  ])('is read with any line end, and behind a byte order mark: %j', (text) => {
    expect(readNote(text)).toMatchObject({ papers: [{ title: 'Gulls' }], problems: [] });
  });

  test('is read without what no reader can see, with a warning', () => {
    expect(readNote('---\ntitle: Gu\u200blls\n---\n').papers).toMatchObject([{ title: 'Gulls' }]);
    expect(faults('---\ntitle: Gu\u200blls\n---\n')).toEqual([
      '2:10 characters-removed Characters that cannot be seen were removed: U+200B.',
    ]);
  });
});

describe('a file that is no text', () => {
  test.each([
    ['UTF-16', [0xff, 0xfe, 0x2d, 0x00], 'encoding-utf16'],
    ['Latin-1', [0x61, 0xe9, 0x62], 'encoding-invalid'],
    ['binary', [0, 1, 2, 3, 0x61], 'file-binary'],
  ])('is left out and reported: %s', (_, bytes, code) => {
    const { papers, problems } = readNote(bytes);
    expect(papers).toEqual([]);
    expect(problems).toMatchObject([{ code, severity: 'error', file: FILE }]);
  });
});

describe('the name of a note', () => {
  test.each([
    ['notes/a.mdx', 'a'],
    ['notes/gulls-2.mdx', 'gulls-2'],
    ['notes/paper-0123456789abcdef.mdx', 'paper-0123456789abcdef'],
    ['notes/con-0123456789.mdx', 'con-0123456789'],
    ['notes/dates.mdx', 'dates'],
    ['notes/2025-03-11.mdx', '2025-03-11'],
    ['notes/proto-2.mdx', 'proto-2'],
  ])('%s is about the paper %s', (file, id) => {
    expect(readNote('', file)).toMatchObject({ papers: [{ file, id }], problems: [] });
  });

  test.each([
    '..mdx',
    '...mdx',
    '.mdx',
    'Gulls.mdx',
    'gulls.MDX',
    'gulls.mdx.mdx',
    'gulls .mdx',
    'gulls_2.mdx',
    '__proto__.mdx',
    'möwen.mdx',
    'index.mdx',
    'constructor.mdx',
    'prototype.mdx',
    'con.mdx',
    'com1.mdx',
    'lpt9.mdx',
    '404.mdx',
    'new.mdx',
    `${'a'.repeat(92)}.mdx`,
  ])('%s is that of no paper', (name) => {
    expect(readNote('', `notes/${name}`).papers).toEqual([]);
    expect(faults('', `notes/${name}`)).toEqual([
      '1:1 note-invalid The name of the file, without .mdx, is not the last part of the address of a paper.',
    ]);
  });

  test('is looked at before what the note holds', () => {
    expect(faults(note('titel: x'), 'notes/Gulls.mdx')).toHaveLength(1);
  });
});

describe('a note on a date', () => {
  test('says where the date went, or why', () => {
    expect(readNote(note('sameAs: 2025-03-12'), DATE_FILE)).toEqual({
      papers: [],
      dates: [{ file: DATE_FILE, date: '2025-03-11', sameAs: '2025-03-12' }],
      problems: [],
    });
    expect(readNote(note('withdrawn: It was a copy.', '\n  \n'), DATE_FILE)).toEqual({
      papers: [],
      dates: [{ file: DATE_FILE, date: '2025-03-11', withdrawn: 'It was a copy.' }],
      problems: [],
    });
  });

  test.each(['2025-02-30', '2025-3-1', 'gulls', '2025', '2025-03-11 ', ''])(
    'is not named %j',
    (name) => {
      const file = `notes/dates/${name}.mdx`;
      expect(readNote(note('withdrawn: x'), file).dates).toEqual([]);
      expect(faults(note('withdrawn: x'), file)).toEqual([
        '1:1 note-invalid The name of the file, without .mdx, is not a date such as 2025-03-11.',
      ]);
    },
  );

  test.each(['', '---\n---\n', note('sameAs: 2025-03-12\nwithdrawn: x')])(
    'states one of the two: %j',
    (text) => {
      expect(faults(text, DATE_FILE)).toEqual([
        expect.stringMatching(
          /^\d:1 note-invalid The file must state either “sameAs: DATE” or “withdrawn: WHY”\.$/,
        ) as string,
      ]);
      expect(readNote(text, DATE_FILE).dates).toEqual([]);
    },
  );

  test.each([
    ['sameAs: 2025-02-30', '“sameAs” must be a date such as 2025-03-11.'],
    ['sameAs: /dates/2025-03-12/', '“sameAs” must be a date such as 2025-03-11.'],
    ['withdrawn: ""', '“withdrawn” must not be empty.'],
    ['withdrawn: x\ntitle: y', '“title” is unknown here.'],
  ])('is read as strictly: %j', (yaml, message) => {
    expect(faults(note(yaml), DATE_FILE)).toContainEqual(expect.stringContaining(message));
    expect(readNote(note(yaml), DATE_FILE).dates).toEqual([]);
  });

  test('has no text, for there is no page to show it', () => {
    expect(faults(note('withdrawn: x', '\nA text.'), DATE_FILE)).toEqual([
      '4:1 note-invalid A note on a date has no text; say in “withdrawn” what readers should know.',
    ]);
    expect(readNote(note('withdrawn: x', 'A text.'), DATE_FILE).dates).toEqual([]);
  });
});

describe('readNotes', () => {
  const files = {
    'notes/tides.mdx': note('withdrawn: x'),
    'notes/gulls.mdx': note('titel: x'),
    'notes/dates/2025-03-12.mdx': note('withdrawn: x'),
    'notes/dates/2025-03-11.mdx': note('withdrawn: x'),
    'notes/a.mdx': note('nonsense: x'),
  };
  const notes = Object.entries(files).map(([file, text]) => raw(text, file));

  test('sorts notes by their files, and a mistake in one does not hide the others', () => {
    const { papers, dates, problems } = readNotes(notes);
    expect(papers.map(({ id }) => id)).toEqual(['tides']);
    expect(dates.map(({ date }) => date)).toEqual(['2025-03-11', '2025-03-12']);
    expect(problems.map(({ file }) => file)).toEqual(['notes/a.mdx', 'notes/gulls.mdx']);
  });

  test('does not depend on their order, and leaves them as they were', () => {
    const turned = notes.toReversed();
    expect(readNotes(turned)).toEqual(readNotes(notes));
    expect(turned).toEqual(notes.toReversed());
  });

  test('of nothing is nothing', () => {
    expect(readNotes([])).toEqual({ papers: [], dates: [], problems: [] });
  });
});
