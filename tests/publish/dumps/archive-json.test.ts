import { describe, expect, test } from 'vitest';

import { archiveJson } from '../../../src/publish/dumps/archive-json.ts';
import { abstractOn, archiveOf, blocks, digestOf } from '../../helpers.ts';

const parse = (files: Readonly<Record<string, string>>): unknown =>
  JSON.parse(archiveJson(archiveOf(files), 42));

describe('archiveJson', () => {
  test('lists papers, dates, digests, counts and problems', () => {
    const gulls = blocks('Gulls', `${abstractOn('gulls')} See https://example.org/gulls.`);
    expect(parse({ '2025-03-11-a.txt': gulls, '2025-03-11-b.txt': gulls })).toEqual({
      generator: 'Offprint',
      format: 'offprint-archive',
      version: 1,
      papers: [
        {
          id: 'gulls',
          title: 'Gulls',
          dates: ['2025-03-11'],
          appearances: [
            { date: '2025-03-11', file: 'digests/2025-03-11-a.txt', line: 1 },
            { date: '2025-03-11', file: 'digests/2025-03-11-b.txt', line: 1 },
          ],
          versions: 1,
          links: [{ kind: 'project', url: 'https://example.org/gulls' }],
        },
      ],
      dates: [
        {
          date: '2025-03-11',
          digests: ['digests/2025-03-11-a.txt', 'digests/2025-03-11-b.txt'],
          papers: 1,
        },
      ],
      former: { papers: [], dates: [] },
      digests: [
        {
          file: 'digests/2025-03-11-a.txt',
          date: '2025-03-11',
          tally: { blocks: 2, pageText: 0, titles: 1, abstracts: 1, leftOut: 0 },
        },
        {
          file: 'digests/2025-03-11-b.txt',
          date: '2025-03-11',
          tally: { blocks: 2, pageText: 0, titles: 1, abstracts: 1, leftOut: 0 },
        },
      ],
      counts: { digests: 2, entries: 2, papers: 1, dates: 1, files: 42 },
      problems: [],
    });
  });

  test('counts only what is published, and reports the rest', () => {
    expect(
      parse({ '2025-02-30.txt': digestOf('Gulls'), '2025-03-11.txt': digestOf('Tides') }),
    ).toMatchObject({
      digests: [{ file: 'digests/2025-02-30.txt' }, { date: '2025-03-11' }],
      counts: { digests: 1, entries: 1, papers: 1, dates: 1 },
      problems: [{ code: 'date-impossible', severity: 'error', line: 1, column: 1 }],
    });
  });

  test('is the same text for the same archive, and ends its last line', () => {
    const files = { '2025-03-11.txt': digestOf('Gulls', 'Tides') };
    expect(archiveJson(archiveOf(files), 1)).toBe(archiveJson(archiveOf(files), 1));
    expect(archiveJson(archiveOf(files), 1).endsWith('}\n')).toBe(true);
  });
});
