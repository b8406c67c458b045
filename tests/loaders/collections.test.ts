import type { DataStore, Loader, LoaderContext } from 'astro/loaders';
import { beforeEach, describe, expect, test } from 'vitest';

import { relateArchive } from '../../src/archive/relate/relate.ts';
import type { Archive } from '../../src/archive/types.ts';
import type { ArchiveSource } from '../../src/loaders/archive-source.ts';
import { datesLoader } from '../../src/loaders/dates.ts';
import { papersLoader } from '../../src/loaders/papers.ts';
import { dateData, paperData, siteData } from '../../src/loaders/schemas.ts';
import { siteLoader } from '../../src/loaders/site.ts';
import { abstractOn, archiveOf, blocks, digestOf } from '../helpers.ts';

type Stored = Parameters<DataStore['set']>[0];

/** What Astro keeps of a collection between loads, and what a loader did with it. */
let stored: Map<string, Stored>;
let rendered: string[];
let logged: string[];

beforeEach(() => {
  stored = new Map();
  rendered = [];
  logged = [];
});

const sourceOf = (archive: Archive): ArchiveSource => ({
  archive: () => Promise.resolve(archive),
  relations: () => Promise.resolve(relateArchive(archive).relations),
});

/** Runs a loader as Astro does, as far as these loaders look. */
async function load(loader: Loader, more: { watcher?: object } = {}): Promise<void> {
  const log = (line: string): void => {
    logged.push(line);
  };
  const context = {
    store: {
      get: (id: string) => stored.get(id),
      set: (entry: Stored) => stored.set(entry.id, entry),
      keys: () => [...stored.keys()],
      delete: (id: string) => stored.delete(id),
      clear: () => {
        stored.clear();
      },
    },
    parseData: ({ data }: { data: object }) => Promise.resolve(data),
    renderMarkdown: (body: string) => {
      rendered.push(body);
      return Promise.resolve({ html: body });
    },
    generateDigest: (data: object) => JSON.stringify(data),
    config: { base: '/archive', site: 'https://example.org' },
    logger: { info: log, warn: log },
    ...more,
  };
  await loader.load(context as unknown as LoaderContext);
}

describe('the collection of papers', () => {
  const text = blocks(
    'The \\emph{Gulls}',
    `${abstractOn('gulls')} See https://github.com/keeper/gulls.`,
  );

  test('has an entry for each paper, with what lists and pages need', async () => {
    await load(papersLoader(sourceOf(archiveOf({ '2025-03-11.txt': text }))));
    expect(stored.size).toBe(1);
    const [entry] = stored.values();
    expect(entry?.data).toMatchObject({
      title: 'The Gulls',
      titleHtml: 'The <em>Gulls</em>',
      sortKey: 'gulls',
      letter: 'g',
      appearances: [{ date: '2025-03-11', file: 'digests/2025-03-11.txt', line: 1 }],
      links: [{ kind: 'code', url: 'https://github.com/keeper/gulls' }],
    });
    expect(paperData.parse(entry?.data)).toEqual(entry?.data);
    expect(entry?.body).toContain('<https://github.com/keeper/gulls>');
    expect(entry?.rendered).toEqual({ html: entry?.body });
    expect(String(entry?.data['excerpt']).length).toBeLessThanOrEqual(240);
    expect(String(entry?.data['description']).length).toBeLessThanOrEqual(160);
  });

  test('renders again only what has changed, and forgets what is gone', async () => {
    const before = archiveOf({ '2025-03-11.txt': digestOf('Gulls', 'Tides', 'Jars') });
    await load(papersLoader(sourceOf(before)));
    expect(rendered).toHaveLength(3);
    const after = archiveOf({
      '2025-03-11.txt': blocks('Gulls', abstractOn('Gulls'), 'Tides', abstractOn('new tides')),
    });
    rendered = [];
    await load(papersLoader(sourceOf(after)));
    expect([...stored.keys()].toSorted()).toEqual(['gulls', 'tides']);
    expect(rendered).toHaveLength(1);
    expect(rendered[0]).toContain('new tides');
  });
});

describe('a paper with a note', () => {
  test('has what the note states, and what changed between two texts', async () => {
    const archive = archiveOf(
      {
        '2025-03-11.txt': blocks('Gulls', `${abstractOn('gulls')} Forty.`),
        '2025-03-12.txt': blocks('Gulls', `${abstractOn('gulls')} Fifty.`),
      },
      {},
      { gulls: '---\nyear: 2024\nauthors: [Ada]\n---\nA text.' },
    );
    await load(papersLoader(sourceOf(archive)));
    const data = stored.get('gulls')?.data;
    expect(data).toMatchObject({
      facts: { year: 2024, authors: ['Ada'] },
      notes: [{ id: 'gulls', hasText: true }],
      changes: [{ from: '2025-03-11', to: '2025-03-12' }],
    });
    expect(paperData.parse(data)).toEqual(data);
  });
});

