import { expect, test } from 'vitest';

import { feedFiles } from '../../../src/publish/feeds/feed-files.ts';
import { archiveOf, blocks } from '../../helpers.ts';
import { contentsOf, urls, withTopics } from '../archives.ts';

const archive = withTopics(
  archiveOf(
    {
      '2025-03-11.txt': blocks(
        'Gulls',
        'They sleep on <one> leg. The code is at https://example.org/gulls.',
      ),
    },
    { title: 'Shore' },
    { gulls: '---\nauthors: ["Doe, Jane"]\ndoi: 10.1000/182\n---\n' },
  ),
  { birds: ['Gulls'] },
);
const files = contentsOf(feedFiles(archive, urls));

test('a feed as Atom', () => {
  expect(files.get('feeds/new.xml')).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
    <id>https://papers.example.org/archive/feeds/new.xml</id>
    <title>Shore: new papers</title>
    <subtitle>Each paper once, when it is listed for the first time.</subtitle>
    <updated>2025-03-11T00:00:00Z</updated>
    <author><name>Shore</name><uri>https://papers.example.org/archive/</uri></author>
    <generator>Offprint</generator>
    <link rel="self" type="application/atom+xml" href="https://papers.example.org/archive/feeds/new.xml" />
    <link rel="alternate" type="text/html" href="https://papers.example.org/archive/" />
    <entry><id>https://papers.example.org/archive/papers/gulls/</id><title>Gulls</title><link rel="alternate" type="text/html" href="https://papers.example.org/archive/papers/gulls/" /><published>2025-03-11T00:00:00Z</published><updated>2025-03-11T00:00:00Z</updated><author><name>Jane Doe</name></author><content type="html">&#x3C;p>They sleep on &#x26;lt;one&#x26;gt; leg. The code is at https://example.org/gulls.&#x3C;/p></content><category term="birds" scheme="https://papers.example.org/archive/topics/" label="BIRDS" /><link rel="related" title="DOI" href="https://doi.org/10.1000/182" /><link rel="related" title="project" href="https://example.org/gulls" /></entry>
    </feed>
    "
  `);
});

test('the same as JSON Feed', () => {
  expect(files.get('feeds/new.json')).toMatchInlineSnapshot(`
    "{
     "version": "https://jsonfeed.org/version/1.1",
     "title": "Shore: new papers",
     "home_page_url": "https://papers.example.org/archive/",
     "feed_url": "https://papers.example.org/archive/feeds/new.json",
     "description": "Each paper once, when it is listed for the first time.",
     "authors": [
      {
       "name": "Shore",
       "url": "https://papers.example.org/archive/"
      }
     ],
     "language": "en",
     "items": [
      {
       "id": "https://papers.example.org/archive/papers/gulls/",
       "url": "https://papers.example.org/archive/papers/gulls/",
       "title": "Gulls",
       "content_text": "They sleep on <one> leg. The code is at https://example.org/gulls.",
       "date_published": "2025-03-11T00:00:00Z",
       "date_modified": "2025-03-11T00:00:00Z",
       "authors": [
        {
         "name": "Jane Doe"
        }
       ],
       "tags": [
        "BIRDS"
       ]
      }
     ]
    }
    "
  `);
});
