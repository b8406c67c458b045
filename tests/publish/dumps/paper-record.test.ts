import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { RelatedArchive } from '../../../src/archive/relate/types.ts';
import { type PaperRecord, paperLines } from '../../../src/publish/dumps/paper-record.ts';
import { siteUrls } from '../../../src/publish/site-urls.ts';
import { displayTitle } from '../../../src/publish/title.ts';
import { abstractOn, archiveOf, blocks, digestOf } from '../../helpers.ts';
import { propertySeed } from '../../property-seed.ts';
import { urls } from '../archives.ts';
import { archiveWith, closed, hostileText, published, related } from './helpers.ts';

function recordsOf(archive: RelatedArchive): readonly PaperRecord[] {
  return [...paperLines(archive, urls)].map((line) => JSON.parse(line) as PaperRecord);
}

const follows = published('schemas/paper.schema.json');
const isKnown = closed('schemas/paper.schema.json');

describe('papers.jsonl', () => {
  test('has everything that is known of a paper on its line', () => {
    const abstract = (year: string): string =>
      `${abstractOn('gulls')} It costs $10^{3}$ \\emph{jars} in ${year}. See https://github.com/example/gulls.`;
    const files = {
      '2025-03-11.txt': blocks('Gulls of $\\alpha$', abstract('2024')),
      '2025-03-14.txt': blocks('Gulls of $\\alpha$', abstract('2025'), 'Of Itself'),
    };
    const note = "---\nauthors: ['Müller, Karl']\nyear: 2024\narxiv: '2403.01230'\n---\n";
    const id = archiveOf(files).papers[0]?.id ?? '';
    const lines = [...paperLines(related(archiveOf(files, {}, { [id]: note })), urls)];
    expect(JSON.parse(lines[0] ?? '')).toMatchInlineSnapshot(`
      {
        "abstract": "This invented abstract is about gulls and about nothing else. Forty jars were filled with river water, shaken by hand and left on a shelf for a week. Half of them turned green, which the usual model of shelves does not predict. A second shelf, a little higher than the first, gave the same result. It costs 10³ jars in 2025. See https://github.com/example/gulls.",
        "abstracts": [
          {
            "dates": [
              "2025-03-14",
            ],
            "text": "This invented abstract is about gulls and about nothing else. Forty jars were filled with river water, shaken by hand and left on a shelf for a week. Half of them turned green, which the usual model of shelves does not predict. A second shelf, a little higher than the first, gave the same result. It costs 10³ jars in 2025. See https://github.com/example/gulls.",
          },
          {
            "dates": [
              "2025-03-11",
            ],
            "text": "This invented abstract is about gulls and about nothing else. Forty jars were filled with river water, shaken by hand and left on a shelf for a week. Half of them turned green, which the usual model of shelves does not predict. A second shelf, a little higher than the first, gave the same result. It costs 10³ jars in 2024. See https://github.com/example/gulls.",
          },
        ],
        "appearances": [
          {
            "date": "2025-03-11",
            "file": "digests/2025-03-11.txt",
            "line": 1,
          },
          {
            "date": "2025-03-14",
            "file": "digests/2025-03-14.txt",
            "line": 1,
          },
        ],
        "arxiv": "2403.01230",
        "authors": [
          "Müller, Karl",
        ],
        "dates": [
          "2025-03-11",
          "2025-03-14",
        ],
        "format": "offprint-paper",
        "id": "gulls-of-f07bc77baf",
        "links": [
          {
            "kind": "code",
            "url": "https://github.com/example/gulls",
          },
        ],
        "related": [],
        "title": "Gulls of α",
        "topics": [],
        "url": "https://papers.example.org/archive/papers/gulls-of-f07bc77baf/",
        "version": 1,
        "year": 2024,
      }
    `);
    expect(lines[1]).toMatchInlineSnapshot(`
      "{"format":"offprint-paper","version":1,"id":"of-itself","url":"https://papers.example.org/archive/papers/of-itself/","title":"Of Itself","dates":["2025-03-14"],"appearances":[{"date":"2025-03-14","file":"digests/2025-03-14.txt","line":5}],"links":[],"topics":[],"related":[]}
      "
    `);
  });

  test('has each paper of the archive once, in order of the ids, a line each', () => {
    const archive = related(
      archiveOf({
        '2025-03-11.txt': digestOf('Tides', 'Gulls'),
        '2025-03-14.txt': digestOf('Gulls', 'Harbours'),
      }),
    );
    const lines = [...paperLines(archive, urls)];
    expect(recordsOf(archive).map(({ id }) => id)).toEqual(['gulls', 'harbours', 'tides']);
    for (const line of lines) expect(line).toMatch(/^\{[^\n\r]*\}\n$/);
  });

  test('names topics and related papers that are there', () => {
    const shelves = ['Shelves of Coastal Libraries', 'Coastal Libraries and Their Jars'];
    const archive = related(
      archiveOf({ '2025-03-11.txt': digestOf(...shelves, 'Coastal Libraries at Night') }),
    );
    const records = recordsOf(archive);
    const topics = new Map(archive.relations.topics.map(({ slug, name }) => [String(slug), name]));
    const ids = new Set(records.map(({ id }) => id));
    expect(records.flatMap((record) => record.related).length).toBeGreaterThan(0);
    expect(records.flatMap((record) => record.topics).length).toBeGreaterThan(0);
    for (const { topics: named, related: near } of records) {
      for (const { slug, name } of named) expect(topics.get(slug)).toBe(name);
      for (const other of near) expect(ids).toContain(other);
    }
  });

  test('gives paths where the site does not know its address', () => {
    const archive = related(archiveOf({ '2025-03-11.txt': digestOf('Gulls') }));
    const [line = ''] = paperLines(archive, siteUrls('/archive', undefined));
    expect((JSON.parse(line) as PaperRecord).url).toBe('/archive/papers/gulls/');
  });

  test('keeps signs at which some readers end a line out of a line, whatever a file is called', () => {
    const file = '2025-03-11 a\u2028b\u2029c\u0085d\ne.txt';
    const archive = related(archiveOf({ [file]: digestOf('Gulls') }));
    const [line = ''] = paperLines(archive, urls);
    expect(line.split(/[\p{Zl}\p{Zp}\p{Cc}]/u)).toHaveLength(2);
    expect((JSON.parse(line) as PaperRecord).appearances[0]?.file).toBe(`digests/${file}`);
  });

  test.each([
    '</script><script>alert(1)</script>',
    'NUL \u0000 backspace \b noncharacter \ufffe surrogate \ud800 end',
    '=cmd|calc',
    'A } @evil{x',
    'An escaped newline \\nTY  - BOOK',
    'A section ]]> that ends',
    '"x" --- slug: ../../evil',
  ])('follows its schema and gives back the title: %j', (title) => {
    const archive = related(archiveOf({ '2025-03-11.txt': digestOf(title) }));
    const [paper] = archive.papers;
    const [record] = recordsOf(archive);
    expect(record?.title).toBe(displayTitle(paper?.title ?? '').text);
    expect(record?.title).not.toMatch(/[\p{Cc}\p{Cs}\ufffe]/u);
    expect(follows(record), JSON.stringify(follows.errors)).toBe(true);
    expect(isKnown(record), JSON.stringify(isKnown.errors)).toBe(true);
  });

  test('follows its schema and gives back title and abstract, whatever they say', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, abstract) => {
        const archive = archiveWith([[title, abstract, 'And more.']]);
        const [record] = recordsOf(archive);
        expect(record?.title).toBe(displayTitle(title).text);
        expect(record?.abstract?.endsWith('\n\nAnd more.')).toBe(true);
        expect(isKnown(record), JSON.stringify(isKnown.errors)).toBe(true);
      }),
      { seed: propertySeed, numRuns: 300 },
    );
  });
});
