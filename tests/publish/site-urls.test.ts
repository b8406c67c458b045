import { describe, expect, test } from 'vitest';

import { paperId, titleKey } from '../../src/archive/identity.ts';
import { siteUrls } from '../../src/publish/site-urls.ts';
import { day } from '../helpers.ts';

const id = paperId(titleKey('Gulls'));

describe('siteUrls', () => {
  test('knows every permanent address', () => {
    const urls = siteUrls('/', undefined);
    expect(urls.home()).toBe('/');
    expect(urls.paper(id)).toBe('/papers/gulls/');
    expect(urls.papers()).toBe('/papers/');
    expect(urls.date(day('2025-03-11'))).toBe('/dates/2025-03-11/');
    expect(urls.dates()).toBe('/dates/');
    expect(urls.letter('0-9')).toBe('/titles/0-9/');
    expect(urls.search()).toBe('/search/');
    expect(urls.about()).toBe('/about/');
    expect(urls.file('archive.json')).toBe('/archive.json');
  });

  test.each(['archive', '/archive', 'archive/', '/archive/', '//archive//'])(
    'puts the site into the folder %j',
    (base) => {
      const urls = siteUrls(base, undefined);
      expect(urls.home()).toBe('/archive/');
      expect(urls.paper(id)).toBe('/archive/papers/gulls/');
    },
  );

  test.each(['', '/', '//'])('%j is the root', (base) => {
    expect(siteUrls(base, undefined).home()).toBe('/');
    expect(siteUrls(base, undefined).search()).toBe('/search/');
  });

  test('may be in a folder of a folder', () => {
    expect(siteUrls('/a/b', undefined).dates()).toBe('/a/b/dates/');
  });

  test('an address is absolute once the site is known', () => {
    const urls = siteUrls('/archive', 'https://example.org');
    expect(urls.isPlaced).toBe(true);
    expect(urls.absolute(urls.paper(id))).toBe('https://example.org/archive/papers/gulls/');
    expect(urls.whole(urls.paper(id))).toBe(urls.absolute(urls.paper(id)));
    expect(siteUrls('/', 'https://example.org/').absolute(urls.home())).toBe(
      'https://example.org/archive/',
    );
  });

  test('there is no absolute address while the site is not known', () => {
    const urls = siteUrls('/archive', undefined);
    expect(urls.absolute(urls.home())).toBeUndefined();
    expect(urls.isPlaced).toBe(false);
    expect(urls.whole(urls.home())).toBe(urls.home());
  });
});
