import { describe, expect, test } from 'vitest';

import { halvesCollection } from '../../../src/cli/bench/related/halves.ts';
import { isName, mentionsCollection } from '../../../src/cli/bench/related/mentions.ts';
import type { BenchDocument } from '../../../src/cli/bench/search/subject.ts';

const paper = (id: string, title: string, abstract = ''): BenchDocument => ({
  id,
  title,
  abstract,
});

describe('halves', () => {
  test('are cut between the sentences nearest to the middle, and related to each other', () => {
    const gulls = paper('gulls', 'Gulls', 'Gulls nest here. They eat. They sleep on one leg.');
    expect(halvesCollection([gulls], 10)).toEqual({
      documents: [
        { id: 'gulls.1', title: '', abstract: 'Gulls nest here. They eat.' },
        { id: 'gulls.2', title: '', abstract: 'They sleep on one leg.' },
      ],
      queries: [{ id: 'gulls.1', paper: 0, judged: new Map([['gulls.2', 1]]) }],
    });
  });

  test('are not made of one sentence, nor of none', () => {
    const papers = [paper('a', 'Gulls', 'Gulls nest.'), paper('b', 'Terns')];
    expect(halvesCollection(papers, 10)).toEqual({ documents: [], queries: [] });
  });

  test('are asked for as often as wished, the same ones every time, among all', () => {
    const papers = Array.from({ length: 40 }, (_, index) =>
      paper(String(index), '', 'Gulls nest. Terns do, too.'),
    );
    const { documents, queries } = halvesCollection(papers, 5);
    expect(documents).toHaveLength(80);
    expect(queries).toHaveLength(5);
    expect(halvesCollection(papers, 5).queries).toEqual(queries);
    expect(halvesCollection(papers, 5, 2).queries).not.toEqual(queries);
    for (const { id, paper: number, judged } of queries) {
      expect(documents[number]?.id).toBe(id);
      expect([...judged.keys()]).toEqual([id.replace(/1$/, '2')]);
    }
  });
});

describe('a name', () => {
  test.each(['GullNet', 'gullNet', 'TernBench9', 'Tern7', 'MoGULL'])('is %s', (word) => {
    expect(isName(word)).toBe(true);
  });

  test.each(['Gulls', 'gulls', 'GULLS', 'GNNs', 'GuN', '2025', 'B200', '32GB', 'Möwe'])(
    'is not %s',
    (word) => {
      expect(isName(word)).toBe(false);
    },
  );
});

describe('mentions', () => {
  const judgedBy = (papers: readonly BenchDocument[]): unknown =>
    mentionsCollection(papers).queries.map(({ id, judged }) => [id, ...judged].flat());

  test('relate the paper of a name to those that mention it, and these to each other by less', () => {
    expect(
      judgedBy([
        paper('own', 'GullNet: Counting Gulls'),
        paper('one', 'Counting Terns', 'A GullNet-based count.'),
        paper('two', 'Beyond GullNet'),
        paper('none', 'Counting Jars', 'No nets.'),
      ]),
    ).toEqual([
      ['own', 'one', 2, 'two', 2],
      ['one', 'own', 2, 'two', 1],
      ['two', 'own', 2, 'one', 1],
    ]);
  });

  test('of two names count for two', () => {
    expect(
      judgedBy([paper('one', 'On GullNet and TernNet'), paper('two', 'TernNet after GullNet')]),
    ).toEqual([
      ['one', 'two', 2],
      ['two', 'one', 2],
    ]);
  });

  test('are taken out of all texts', () => {
    const { documents } = mentionsCollection([
      paper('own', 'GullNet: Counting', 'The GullNet.'),
      paper('one', 'LoneNet', 'GullNet-based'),
    ]);
    expect(documents).toEqual([
      { id: 'own', title: ' : Counting', abstract: 'The  .' },
      { id: 'one', title: 'LoneNet', abstract: ' -based' },
    ]);
  });

  test('of what more than twenty papers use relate nothing', () => {
    const users = (count: number): readonly BenchDocument[] =>
      Array.from({ length: count }, (_, index) => paper(String(index), 'On GullNet'));
    expect(mentionsCollection(users(20)).queries).toHaveLength(20);
    expect(mentionsCollection(users(21)).queries).toEqual([]);
  });
});
