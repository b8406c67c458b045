import { describe, expect, test } from 'vitest';

import { permalinks, permalinksText } from '../../src/publish/permalinks.ts';
import { archiveOf, digestOf } from '../helpers.ts';

const archive = archiveOf(
  { '2025-03-12.txt': digestOf('Tides', 'C'), '2025-03-11.txt': digestOf('Gulls', 'Gills') },
  {},
  {
    gills: '---\nsameAs: gulls\n---\n',
    tides: '---\nwithdrawn: A hoax.\n---\n',
    'dates/2025-03-10': '---\nsameAs: 2025-03-11\n---\n',
    'dates/2025-03-13': '---\nwithdrawn: A copy.\n---\n',
  },
);

describe('permalinks', () => {
  test('of an empty archive are those of its fixed pages', () => {
    expect(permalinks(archiveOf({}))).toEqual([
      '/',
      '/about/',
      '/code/',
      '/data/',
      '/dates/',
      '/list/',
      '/map/',
      '/papers/',
      '/rising/',
      '/search/',
      '/subscribe/',
      '/topics/',
      '/trending/',
    ]);
  });

  test('hold every paper and date, moved and withdrawn ones too, in order', () => {
    expect(permalinks(archive)).toEqual([
      '/',
      '/about/',
      '/code/',
      '/data/',
      '/dates/',
      '/dates/2025-03-10/',
      '/dates/2025-03-11/',
      '/dates/2025-03-12/',
      '/dates/2025-03-13/',
      '/list/',
      '/map/',
      '/papers/',
      '/papers/c/',
      '/papers/gills/',
      '/papers/gulls/',
      '/papers/tides/',
      '/rising/',
      '/search/',
      '/subscribe/',
      '/topics/',
      '/trending/',
    ]);
  });

  test('stand each on a line of permalinks.txt', () => {
    const text = permalinksText(archive);
    expect(text.endsWith('/trending/\n')).toBe(true);
    expect(text.split('\n').slice(0, -1)).toEqual(permalinks(archive));
  });
});
