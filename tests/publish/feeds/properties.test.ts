import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { atomWriter } from '../../../src/publish/feeds/atom.ts';
import type { Feed, FeedEntry } from '../../../src/publish/feeds/feed.ts';
import { jsonFeed } from '../../../src/publish/feeds/json-feed.ts';
import { feedFiles } from '../../../src/publish/feeds/feed-files.ts';
import { displayTitle } from '../../../src/publish/title.ts';
import { archiveOf, blocks, day } from '../../helpers.ts';
import { propertySeed } from '../../property-seed.ts';
import { elementTexts, jsonFeedFaults, xmlFaults } from '../../schemas.ts';
import { contentsOf, urls, withTopics } from '../archives.ts';

// Each run starts the validator several times, and tries many texts at once.
fc.configureGlobal({ seed: propertySeed, numRuns: 5 });

const HOSTILE = [
  '</script><script>alert(1)</script>',
  ']]>',
  '<![CDATA[',
  '&amp;',
  '&#0;',
  '"\'',
  '--> <!--',
  '<?xml?>',
  '=cmd|calc',
  'TY  - BOOK',
  '\\',
  '😀 灯 é',
  'שלום',
];
const FORBIDDEN = ['\u0000', '\u0008', '\u001f', '\ufffe', '\uffff', '\ud800', '\udc00'];
const addressOf = (file: string): string => `https://papers.example.org/${file}`;
const atom = (feed: Feed): string => atomWriter(addressOf, addressOf('topics/'))(feed);

/** A text of one line without space at its ends, as feeds are given them. */
function textOf(...pieces: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 4 })), {
      minLength: 1,
      maxLength: 6,
    })
    .map((found) => found.join(' ').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

function feedOf(texts: readonly string[], page?: string): Feed {
  const entries = texts.map((text, index): FeedEntry => ({
    address: addressOf(`papers/${String(index)}/`),
    title: text,
    paragraphs: [text, text],
    published: day('2025-03-11'),
    updated: day('2025-03-12'),
    authors: [text],
    categories: [text],
    topics: [{ slug: 'gulls', name: text }],
    links: [
      { kind: 'code', url: `https://example.org/?q=${encodeURIComponent(text.toWellFormed())}` },
    ],
  }));
  const [first = ''] = texts;
  const site = { archive: first, title: first, subtitle: first, language: 'en' };
  const home = addressOf('');
  return {
    ...site,
    name: 'feeds/all',
    ...(page && { page, older: '1' }),
    home,
    site: home,
    entries,
  };
}

describe('a feed of any texts', () => {
  const texts = fc.array(textOf(...HOSTILE), { minLength: 1, maxLength: 80 });
  // Decoding takes out what XML cannot hold; here it is not asked.
  const legal = texts.map((all) =>
    all.map((text) => text.replace(/[\p{Cc}\ufffe\uffff]/gu, '').trim() || 'x'),
  );

  test('is Atom, and gives the titles, authors and paragraphs back', async () => {
    await fc.assert(
      fc.asyncProperty(legal, fc.constantFrom(undefined, '2'), async (all, page) => {
        const xml = atom(feedOf(all, page));
        expect(await xmlFaults([xml], 'atom.rng')).toEqual([]);
        expect((await elementTexts(xml, 'title')).slice(1)).toEqual(all);
        expect((await elementTexts(xml, 'name')).slice(1)).toEqual(all);
        const paragraphs = (await elementTexts(xml, 'content')).map((html) =>
          /^<p>([^<>]*)<\/p><p>\1<\/p>$/
            .exec(html)?.[1]
            ?.replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&amp;', '&'),
        );
        expect(paragraphs).toEqual(all);
      }),
    );
  });

  test('is JSON Feed, and gives the titles and texts back', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(undefined, '2'), (all, page) => {
        const json = jsonFeed(feedOf(all, page), addressOf);
        expect(jsonFeedFaults(json)).toEqual([]);
        const { items } = JSON.parse(json) as { items: { title: string; content_text: string }[] };
        expect(items.map(({ title }) => title)).toEqual(all);
        expect(items.map(({ content_text }) => content_text)).toEqual(
          all.map((text) => `${text}\n\n${text}`),
        );
      }),
    );
  });

  test('is well-formed even with characters that XML cannot hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(textOf(...FORBIDDEN, ...HOSTILE), { minLength: 1, maxLength: 80 }),
        async (all) => {
          const xml = atom(feedOf(all));
          expect(xml.isWellFormed()).toBe(true);
          expect(await xmlFaults([xml], 'atom.rng')).toEqual([]);
        },
      ),
    );
  });
});

test('the feeds of an archive with any titles are sound, and name each paper as its page does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(textOf(...HOSTILE), { minLength: 1, maxLength: 40 }),
      async (titles) => {
        const digest = blocks(
          ...titles.flatMap((title, index) => [
            title,
            `Text ${String(index)} of a paper that is about nothing else.`,
          ]),
        );
        const archive = withTopics(archiveOf({ '2025-03-11.txt': digest }, { title: ']]> & <b>' }));
        const files = contentsOf(feedFiles(archive, urls));
        if (archive.papers.length === 0) return;
        const xml = files.get('feeds/new.xml') ?? '';
        expect(await xmlFaults([xml], 'atom.rng')).toEqual([]);
        const shown = archive.papers.map(({ title }) => displayTitle(title).text);
        expect((await elementTexts(xml, 'title')).slice(1).sort()).toEqual(shown.sort());
      },
    ),
  );
});
