import { describe, expect, test } from 'vitest';

import { compileArchive } from '../../src/archive/compile.ts';
import { defaultSettings } from '../../src/archive/settings.ts';
import { problem } from '../../src/digest/problems.ts';
import { abstractOn, archiveOf, blocks, digestOf, raw } from '../helpers.ts';

describe('compileArchive', () => {
  test('of nothing is empty', () => {
    expect(archiveOf({})).toEqual({
      settings: defaultSettings,
      papers: [],
      dates: [],
      formerPapers: [],
      formerDates: [],
      digests: [],
      problems: [],
    });
  });

  test('orders papers by id, dates by day, digests by file', () => {
    const archive = archiveOf({
      '2025-03-12.txt': digestOf('Tides', 'Ladders'),
      '2025-03-11.txt': digestOf('Gulls', 'Harbours'),
    });
    expect(archive.papers.map(({ id }) => id)).toEqual(['gulls', 'harbours', 'ladders', 'tides']);
    expect(archive.dates.map(({ date }) => date)).toEqual(['2025-03-11', '2025-03-12']);
    expect(archive.digests.map(({ file }) => file)).toEqual([
      'digests/2025-03-11.txt',
      'digests/2025-03-12.txt',
    ]);
  });

  test('takes the year from the settings where a digest states none', () => {
    const files = { 'a.txt': blocks('Mar 11', 'Gulls', abstractOn('gulls')) };
    expect(archiveOf(files, { year: 2031 }).dates.map(({ date }) => date)).toEqual(['2031-03-11']);
    expect(archiveOf(files)).toMatchObject({
      papers: [],
      dates: [],
      problems: [{ code: 'year-missing', file: 'digests/a.txt' }],
    });
  });

  test('passes the settings on', () => {
    const settings = { ...defaultSettings, title: 'Gulls daily' };
    expect(compileArchive({ digests: [], notes: [], settings, problems: [] }).settings).toBe(
      settings,
    );
  });

  test('says of every digest where its blocks went, of rejected ones too', () => {
    const { digests } = archiveOf({
      '2025-02-30.txt': digestOf('Gulls'),
      '2025-03-11.txt': blocks('new', 'Mar 11', 'Gulls', abstractOn('gulls')),
    });
    expect(digests).toEqual([
      {
        file: 'digests/2025-02-30.txt',
        tally: { blocks: 2, pageText: 0, titles: 0, abstracts: 0, leftOut: 2 },
      },
      {
        file: 'digests/2025-03-11.txt',
        date: '2025-03-11',
        tally: { blocks: 4, pageText: 2, titles: 1, abstracts: 1, leftOut: 0 },
      },
    ]);
  });

  test('gathers the problems of the folder, the digests and the merging, in order', () => {
    const place = { file: 'archive.yaml', line: 2, column: 1 };
    const archive = compileArchive({
      digests: [
        raw(digestOf('Gulls', 'GULLS'), 'digests/2025-03-12.txt'),
        raw(blocks('Mar 11', 'Gulls'), 'digests/2025-03-11.txt'),
      ],
      notes: [],
      settings: defaultSettings,
      problems: [problem('settings-invalid', place, { fact: 'Gulls.' })],
    });
    expect(archive.problems.map(({ file, line, code }) => [file, line, code])).toEqual([
      ['archive.yaml', 2, 'settings-invalid'],
      ['digests/2025-03-11.txt', 3, 'title-without-abstract'],
      ['digests/2025-03-12.txt', 5, 'title-repeated'],
      ['digests/2025-03-12.txt', 7, 'abstract-differs'],
    ]);
  });
});
