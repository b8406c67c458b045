import { beforeEach, expect, test, vi } from 'vitest';

import type { TopicSlug } from '../../src/archive/relate/types.ts';
import type { PaperId } from '../../src/archive/types.ts';
import { pagesArchive } from '../../src/layouts/archive.ts';
import type { CompiledArchive } from '../../src/loaders/archive-source.ts';
import { provideArchive } from '../../src/loaders/provided-archive.ts';
import { NO_RELATIONS } from '../publish/archives.ts';
import { archiveOf, digestOf } from '../helpers.ts';

const relations = {
  ...NO_RELATIONS,
  areas: [{ slug: 'shelves' as TopicSlug, papers: ['gulls' as PaperId, 'jars' as PaperId] }],
  related: new Map([['gulls' as PaperId, [{ id: 'jars' as PaperId, terms: ['river water'] }]]]),
};
const compiled = (...titles: readonly string[]): CompiledArchive => ({
  archive: archiveOf({ '2025-03-11.txt': digestOf('Jars'), '2025-03-12.txt': digestOf(...titles) }),
  relations: vi.fn(() => Promise.resolve(relations)),
});

let current: CompiledArchive;
beforeEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for('offprint.archive'));
  current = compiled('Gulls');
});

test('pages without an archive say what to start instead of Astro', async () => {
  await expect(pagesArchive()).rejects.toThrow('There is no archive: use `npm run build`');
});

test('pages have the papers with what they have to do with others, and the newest date first', async () => {
  provideArchive(() => Promise.resolve(current));
  const { site, papers, dates, areas, former } = await pagesArchive();
  expect(site.title).toBe('Paper archive');
  expect(papers.map(({ id, data }) => [id, data.related.map((related) => related.id)])).toEqual([
    ['gulls', ['jars']],
    ['jars', []],
  ]);
  expect(papers.map(({ paper }) => paper)).toEqual(current.archive.papers);
  expect(dates.map(({ date }) => date)).toEqual(['2025-03-12', '2025-03-11']);
  expect(areas).toEqual([{ slug: 'shelves', papers: 2 }]);
  expect(former).toEqual([]);
});

test('what pages have is made once, and again when the content has changed', async () => {
  provideArchive(() => Promise.resolve(current));
  const first = await pagesArchive();
  expect(await pagesArchive()).toBe(first);
  expect(current.relations).toHaveBeenCalledTimes(1);
  current = compiled('Tides');
  const second = await pagesArchive();
  expect(second.papers.map(({ id }) => id)).toEqual(['jars', 'tides']);
});
