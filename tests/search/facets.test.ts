import { expect, test } from 'vitest';

import { facetsOf, type Facets } from '../../src/search/facets.ts';
import { memoryEngine } from './memory-engine.ts';

const { table } = memoryEngine([
  { date: '2024-12-31', links: ['code'] },
  { date: '2025-03-11 2025-03-12', seen: 2, links: ['demo', 'code'] },
  { date: '2024-12-31 2025-02-01', seen: 6, links: ['video'] },
]);

/** Facets as `operator=papers`. */
function read(papers: readonly number[]): Record<keyof Facets, string> {
  const { years, months, links, seen } = facetsOf(papers, table);
  const line = (facets: Facets['years']): string =>
    facets.map(({ operator, papers: found }) => `${operator}=${String(found)}`).join(' ');
  return { years: line(years), months: line(months), links: line(links), seen: line(seen) };
}

test('count the papers of each date once, newest first, and the most frequent links first', () => {
  expect(read([0, 1, 2])).toEqual({
    years: 'date:2025=2 date:2024=2',
    months: 'date:2025-03=1 date:2025-02=1 date:2024-12=2',
    links: 'has:code=2 has:demo=1 has:video=1',
    seen: 'seen:2=2 seen:3=1 seen:4=1',
  });
});

test('leave out what no paper has', () => {
  expect(read([0])).toEqual({
    years: 'date:2024=1',
    months: 'date:2024-12=1',
    links: 'has:code=1',
    seen: '',
  });
  expect(read([])).toEqual({ years: '', months: '', links: '', seen: '' });
});
