import { describe, expect, test } from 'vitest';

import { relateArchive } from '../../../src/archive/relate/relate.ts';
import type { Relations } from '../../../src/archive/relate/types.ts';
import type { PaperId } from '../../../src/archive/types.ts';
import { archiveOf, blocks } from '../../helpers.ts';

const paper = (title: string, abstract: string): readonly string[] => [title, abstract];
const SAID =
  'We keep tidal jars at the shore and say at length how often the lids of tidal jars were seen to move.';
const digest = blocks(
  ...paper('Tidal jars in the north', SAID),
  ...paper('Tidal jars in the south', SAID.replace('shore', 'harbour')),
  ...paper('Tidal jars', SAID.replace('shore', 'pier')),
  ...paper(
    'Quick gulls',
    'Gulls are quick, and nothing more is to be said of them in this short text of ours.',
  ),
);
const relations = (files: Readonly<Record<string, string>>): Relations =>
  relateArchive(archiveOf(files)).relations;
const id = (text: string): PaperId => text as PaperId;

describe('of an archive it is known', () => {
  const known = relations({ '2025-03-11.txt': digest });

  test('which papers are related, with what they share', () => {
    const related = known.related.get(id('tidal-jars')) ?? [];
    expect(
      related
        .map((each) => each.id)
        .slice(0, 2)
        .sort(),
    ).toEqual(['tidal-jars-in-the-north', 'tidal-jars-in-the-south']);
    expect(related[0]?.terms.join(', ')).toContain('tidal jars');
  });

  test('what topics there are, and which papers are about them, newest first', () => {
    const later = relations({
      '2025-03-11.txt': digest,
      '2025-03-12.txt': blocks(...paper('Tidal jars again', SAID.replace('shore', 'bay'))),
    });
    const [topic] = later.topics;
    expect(topic?.name).toBe('Tidal jars');
    expect(topic?.papers).toEqual([
      'tidal-jars-again',
      'tidal-jars',
      'tidal-jars-in-the-north',
      'tidal-jars-in-the-south',
    ]);
    expect(topic?.timeline).toEqual([
      { period: '2025-03-11', papers: 3, of: 4 },
      { period: '2025-03-12', papers: 1, of: 1 },
    ]);
  });

  test('what topics a paper has', () => {
    expect(known.topicsOf.get(id('tidal-jars'))).toEqual(['tidal-jars']);
    expect(known.topicsOf.has(id('quick-gulls'))).toBe(false);
  });
});

test('topics are neighbours when they share at least two papers', () => {
  const both = 'We keep tidal jars for quick gulls.';
  const files = {
    '2025-03-11.txt': blocks(
      ...paper('Tidal jars for quick gulls', both),
      ...paper('Quick gulls and tidal jars', both),
      ...paper('On tidal jars', SAID),
      ...paper(
        'On quick gulls',
        'The quick gulls of the shore were counted, day by day, and written down in a book.',
      ),
    ),
  };
  const [first] = relations(files).topics;
  expect(first?.neighbours.map(({ shared }) => shared)).toEqual([2]);
});

test('the order in which digests come changes nothing', () => {
  const one = { '2025-03-11.txt': digest };
  const two = { '2025-03-12.txt': blocks(...paper('Tidal jars again', SAID)) };
  expect(relations({ ...one, ...two })).toEqual(relations({ ...two, ...one }));
});

test('an archive without papers has no relations', () => {
  expect(relations({})).toMatchObject({ topics: [], areas: [], rising: [] });
});
