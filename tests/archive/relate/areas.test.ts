import { expect, test } from 'vitest';

import { areasOf } from '../../../src/archive/relate/areas.ts';
import type { FoundTopic } from '../../../src/archive/relate/topics.ts';
import type { Nearest, TopicSlug } from '../../../src/archive/relate/types.ts';

const topic = (slug: string, ...papers: readonly number[]): FoundTopic => ({
  slug: slug as TopicSlug,
  name: slug,
  papers: papers.map((paper) => ({ paper, weight: 1 })),
});
/** Forty papers, each near the next one and the one before. */
const GRAPH: readonly Nearest[] = Array.from({ length: 40 }, (_, paper) => [
  { paper: (paper + 1) % 40, score: 1 },
  { paper: (paper + 39) % 40, score: 1 },
]);
const read = (...topics: readonly FoundTopic[]): readonly string[] =>
  areasOf(topics, GRAPH).map(({ topic: { slug }, papers }) => `${slug}: ${papers.join(' ')}`);

test('areas are the topics whose papers are near each other', () => {
  expect(read(topic('scattered', 0, 10, 20, 30), topic('near', 4, 5, 6))).toEqual(['near: 4 5 6']);
});

test('a topic of more than a fifth of the papers is none', () => {
  expect(read(topic('large', 0, 1, 2, 3, 4, 5, 6, 7, 8))).toEqual([]);
});

test('a paper of several areas is in the smallest', () => {
  expect(read(topic('wide', 1, 2, 3, 4, 5, 6), topic('small', 6, 7, 8))).toEqual([
    'wide: 1 2 3 4 5',
    'small: 6 7 8',
  ]);
});

test('there are no more areas than colours', () => {
  const topics = Array.from({ length: 13 }, (_, n) =>
    topic(`topic-${String(n)}`, 3 * n, 3 * n + 1),
  );
  expect(areasOf(topics, GRAPH)).toHaveLength(10);
});
