import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';

import type { TopicSlug } from '../../../src/archive/relate/types.ts';
import type { PaperId } from '../../../src/archive/types.ts';
import { jsonLdText, type JsonLd } from '../../../src/publish/metadata/json-ld.ts';
import {
  dataMetadata,
  dateMetadata,
  homeMetadata,
  paperMetadata,
  topicMetadata,
} from '../../../src/publish/metadata/page-metadata.ts';
import { day } from '../../helpers.ts';
import { propertySeed } from '../../property-seed.ts';
import { ARCHIVE, BARE_URLS, described, URLS } from './described.ts';
import { faultsOf } from './schema-org.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

const FACTS = {
  authors: ['Keeper, Ada', 'Ben Harbour'],
  year: 2024,
  doi: '10.1000/gulls<182>',
  arxiv: '2403.01230v2',
  venue: 'Journal of Gulls',
};
const PAPERS = ['a-study-of-gulls', 'tides-in-a-jar'] as readonly string[] as readonly PaperId[];
const DATE = {
  date: day('2025-03-11'),
  description: 'Two papers.',
  papers: PAPERS,
  added: 1,
};
const TOPIC = {
  slug: 'gulls' as TopicSlug,
  name: 'Gulls',
  description: 'Gulls: 2 papers.',
  papers: PAPERS,
};
const FILES = [{ name: 'archive.json', mediaType: 'application/json' }];

function paperJson(more: Parameters<typeof described>[0] = {}): JsonLd {
  return paperMetadata(described(more), ARCHIVE, URLS).jsonLd ?? {};
}

test.each(
  Object.entries({
    'of a paper with every fact': paperJson({ facts: FACTS, abstract: 'We counted gulls.' }),
    'of a paper with its title alone': paperJson(),
    'of a date': dateMetadata(DATE, ARCHIVE, URLS).jsonLd,
    'of a topic': topicMetadata(TOPIC, ARCHIVE, URLS).jsonLd,
    'of the home page': homeMetadata(ARCHIVE, URLS).jsonLd,
    'of the data': dataMetadata(ARCHIVE, FILES, URLS).jsonLd,
  }),
)('the JSON-LD %s has only what schema.org has, where it has it', async (_, document = {}) => {
  expect(await faultsOf(document)).toEqual([]);
});

test('a paper says every fact that is stated, and names its authors given name first', () => {
  const document = paperJson({ facts: FACTS, abstract: 'We counted gulls.' });
  expect(document).toMatchInlineSnapshot(`
    {
      "@context": "https://schema.org",
      "@graph": [
        {
          "@type": "ScholarlyArticle",
          "abstract": "We counted gulls.",
          "author": [
            {
              "@type": "Person",
              "name": "Ada Keeper",
            },
            {
              "@type": "Person",
              "name": "Ben Harbour",
            },
          ],
          "datePublished": "2024",
          "headline": "A Study of Gulls",
          "identifier": [
            {
              "@type": "PropertyValue",
              "propertyID": "arXiv",
              "value": "2403.01230v2",
            },
            {
              "@type": "PropertyValue",
              "propertyID": "DOI",
              "value": "10.1000/gulls<182>",
            },
          ],
          "inLanguage": "en",
          "isPartOf": {
            "@type": "WebSite",
            "name": "Gulls Weekly",
            "url": "https://papers.example.org/archive/",
          },
          "name": "A Study of Gulls",
          "sameAs": [
            "https://arxiv.org/abs/2403.01230v2",
            "https://doi.org/10.1000/gulls%3C182%3E",
          ],
          "url": "https://papers.example.org/archive/papers/a-study-of-gulls/",
        },
        {
          "@type": "BreadcrumbList",
          "itemListElement": [
            {
              "@type": "ListItem",
              "item": {
                "@id": "https://papers.example.org/archive/",
              },
              "name": "Gulls Weekly",
              "position": 1,
            },
            {
              "@type": "ListItem",
              "item": {
                "@id": "https://papers.example.org/archive/dates/2025-03-11/",
              },
              "name": "11 March 2025",
              "position": 2,
            },
            {
              "@type": "ListItem",
              "item": {
                "@id": "https://papers.example.org/archive/papers/a-study-of-gulls/",
              },
              "name": "A Study of Gulls",
              "position": 3,
            },
          ],
        },
      ],
    }
  `);
});

test('a paper of which only the title is known has no author, date or id', () => {
  const [paper] = paperJson()['@graph'] as readonly JsonLd[];
  expect(Object.keys(paper ?? {})).toEqual([
    '@type',
    'url',
    'name',
    'headline',
    'inLanguage',
    'isPartOf',
  ]);
});

