import { describe, expect, test } from 'vitest';

import { type Vanished, vanishedAddresses } from '../../src/publish/vanished.ts';
import { permalinks } from '../../src/publish/permalinks.ts';
import { archiveOf, digestOf, millisecondsOf } from '../helpers.ts';

const archive = archiveOf(
  { '2025-03-11.txt': digestOf('Jars on shelves', 'Gulls', 'Theory of tides for C++') },
  {},
  {
    'old-jars': '---\nsameAs: gulls\n---\n',
    'bad-jars': "---\nwithdrawn: 'Made up.'\n---\n",
    'dates/2025-03-10': '---\nsameAs: 2025-03-11\n---\n',
  },
);
const vanished = (...published: readonly string[]): readonly Vanished[] =>
  vanishedAddresses(published, archive);

describe('vanishedAddresses', () => {
  test('of what the archive answers are none', () => {
    expect(vanished(...permalinks(archive))).toEqual([]);
    expect(vanished()).toEqual([]);
  });

  test.each([
    '/',
    '/about/',
    '/dates/',
    '/list/',
    '/papers/',
    '/search/',
    '/dates/2025-03-11/',
    '/dates/2025-03-10/',
    '/papers/gulls/',
    '/papers/old-jars/',
    '/papers/bad-jars/',
  ])('do not have %s', (address) => {
    expect(vanished(address)).toEqual([]);
  });

  test.each(['/papers/glass/', '/dates/2025-03-12/', '/feed/', '/gulls/', 'gulls', ''])(
    'have %j, without a successor',
    (address) => {
      expect(vanished('/', address)).toEqual([{ address }]);
    },
  );

  test.each([
    ['/papers/jars-on-shelfes/', '/papers/jars-on-shelves/'],
    ['/papers/jars-shelves/', '/papers/jars-on-shelves/'],
    ['/papers/jars-on-shel-ves/', '/papers/jars-on-shelves/'],
    ['/papers/guls/', '/papers/gulls/'],
    ['/papers/gulls-0123456789/', '/papers/gulls/'],
    ['/papers/gulls', '/papers/gulls/'],
    ['/papers/old-jarrs/', '/papers/old-jars/'],
  ])('have %s with the successor %s', (address, successor) => {
    expect(vanished(address)).toEqual([{ address, successor }]);
  });

  test('have an address with a successor that has a hash', () => {
    const [paper] = permalinks(archive).filter((address) => address.includes('tides'));
    expect(paper).toMatch(/^\/papers\/theory-of-tides-for-c-[0-9a-f]{10}\/$/);
    expect(vanished('/papers/theory-of-tide-for-c-0123456789/')).toEqual([
      { address: '/papers/theory-of-tide-for-c-0123456789/', successor: paper },
    ]);
  });

  test('have no successor where there could be two', () => {
    const two = archiveOf({ '2025-03-11.txt': digestOf('Jars on shelves', 'Jars on shelven') });
    expect(vanishedAddresses(['/papers/jars-on-shelvex/'], two)).toEqual([
      { address: '/papers/jars-on-shelvex/' },
    ]);
  });

  test('are no successors of one another', () => {
    expect(vanished('/papers/glasses/', '/papers/glassen/')).toEqual([
      { address: '/papers/glasses/' },
      { address: '/papers/glassen/' },
    ]);
  });

  test('come in the order of the list, a successor with each', () => {
    expect(vanished('/papers/guls/', '/dates/2025-01-01/', '/papers/jar-on-shelves/')).toEqual([
      { address: '/papers/guls/', successor: '/papers/gulls/' },
      { address: '/dates/2025-01-01/' },
      { address: '/papers/jar-on-shelves/', successor: '/papers/jars-on-shelves/' },
    ]);
  });

  test('are found in time when there are many', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `/papers/jar-${String(index)}-x/`);
    expect(millisecondsOf(() => vanished(...many))).toBeLessThan(3000);
  });
});
