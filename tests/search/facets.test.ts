import { expect, test } from 'vitest';

import { facetsOf, type Facets } from '../../src/search/facets.ts';
import type { TopicSlug } from '../../src/archive/relate/types.ts';
import type { SearchTopic } from '../../src/search/engine.ts';
import { memoryEngine } from './memory-engine.ts';

const topic = (slug: string, papers: readonly number[]): SearchTopic => ({
  slug: slug as TopicSlug,
  name: slug.toUpperCase(),
  papers,
});
const TOPICS = [topic('gulls', [0, 1]), topic('jars', [0, 1, 2]), topic('tides', [2])];
const { table } = memoryEngine([
  { date: '2024-12-31', links: ['code'] },
  { date: '2025-03-11 2025-03-12', seen: 2, links: ['demo', 'code'] },
  { date: '2024-12-31 2025-02-01', seen: 6, links: ['video'] },
]);

/** Facets as `operator=papers`. */
function read(papers: readonly number[]): Record<keyof Facets, string> {
  const { years, months, links, seen, topics } = facetsOf(papers, table, TOPICS);
  const line = (facets: Facets['years']): string =>
    facets.map(({ operator, papers: found }) => `${operator}=${String(found)}`).join(' ');
  return {
    years: line(years),
    months: line(months),
    links: line(links),
    seen: line(seen),
    topics: line(topics),
  };
}

test('count the papers of each date once, newest first, and the most frequent links first', () => {
  expect(read([0, 1, 2])).toEqual({
    years: 'date:2025=2 date:2024=2',
    months: 'date:2025-03=1 date:2025-02=1 date:2024-12=2',
    links: 'has:code=2 has:demo=1 has:video=1',
    seen: 'seen:2=2 seen:3=1 seen:4=1',
    topics: 'topic:jars=3 topic:gulls=2',
  });
});

test('leave out what no paper has', () => {
  expect(read([0])).toEqual({
    years: 'date:2024=1',
    months: 'date:2024-12=1',
    links: 'has:code=1',
    seen: '',
    topics: '',
  });
  expect(read([])).toEqual({ years: '', months: '', links: '', seen: '', topics: '' });
});

test('a topic is shown by its name', () => {
  expect(facetsOf([0, 1], table, TOPICS).topics[0]?.name).toBe('GULLS');
});
