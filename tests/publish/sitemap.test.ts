import { expect, test } from 'vitest';

import { wholeText } from '../../src/publish/machine-file.ts';
import { sitemapFiles } from '../../src/publish/sitemap.ts';
import { siteUrls } from '../../src/publish/site-urls.ts';
import { archiveOf, digestOf } from '../helpers.ts';
import { elementTexts, xmlFaults } from '../schemas.ts';
import { contentsOf, urls, withTopics } from './archives.ts';

const archive = withTopics(
  archiveOf(
    {
      '2025-03-11.txt': digestOf('Gulls', 'Gills', 'Tides'),
      '2025-03-12.txt': digestOf('Gulls', 'Reefs & Rocks'),
      '2025-03-14.txt': digestOf('Gulls'),
    },
    {},
    { gills: '---\nsameAs: gulls\n---\n', tides: '---\nwithdrawn: A hoax.\n---\n' },
  ),
  { reefs: ['Reefs & Rocks'] },
);
const SITE = 'https://papers.example.org/archive/';

/** The addresses of a sitemap below the site, each with its date. */
function datesIn(xml: string): Readonly<Record<string, string | undefined>> {
  const found = xml.matchAll(/<url><loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?<\/url>/g);
  return Object.fromEntries(
    Array.from(found, ([, loc = '', date]) => [loc.replace(SITE, '/'), date]),
  );
}

test('a sitemap has every page that is where it says, with the newest date of what it shows', () => {
  const [file, ...others] = sitemapFiles(archive, urls);
  expect(others).toEqual([]);
  expect(datesIn(file === undefined ? '' : wholeText(file))).toEqual({
    '/': '2025-03-14',
    '/about/': undefined,
    '/code/': '2025-03-14',
    '/data/': '2025-03-14',
    '/dates/': '2025-03-14',
    '/dates/2025-03-11/': '2025-03-11',
    '/dates/2025-03-12/': '2025-03-12',
    '/dates/2025-03-14/': '2025-03-14',
    '/map/': '2025-03-14',
    '/papers/': '2025-03-14',
    '/papers/gulls/': '2025-03-14',
    [`/papers/${archive.papers.find(({ title }) => title.startsWith('Reefs'))?.id ?? ''}/`]:
      '2025-03-12',
    '/rising/': '2025-03-14',
    '/search/': undefined,
    '/subscribe/': undefined,
    '/topics/': '2025-03-14',
    '/topics/reefs/': '2025-03-12',
    '/trending/': '2025-03-14',
  });
});

test('a sitemap keeps to the schema of the protocol', async () => {
  const [file] = sitemapFiles(archive, urls);
  expect(await xmlFaults([file === undefined ? '' : wholeText(file)], 'sitemap.xsd')).toEqual([]);
});

test('there is none while nobody knows where the site lives', () => {
  expect([...sitemapFiles(archive, siteUrls('/', undefined))]).toEqual([]);
});

test.each([
  ['addresses', { addresses: 7, bytes: 10_000 }, [7, 7, 4]],
  ['bytes', { addresses: 50_000, bytes: 1000 }, [11, 7]],
])(
  'with too many %s, an index leads to files that hold all of them together',
  async (_, limits, sizes) => {
    const files = contentsOf(sitemapFiles(archive, urls, limits));
    const names = sizes.map((__, index) => `sitemap-${String(index + 1)}.xml`);
    expect([...files.keys()]).toEqual(['sitemap.xml', ...names]);
    const index = files.get('sitemap.xml') ?? '';
    expect(await xmlFaults([index], 'siteindex.xsd')).toEqual([]);
    expect(await elementTexts(index, 'loc')).toEqual(names.map((name) => SITE + name));
    expect((await elementTexts(index, 'lastmod'))[0]).toBe('2025-03-14');
    const parts = names.map((name) => files.get(name) ?? '');
    expect(await xmlFaults(parts, 'sitemap.xsd')).toEqual([]);
    expect(parts.map((part) => Object.keys(datesIn(part)).length)).toEqual(sizes);
    const [whole] = sitemapFiles(archive, urls);
    expect(Object.assign({}, ...parts.map(datesIn))).toEqual(
      datesIn(whole === undefined ? '' : wholeText(whole)),
    );
  },
);
