import { describe, expect, test } from 'vitest';

import { archiveJson } from '../../../src/publish/dumps/archive-json.ts';
import { jsonSchema, schemaText } from '../../../src/publish/dumps/schemas.ts';
import { siteUrls } from '../../../src/publish/site-urls.ts';
import { archiveOf, blocks, digestOf } from '../../helpers.ts';
import { urls } from '../archives.ts';
import { closed, published } from './helpers.ts';

/** An archive with something in every field. */
const whole: unknown = JSON.parse(
  archiveJson(
    archiveOf(
      {
        '2025-03-11.txt': digestOf('Gulls', 'Tides', 'Jars', 'Harbours'),
        '2025-02-30.txt': digestOf('Never'),
        '2025-03-12.txt': blocks(
          'Gulls',
          'See https://example.org/gulls for a long text on gulls.',
        ),
      },
      {},
      {
        gulls: "---\nauthors: [Jane Doe]\nyear: 2024\nvenue: Gulls\ndoi: '10.1000/182'\n---\n",
        tides: '---\nsameAs: jars\n---\n',
        harbours: '---\nwithdrawn: The harbour is dry.\n---\n',
        'dates/2025-03-20': '---\nsameAs: 2025-03-11\n---\n',
        'dates/2025-03-21': '---\nwithdrawn: Nothing came.\n---\n',
      },
    ),
    42,
  ),
);

describe('the schema of archive.json', () => {
  test('describes every field that is written', () => {
    const validate = closed('schemas/archive.schema.json');
    expect(validate(whole), JSON.stringify(validate.errors)).toBe(true);
    expect(whole).toMatchObject({
      former: { papers: [{ id: 'harbours' }, { id: 'tides' }], dates: [{}, {}] },
      problems: [{ code: 'date-impossible' }, {}, { code: 'abstract-differs' }],
    });
  });

  test('refuses an archive without one of the fields that readers rely on', () => {
    const validate = published('schemas/archive.schema.json');
    expect(validate(whole)).toBe(true);
    for (const name of ['generator', 'papers', 'dates', 'former', 'digests', 'counts', 'problems'])
      expect(validate({ ...(whole as object), [name]: undefined }), name).toBe(false);
  });
});

test('a published schema takes fields that a later build may add', () => {
  const validate = published('schemas/archive.schema.json');
  expect(validate({ ...(whole as object), later: true })).toBe(true);
});

test('a schema is named by its address where the site knows it', () => {
  const head = (text: string): unknown => (JSON.parse(text) as { $id?: string }).$id;
  expect(head(schemaText('schemas/paper.schema.json', urls))).toBe(
    'https://papers.example.org/archive/schemas/paper.schema.json',
  );
  expect(head(schemaText('schemas/paper.schema.json', siteUrls('/', undefined)))).toBe(undefined);
});

describe('within version 1, no field is removed, changes its type or becomes optional', () => {
  // Frozen: lines may be added, never changed. Each is what some reader relies on.
  test.each([
    [
      'schemas/paper.schema.json',
      'format version id url title dates appearances links topics related',
    ],
    [
      'schemas/archive.schema.json',
      'generator format version papers dates former digests counts problems',
    ],
  ] as const)('%s', (file, fields) => {
    expect(jsonSchema(file).required).toEqual(expect.arrayContaining(fields.split(' ')));
  });
});

test('archive.json keeps every field that it had before it had a version', () => {
  expect(whole).toMatchObject({
    generator: 'Offprint',
    papers: [
      {
        id: 'gulls',
        title: 'Gulls',
        dates: ['2025-03-11', '2025-03-12'],
        appearances: [
          { date: '2025-03-11', file: 'digests/2025-03-11.txt', line: 1 },
          { date: '2025-03-12', file: 'digests/2025-03-12.txt', line: 1 },
        ],
        versions: 2,
        links: [{ kind: 'project', url: 'https://example.org/gulls' }],
        authors: ['Jane Doe'],
        year: 2024,
        venue: 'Gulls',
        doi: '10.1000/182',
      },
      { id: 'jars' },
    ],
    dates: [{ date: '2025-03-11', digests: ['digests/2025-03-11.txt'] }, { papers: 1 }],
    former: {
      papers: [
        { id: 'harbours', title: 'Harbours', withdrawn: 'The harbour is dry.', appearances: [{}] },
        { id: 'tides', title: 'Jars', movedTo: 'jars', appearances: [] },
      ],
      dates: [
        { date: '2025-03-20', movedTo: '2025-03-11' },
        { date: '2025-03-21', withdrawn: 'Nothing came.' },
      ],
    },
    digests: [
      { file: 'digests/2025-02-30.txt' },
      {
        file: 'digests/2025-03-11.txt',
        date: '2025-03-11',
        tally: { blocks: 8, pageText: 0, titles: 4, abstracts: 4, leftOut: 0 },
      },
      { file: 'digests/2025-03-12.txt' },
    ],
    counts: { digests: 2, entries: 5, papers: 2, dates: 2, files: 42 },
    problems: [
      {
        code: 'date-impossible',
        severity: 'error',
        file: 'digests/2025-02-30.txt',
        line: 1,
        column: 1,
        message: expect.any(String) as string,
        hint: expect.any(String) as string,
      },
      { code: 'abstract-differs' },
      { code: 'abstract-differs' },
    ],
  });
});