test('a date lists its papers in order and leads back to the home page', () => {
  expect(dateMetadata(DATE, ARCHIVE, URLS).jsonLd).toMatchInlineSnapshot(`
    {
      "@context": "https://schema.org",
      "@graph": [
        {
          "@type": "CollectionPage",
          "description": "Two papers.",
          "inLanguage": "en",
          "isPartOf": {
            "@type": "WebSite",
            "name": "Gulls Weekly",
            "url": "https://papers.example.org/archive/",
          },
          "mainEntity": {
            "@type": "ItemList",
            "itemListElement": [
              {
                "@type": "ListItem",
                "position": 1,
                "url": "https://papers.example.org/archive/papers/a-study-of-gulls/",
              },
              {
                "@type": "ListItem",
                "position": 2,
                "url": "https://papers.example.org/archive/papers/tides-in-a-jar/",
              },
            ],
            "numberOfItems": 2,
          },
          "name": "11 March 2025",
          "temporalCoverage": "2025-03-11",
          "url": "https://papers.example.org/archive/dates/2025-03-11/",
        },
        {
          "@type": "BreadcrumbList",
          "itemListElement": [
            {
              "@type": "ListItem",
              "item": {
                "@id": "https://papers.example.org/archive/",
              },
              "name": "Gulls Weekly",
              "position": 1,
            },
            {
              "@type": "ListItem",
              "item": {
                "@id": "https://papers.example.org/archive/dates/",
              },
              "name": "Dates",
              "position": 2,
            },
            {
              "@type": "ListItem",
              "item": {
                "@id": "https://papers.example.org/archive/dates/2025-03-11/",
              },
              "name": "11 March 2025",
              "position": 3,
            },
          ],
        },
      ],
    }
  `);
});

test('the home page says how to search the archive', () => {
  expect(homeMetadata(ARCHIVE, URLS).jsonLd).toMatchInlineSnapshot(`
    {
      "@context": "https://schema.org",
      "@graph": [
        {
          "@type": "WebSite",
          "description": "Papers about gulls.",
          "inLanguage": "en",
          "name": "Gulls Weekly",
          "potentialAction": {
            "@type": "SearchAction",
            "query-input": "required name=search_term_string",
            "target": {
              "@type": "EntryPoint",
              "urlTemplate": "https://papers.example.org/archive/search/?q={search_term_string}",
            },
          },
          "url": "https://papers.example.org/archive/",
        },
      ],
    }
  `);
});

test('the vocabulary finds what does not belong', async () => {
  const document = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Gull', name: 'Ada' },
      { '@type': 'Person', headline: 'Ada', wings: 2 },
      { '@type': 'WebSite', url: '/archive/', author: { '@type': 'Dataset' }, name: 7 },
    ],
  };
  expect(await faultsOf(document)).toEqual([
    'a thing of the types “Gull”',
    'headline does not belong',
    'an unknown property wings',
    'author is a Dataset',
    'name: {"@value":7}',
    'url: {"@id":"/archive/"}',
  ]);
});

test.each([
  ['a paper', paperMetadata(described(), ARCHIVE, BARE_URLS)],
  ['a date', dateMetadata(DATE, ARCHIVE, BARE_URLS)],
  ['a topic', topicMetadata(TOPIC, ARCHIVE, BARE_URLS)],
  ['the home page', homeMetadata(ARCHIVE, BARE_URLS)],
  ['the data', dataMetadata(ARCHIVE, FILES, BARE_URLS)],
])('there is no JSON-LD of %s when the address of the site is not known', (_, { jsonLd }) => {
  expect(jsonLd).toBeUndefined();
});

test('of a very long abstract, programs get the start', () => {
  const { description = '' } = paperMetadata(
    described({ abstract: 'We counted gulls. '.repeat(1000) }),
    ARCHIVE,
    URLS,
  );
  expect(description.length).toBeLessThanOrEqual(5000);
  expect(description).toMatch(/^We counted gulls\. .*…$/);
});

describe('a data block', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom('</script>', '<script>', '<!--', '-->', ']]>', '&lt;', '\u2028', '"', '\\'),
        fc.string({ unit: 'grapheme', maxLength: 5 }),
        fc.string({ unit: 'binary', maxLength: 5 }),
      ),
      { maxLength: 8 },
    )
    .map((pieces) => pieces.join(''));

  test('of any title and abstract is one element whose text parses back to them', () => {
    fc.assert(
      fc.property(text, text, (title, abstract) => {
        const html = `<script type="application/ld+json">${jsonLdText(paperJson({ title, abstract }))}</script>`;
        const { children } = fromHtml(html, { fragment: true });
        expect(children).toHaveLength(1);
        const [script] = children;
        const [content] = script?.type === 'element' ? script.children : [];
        const parsed = JSON.parse(content?.type === 'text' ? content.value : '') as {
          '@graph': readonly [{ name: string; abstract?: string }];
        };
        const [paper] = parsed['@graph'];
        expect([paper.name, paper.abstract ?? '']).toEqual([title, abstract]);
      }),
    );
  });

  test('holds no sign that HTML or an older JavaScript reads as more than text', () => {
    expect(jsonLdText({ name: '</script>&\u2028\u2029' })).toBe(
      String.raw`{"name":"\u003c/script\u003e\u0026\u2028\u2029"}`,
    );
  });
});