describe('the collection of dates', () => {
  test('has an entry for each date, its papers as links below the base', async () => {
    const archive = archiveOf({ '2025-03-11.txt': digestOf('Gulls', 'Tides') });
    stored.set('1999-01-01', { id: '1999-01-01', data: {} });
    await load(datesLoader(sourceOf(archive)));
    expect([...stored.keys()]).toEqual(['2025-03-11']);
    const entry = stored.get('2025-03-11');
    expect(entry?.body).toBe(
      '1. [Gulls](/archive/papers/gulls/)\n2. [Tides](/archive/papers/tides/)\n',
    );
    expect(dateData.parse(entry?.data)).toEqual({
      date: '2025-03-11',
      digests: [{ file: 'digests/2025-03-11.txt', entries: 2 }],
      listings: [
        { id: 'gulls', firstSeen: '2025-03-11', digests: 1 },
        { id: 'tides', firstSeen: '2025-03-11', digests: 1 },
      ],
    });
  });
});

describe('the collection of the site', () => {
  const sound = archiveOf({ '2025-03-11.txt': digestOf('Gulls') }, { title: 'Gulls daily' });
  const broken = archiveOf({
    '2025-02-30.txt': digestOf('Gulls'),
    '2025-03-11.txt': blocks('Mar 11', 'Tides'),
    'jars.txt': digestOf('Jars'),
  });

  test('says what the archive is called', async () => {
    await load(siteLoader(sourceOf(sound), false, undefined));
    expect(siteData.parse(stored.get('site')?.data)).toMatchObject({
      title: 'Gulls daily',
      language: 'en',
    });
  });

  test('says where the content is kept, by the environment before archive.yaml', async () => {
    const repository = { address: 'https://github.com/a/b', branch: 'main', folder: 'content' };
    const stated = archiveOf({ '2025-03-11.txt': digestOf('Gulls') }, { repository });
    const kept = (): unknown => siteData.parse(stored.get('site')?.data).repository;
    await load(siteLoader(sourceOf(sound), false, undefined));
    expect(kept()).toBeUndefined();
    await load(siteLoader(sourceOf(stated), false, undefined));
    expect(kept()).toEqual(repository);
    await load(siteLoader(sourceOf(stated), false, 'https://github.com/c/d'));
    expect(kept()).toEqual({ ...repository, address: 'https://github.com/c/d' });
    await load(siteLoader(sourceOf(sound), false, 'https://github.com/c/d'));
    expect(kept()).toEqual({ ...repository, address: 'https://github.com/c/d' });
  });

  test('lists the addresses that have moved or are withdrawn', async () => {
    const notes = { gulls: '---\nwithdrawn: A hoax.\n---\n' };
    const archive = archiveOf({ '2025-03-11.txt': digestOf('Gulls', 'Tides') }, {}, notes);
    await load(siteLoader(sourceOf(archive), false, undefined));
    expect(siteData.parse(stored.get('site')?.data).former).toMatchObject([
      { kind: 'paper', name: 'gulls', withdrawn: 'A hoax.' },
    ]);
  });

  test('stops a build on errors and lists every one, with its place and its hint', async () => {
    const loading = load(siteLoader(sourceOf(broken), false, undefined));
    await expect(loading).rejects.toThrow(/digests\/2025-02-30\.txt:1:1 .*30 Feb 2025.* Correct/);
    await expect(loading).rejects.toThrow(/digests\/jars\.txt:1:1 .*no date.* Add a line/);
    await expect(loading).rejects.not.toThrow(/without an abstract/);
    expect(stored.size).toBe(0);
  });

  test('lets a tolerant build pass', async () => {
    await load(siteLoader(sourceOf(broken), true, undefined));
    expect([...stored.keys()]).toEqual(['site']);
  });

  test('while pages are watched shows errors and warnings and goes on', async () => {
    await load(siteLoader(sourceOf(broken), false, undefined), { watcher: {} });
    expect([...stored.keys()]).toEqual(['site']);
    expect(logged).toHaveLength(3);
    expect(logged.join('\n')).toContain('digests/2025-03-11.txt:3:1 Title without an abstract');
  });
});
