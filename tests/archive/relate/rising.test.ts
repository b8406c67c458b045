import { describe, expect, test } from 'vitest';

import { risingTopics } from '../../../src/archive/relate/rising.ts';
import type { Topic, TopicSlug } from '../../../src/archive/relate/types.ts';

/** A topic by its papers in each of the months, of a hundred. */
const topic = (slug: string, ...papers: readonly number[]): Topic => ({
  slug: slug as TopicSlug,
  name: slug,
  papers: [],
  timeline: papers.map((count, month) => ({
    period: `2025-0${String(month + 1)}`,
    papers: count,
    of: 100,
  })),
  neighbours: [],
});
const read = (...topics: readonly Topic[]): readonly string[] =>
  risingTopics(topics).map(
    ({ period, topics: rising }) => `${period}: ${rising.map(({ slug }) => slug).join(' ')}`,
  );

describe('a topic rises in a month', () => {
  test('when its share is clearly larger than in the months before', () => {
    expect(read(topic('gulls', 2, 2, 12), topic('jars', 10, 10, 10))).toEqual(['2025-03: gulls']);
  });

  test('the clearest first, months newest first', () => {
    expect(read(topic('gulls', 1, 9, 1, 10), topic('jars', 1, 1, 1, 40))).toEqual([
      '2025-04: jars gulls',
      '2025-02: gulls',
    ]);
  });

  test('and not in the first one, nor with fewer than three papers, nor by a little', () => {
    expect(
      read(topic('gulls', 50, 1, 1), topic('jars', 0, 0, 2), topic('tides', 8, 8, 10)),
    ).toEqual([]);
  });

  test('compared with at most three months before', () => {
    const [newest] = risingTopics([topic('gulls', 90, 1, 1, 1, 20)]);
    const rising = newest?.topics[0];
    expect(rising?.before).toEqual({ papers: 3, of: 300 });
    expect(rising?.now).toEqual({ period: '2025-05', papers: 20, of: 100 });
  });
});

test('without topics nothing rises', () => {
  expect(risingTopics([])).toEqual([]);
});
