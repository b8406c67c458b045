import { expect, test } from 'vitest';

import type { RelatedArchive, Topic, TopicSlug } from '../../src/archive/relate/types.ts';
import type { PaperId } from '../../src/archive/types.ts';
import { mapDrawing } from '../../src/publish/map-drawing.ts';
import { archiveOf, blocks } from '../helpers.ts';
import { NO_RELATIONS } from './archives.ts';

const id = (text: string): PaperId => text as PaperId;

test('papers are grouped by area, those of none last, each with its place and its number', () => {
  const archive = archiveOf({
    '2025-03-11.txt': blocks('Gulls', 'Of gulls.', 'Jars', 'Of jars.', 'Tides', 'Of tides.'),
  });
  const topic: Topic = {
    slug: 'birds' as TopicSlug,
    name: 'Birds',
    papers: [id('gulls'), id('tides')],
    timeline: [],
    neighbours: [],
  };
  const relations = {
    ...NO_RELATIONS,
    topics: [topic],
    areas: [{ slug: topic.slug, papers: [id('gulls')] }],
  };
  const related: RelatedArchive = { ...archive, relations };
  const places = [0.1, 0.2, 0.3].map((x) => ({ x, y: 0.5 }));
  const numbers = new Map([
    [id('gulls'), 7],
    [id('jars'), 8],
    [id('tides'), 9],
  ]);
  const [gulls, jars, tides] = [7, 8, 9].map((number, place) => ({ ...places[place], number }));
  expect(mapDrawing(related, places, numbers)).toEqual({
    groups: [[gulls], [jars, tides]],
    topics: [{ slug: 'birds', name: 'Birds', points: [gulls, tides] }],
  });
});
