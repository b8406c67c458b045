import { describe, expect, test } from 'vitest';

import { feedFiles } from '../../../src/publish/feeds/feed-files.ts';
import { siteUrls } from '../../../src/publish/site-urls.ts';
import { abstractOn, archiveOf, blocks, digestOf } from '../../helpers.ts';
import { elementTexts, jsonFeedFaults, xmlFaults } from '../../schemas.ts';
import { contentsOf, urls, withTopics } from '../archives.ts';

const GULLS = 'Gulls <& Gills> ]]>';
const archive = withTopics(
  archiveOf(
    {
      '2025-03-11.txt': blocks(
        GULLS,
        'They sleep, & on one leg; its code is at https://example.org/gulls.',
      ),
      '2025-03-12.txt': blocks(
        'Tides',
        'They come and go, as every week of this year has shown us.',
      ),
      '2025-03-14.txt': blocks(
        GULLS,
        'They sleep on both legs, after all that has been said of one.',
      ),
    },
    { title: 'Shore & Sea' },
    { tides: '---\nauthors: ["Doe, Jane", Wu Li]\n---\n' },
  ),
  { birds: [GULLS] },
);
const files = contentsOf(feedFiles(archive, urls));

/** The items of a JSON Feed, as `id updated`. */
function itemsOf(name: string, from = files): readonly string[] {
  const { items } = JSON.parse(from.get(name) ?? '') as {
    items: { id: string; date_modified: string }[];
  };
  return items.map(
    ({ id, date_modified }) => `${id.split('/').at(-2) ?? ''} ${date_modified.slice(0, 10)}`,
  );
}

describe('the feeds of an archive', () => {
  test('are one of listings, one of new papers and one for each topic, in two formats', () => {
    expect([...files.keys()]).toEqual([
      'feeds/all.xml',
      'feeds/all.json',
      'feeds/new.xml',
      'feeds/new.json',
      'topics/birds/feed.xml',
      'topics/birds/feed.json',
    ]);
  });

  test('are none when nobody knows where the site lives, or nothing is listed', () => {
    expect([...feedFiles(archive, siteUrls('/', undefined))]).toEqual([]);
    expect([...feedFiles(withTopics(archiveOf({})), urls)]).toEqual([]);
  });

  test('keep to their schemas', async () => {
    const named = (ending: string): readonly string[] =>
      [...files].filter(([name]) => name.endsWith(ending)).map(([, contents]) => contents);
    expect(await xmlFaults(named('.xml'), 'atom.rng')).toEqual([]);
    expect(named('.json').flatMap(jsonFeedFaults)).toEqual([]);
  });

  test('name a paper again when it is listed again, but not among the new ones', async () => {
    const [gulls, tides] = archive.papers.map(({ id }) => String(id));
    const updated = await elementTexts(files.get('feeds/all.xml') ?? '', 'updated');
    expect(updated.slice(1).map((time) => time.slice(0, 10))).toEqual([
      '2025-03-14',
      '2025-03-12',
      '2025-03-11',
    ]);
    // JSON Feed has no two items with one id.
    expect(itemsOf('feeds/all.json')).toEqual([
      `${String(gulls)} 2025-03-14`,
      `${String(tides)} 2025-03-12`,
    ]);
    expect(itemsOf('feeds/new.json')).toEqual([
      `${String(tides)} 2025-03-12`,
      `${String(gulls)} 2025-03-14`,
    ]);
  });

  test('show the text that a listing had, and the newest one of a new paper', async () => {
    const textsOf = async (name: string): Promise<readonly string[]> =>
      (await elementTexts(files.get(name) ?? '', 'content')).map((html) => html.slice(0, 25));
    expect(await textsOf('feeds/all.xml')).toEqual([
      '<p>They sleep on both leg',
      expect.stringMatching(/^<p>They come and go\W/),
      expect.stringMatching(/^<p>They sleep\W(?! on)/),
    ]);
    expect((await textsOf('feeds/new.xml')).at(-1)).toBe('<p>They sleep on both leg');
  });

  test('have the abstract of a paper that got one later from that date on', async () => {
    const late = withTopics(
      archiveOf({
        '2025-03-11.txt': blocks(
          'Gulls',
          'Tides',
          'They come and go, as every week has shown us so far.',
        ),
        '2025-03-12.txt': digestOf('Gulls'),
      }),
    );
    const found = contentsOf(feedFiles(late, urls));
    expect(itemsOf('feeds/new.json', found)).toContain('gulls 2025-03-12');
    expect(await elementTexts(found.get('feeds/all.xml') ?? '', 'content')).toContain('');
  });

  test('changed when their newest entry did', async () => {
    expect((await elementTexts(files.get('feeds/new.xml') ?? '', 'updated'))[0]).toBe(
      '2025-03-14T00:00:00Z',
    );
  });

  test('are the same wherever the host is, but for its address', () => {
    const elsewhere = contentsOf(feedFiles(archive, siteUrls('/', 'https://example.com')));
    for (const [name, contents] of files)
      expect(elsewhere.get(name)).toBe(
        contents.replaceAll('https://papers.example.org/archive/', 'https://example.com/'),
      );
  });
});

