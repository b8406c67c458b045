import { describe, expect, test } from 'vitest';

import { archiveOf, blocks, digestOf } from '../helpers.ts';

describe('a date', () => {
  test('with three digests is one issue that lists each paper once, in their order', () => {
    const { dates } = archiveOf({
      '2025-03-11-c.txt': digestOf('Ladders', 'Tides'),
      '2025-03-11-a.txt': digestOf('Gulls', 'Tides'),
      '2025-03-11-b.txt': digestOf('Harbours', 'Gulls', 'Tides'),
    });
    expect(dates).toEqual([
      {
        date: '2025-03-11',
        digests: [
          { file: 'digests/2025-03-11-a.txt', entries: 2 },
          { file: 'digests/2025-03-11-b.txt', entries: 3 },
          { file: 'digests/2025-03-11-c.txt', entries: 2 },
        ],
        listings: [
          { id: 'gulls', firstSeen: '2025-03-11', digests: 2 },
          { id: 'tides', firstSeen: '2025-03-11', digests: 3 },
          { id: 'harbours', firstSeen: '2025-03-11', digests: 1 },
          { id: 'ladders', firstSeen: '2025-03-11', digests: 1 },
        ],
      },
    ]);
  });

  test('tells the papers that were seen before', () => {
    const { dates } = archiveOf({
      '2025-03-12.txt': digestOf('Gulls', 'Tides'),
      '2025-03-11.txt': digestOf('Gulls'),
    });
    expect(dates.map(({ listings }) => listings)).toEqual([
      [{ id: 'gulls', firstSeen: '2025-03-11', digests: 1 }],
      [
        { id: 'gulls', firstSeen: '2025-03-11', digests: 1 },
        { id: 'tides', firstSeen: '2025-03-12', digests: 1 },
      ],
    ]);
  });

  test('counts a digest once that lists a paper twice', () => {
    const { dates } = archiveOf({ '2025-03-11.txt': digestOf('Gulls', 'Tides', 'GULLS') });
    expect(dates[0]?.listings).toMatchObject([
      { id: 'gulls', digests: 1 },
      { id: 'tides', digests: 1 },
    ]);
  });

  test('without papers still has its page', () => {
    const { dates } = archiveOf({ '2025-03-11.txt': blocks('Mar 11') });
    expect(dates).toMatchObject([{ date: '2025-03-11', listings: [] }]);
  });

  test('of rejected digests there is none', () => {
    expect(archiveOf({ '2025-02-30.txt': digestOf('Gulls') }).dates).toEqual([]);
  });

  test('comes after those that are older', () => {
    const { dates } = archiveOf({
      '2025-10-01.txt': digestOf('A'),
      '2024-12-31.txt': digestOf('B'),
      '2025-02-01.txt': digestOf('C'),
    });
    expect(dates.map(({ date }) => date)).toEqual(['2024-12-31', '2025-02-01', '2025-10-01']);
  });

  test('come oldest first whatever their files are called', () => {
    const files = {
      'a.txt': blocks('Mar 14', 'Gulls'),
      'b.txt': blocks('Mar 11', 'Tides'),
      'c.txt': blocks('Mar 12', 'Jars'),
    };
    const { dates } = archiveOf(files, { year: 2025 });
    expect(dates.map(({ date }) => date)).toEqual(['2025-03-11', '2025-03-12', '2025-03-14']);
  });
});
