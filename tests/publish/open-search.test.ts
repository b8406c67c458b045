import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { defaultSettings } from '../../src/archive/settings.ts';
import { openSearchXml } from '../../src/publish/open-search.ts';
import { siteUrls } from '../../src/publish/site-urls.ts';
import { propertySeed } from '../property-seed.ts';
import { elementTexts, xmlFaults } from '../schemas.ts';
import { urls } from './archives.ts';

describe('the description of the search', () => {
  test('says where a query goes', () => {
    expect(openSearchXml({ ...defaultSettings, title: 'Shore & Sea' }, urls))
      .toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="utf-8"?>
      <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
      <ShortName>Shore &#x26; Sea</ShortName>
      <Description>Papers by date, with full-text search.</Description>
      <LongName>Shore &#x26; Sea</LongName>
      <Url type="text/html" template="https://papers.example.org/archive/search/?q={searchTerms}" />
      <Url type="application/opensearchdescription+xml" rel="self" template="https://papers.example.org/archive/opensearch.xml" />
      <Image type="image/svg+xml">https://papers.example.org/archive/favicon.svg</Image>
      <Language>en</Language>
      <InputEncoding>UTF-8</InputEncoding>
      <OutputEncoding>UTF-8</OutputEncoding>
      </OpenSearchDescription>
      "
    `);
  });

  test('is not made while nobody knows where the site lives', () => {
    expect(openSearchXml(defaultSettings, siteUrls('/', undefined))).toBeUndefined();
  });

  test('keeps to the specification whatever the archive is called', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 2000 }),
        async (title, description) => {
          const xml = openSearchXml({ ...defaultSettings, title, description }, urls) ?? '';
          expect(await xmlFaults([xml], 'opensearch.rng')).toEqual([]);
        },
      ),
      { seed: propertySeed, numRuns: 20 },
    );
  });

  test('cuts a long name at a word, where it is too long', async () => {
    const settings = { ...defaultSettings, title: 'Trending Papers of the Northern Shore' };
    const xml = openSearchXml(settings, urls) ?? '';
    expect(await elementTexts(xml, 'ShortName')).toEqual(['Trending Papers…']);
    expect(await elementTexts(xml, 'LongName')).toEqual([settings.title]);
  });
});