describe('the feed of a large topic', () => {
  const titles = Array.from({ length: 130 }, (_, index) => `Gull number ${String(index)}`);
  const large = withTopics(
    archiveOf({
      '2025-03-11.txt': digestOf(...titles.slice(0, 60)),
      '2025-03-12.txt': digestOf(...titles.slice(60)),
    }),
    { gulls: titles },
  );
  const newest = large.relations.topics.map((topic) => ({
    ...topic,
    papers: topic.papers.toSorted(
      (a, b) => Number(b.split('-').at(-1)) - Number(a.split('-').at(-1)),
    ),
  }));

  test('has the newest hundred, and says so', async () => {
    const related = { ...large, relations: { ...large.relations, topics: newest } };
    const feed = contentsOf(feedFiles(related, urls)).get('topics/gulls/feed.xml') ?? '';
    expect((await elementTexts(feed, 'id')).slice(1)).toHaveLength(100);
    expect(await elementTexts(feed, 'subtitle')).toEqual([
      'New papers of the topic “GULLS”, each once. These are the newest 100 of 130; the page of the topic leads to all.',
    ]);
  });

  test('has all of its newest date, however many they are', async () => {
    const one = withTopics(archiveOf({ '2025-03-11.txt': digestOf(...titles) }), { gulls: titles });
    const feed = contentsOf(feedFiles(one, urls)).get('topics/gulls/feed.xml') ?? '';
    expect((await elementTexts(feed, 'id')).slice(1)).toHaveLength(130);
  });
});

describe('a feed that is divided into pages', () => {
  const dates = ['11', '12', '13', '14', '15'] as const;
  const digest = (index: number): [string, string] => [
    `2025-03-${dates[index] ?? ''}.txt`,
    // The text of a paper that comes again, and the link in it, are others each time.
    blocks(
      'Again and Again',
      `${abstractOn(String(index))} See https://example.org/${String(index)}.`,
    ) + `\n${digestOf(`Alpha ${String(index)}`, `Beta ${String(index)}`)}`,
  ];
  const upTo = (last: number): ReadonlyMap<string, string> => {
    const digests = Object.fromEntries(dates.slice(0, last).map((_, index) => digest(index)));
    // Topics come and go with the papers there are.
    const topics = { [`topic-${String(last)}`]: ['Alpha 0', 'Again and Again'] };
    return contentsOf(
      feedFiles(withTopics(archiveOf(digests), topics), urls, { newest: 4, page: 5 }),
    );
  };
  const pages = upTo(5);

  test('leads from the newest page to the oldest and back to the newest', () => {
    const relations = (name: string): readonly string[] =>
      [...(pages.get(name) ?? '').matchAll(/<link rel="([^"]*)"[^>]*href="[^"]*\/([^"/]*)"/g)]
        .map(([, rel = '', file = '']) => `${rel} ${file}`)
        .filter((each) => !/^(?:alternate|related)/.test(each));
    expect(relations('feeds/all.xml')).toEqual(['self all.xml', 'prev-archive all-2.xml']);
    expect(relations('feeds/all-2.xml')).toEqual([
      'self all-2.xml',
      'current all.xml',
      'prev-archive all-1.xml',
    ]);
    expect(relations('feeds/all-1.xml')).toEqual(['self all-1.xml', 'current all.xml']);
    const next = (name: string): unknown =>
      (JSON.parse(pages.get(name) ?? '') as { next_url?: string }).next_url;
    expect(next('feeds/all.json')).toBe('https://papers.example.org/archive/feeds/all-2.json');
    expect(next('feeds/all-1.json')).toBeUndefined();
  });

  test('has every listing once on all its pages together', async () => {
    const ids = [];
    for (const [name, contents] of pages)
      if (/^feeds\/all.*xml$/.test(name))
        ids.push(...(await elementTexts(contents, 'id')).slice(1));
    expect(ids).toHaveLength(15);
    expect(ids.filter((id) => id.endsWith('/again-and-again/'))).toHaveLength(5);
  });

  test('keeps the bytes of closed pages when newer dates are added', () => {
    const closed = [...upTo(4)].filter(([name]) => /-\d+\.(?:xml|json)$/.test(name));
    expect(closed.map(([name]) => name)).toEqual([
      'feeds/all-1.xml',
      'feeds/all-1.json',
      'feeds/new-1.xml',
      'feeds/new-1.json',
    ]);
    for (const [name, contents] of closed) expect(pages.get(name)).toBe(contents);
  });

  test('has pages that keep to the schemas, the closed ones marked as archives', async () => {
    const atom = [...pages].filter(([name]) => name.endsWith('.xml'));
    expect(
      await xmlFaults(
        atom.map(([, contents]) => contents),
        'atom.rng',
      ),
    ).toEqual([]);
    for (const [name, contents] of atom)
      expect(contents.includes('<fh:archive')).toBe(/-\d+\.xml$/.test(name));
  });
});
