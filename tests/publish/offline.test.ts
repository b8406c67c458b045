import { describe, expect, test } from 'vitest';

import { defaultSettings } from '../../src/archive/settings.ts';
import { offlineSearch, offlineShell, webManifest } from '../../src/publish/offline.ts';
import { siteUrls } from '../../src/publish/site-urls.ts';

function files(
  ...names: readonly string[]
): readonly { readonly name: string; readonly bytes: number }[] {
  return names.map((name) => ({ name, bytes: 1000 }));
}

describe('offlineShell', () => {
  test('is what pages are made with, and the ways in', () => {
    const site = files('', '_astro/a.js', 'favicon.svg', 'offline/', 'papers/gulls/', 'search/');
    expect(offlineShell(site)).toEqual(['', '_astro/a.js', 'favicon.svg', 'offline/', 'search/']);
  });

  test('leaves out faces that few pages need', () => {
    const faces = ['spectral-regular-latin', 'spectral-regular-extended', 'stix-two-math'];
    const site = files(...faces.map((face) => `_astro/${face}.B51hMAPR.woff2`));
    expect(offlineShell(site)).toEqual(['_astro/spectral-regular-latin.B51hMAPR.woff2']);
  });

  test('holds the newest ten dates', () => {
    const dates = Array.from({ length: 12 }, (_, day) => `dates/2025-03-${String(day + 10)}/`);
    expect(offlineShell(files(...dates))).toEqual(dates.slice(2));
  });

  test('holds dates up to the first that does not fit', () => {
    const site = [
      { name: 'dates/2025-03-11/', bytes: 10 },
      { name: 'dates/2025-03-12/', bytes: 200_001 },
      { name: 'dates/2025-03-13/', bytes: 300_000 },
    ];
    expect(offlineShell(site)).toEqual(['dates/2025-03-13/']);
  });
});

test('offlineSearch is what the search page reads, the catalogue last', () => {
  const site = files(
    'pagefind/catalogue.json.gz',
    'pagefind/other.js',
    'pagefind/parts/0a/titles-0.json.gz',
    'pagefind/parts/0a/words-0.gz',
    'pagefind/topics/0c.json.gz',
    'pagefind/words/0b.json.gz',
  );
  expect(offlineSearch(site).map(({ name }) => name)).toEqual([
    'pagefind/parts/0a/titles-0.json.gz',
    'pagefind/parts/0a/words-0.gz',
    'pagefind/topics/0c.json.gz',
    'pagefind/words/0b.json.gz',
    'pagefind/catalogue.json.gz',
  ]);
});

test('webManifest describes the archive as an application in its folder', () => {
  const settings = { ...defaultSettings, title: 'Gulls “daily”' };
  expect(JSON.parse(webManifest(settings, siteUrls('/archive', undefined)))).toEqual({
    name: 'Gulls “daily”',
    description: 'Papers by date, with full-text search.',
    lang: 'en',
    id: '/archive/',
    start_url: '/archive/',
    scope: '/archive/',
    display: 'minimal-ui',
    icons: [{ src: '/archive/favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
  });
});
