import { describe, expect, test } from 'vitest';

import { openGraphTags, type SharedPage } from '../../../src/publish/metadata/open-graph.ts';
import { siteImage } from '../../../src/publish/metadata/social-image.ts';
import { ARCHIVE, BARE_URLS, tagLines, URLS } from './described.ts';

const PAGE: SharedPage = {
  title: 'Dates',
  description: 'Two dates.',
  type: 'website',
  path: URLS.dates(),
  image: siteImage(ARCHIVE),
};

describe('Open Graph', () => {
  test('describes a page with its address and its image', () => {
    expect(tagLines(openGraphTags(PAGE, ARCHIVE, URLS))).toEqual([
      'og:title: Dates',
      'og:type: website',
      'og:description: Two dates.',
      'og:url: https://papers.example.org/archive/dates/',
      'og:site_name: Gulls Weekly',
      'og:image: https://papers.example.org/archive/social.png',
      'og:image:width: 1200',
      'og:image:height: 630',
      'og:image:alt: Gulls Weekly: Papers about gulls.',
      'twitter:card: summary_large_image',
    ]);
  });

  test('leaves out what has to be a whole address when that of the site is not known', () => {
    expect(tagLines(openGraphTags(PAGE, ARCHIVE, BARE_URLS))).toEqual([
      'og:title: Dates',
      'og:type: website',
      'og:description: Two dates.',
      'og:site_name: Gulls Weekly',
      'twitter:card: summary',
    ]);
  });

  test('says nothing of a page of which nothing is said', () => {
    const lines = tagLines(openGraphTags({ ...PAGE, description: undefined }, ARCHIVE, URLS));
    expect(lines.filter((line) => line.startsWith('og:description'))).toEqual([]);
  });

  test.each([
    ['pt-BR', 'pt_BR'],
    ['zh-Hant-TW', 'zh_TW'],
    ['en', undefined],
    ['es-419', undefined],
    ['gsw-CH', undefined],
  ])('maps the language %s to the locale %s', (language, locale) => {
    const lines = tagLines(openGraphTags(PAGE, { ...ARCHIVE, language }, URLS));
    expect(lines.find((line) => line.startsWith('og:locale'))).toBe(
      locale && `og:locale: ${locale}`,
    );
  });
});
