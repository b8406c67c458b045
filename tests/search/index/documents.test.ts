import { expect, test } from 'vitest';

import type { Paper, PaperId } from '../../../src/archive/types.ts';
import { searchDocument, searchDocuments } from '../../../src/search/index/documents.ts';
import { appearance, day, paperWith } from '../../helpers.ts';

test('a document has what search knows of a paper, once', () => {
  const first = appearance(day('2025-03-11'), 'digests/a.txt');
  const appearances = [
    first,
    { ...first, line: 9 },
    appearance(day('2025-03-11'), 'digests/b.txt'),
    appearance(day('2025-03-12'), 'digests/c.txt'),
  ];
  const paper = paperWith('Gulls', ['Red jars.', 'More jars.'], {
    appearances,
    facts: {
      arxiv: '2403.01230',
      doi: '10.1000/182',
      venue: 'Journal of Gulls',
      authors: ['Jo Doe'],
    },
    links: [
      { kind: 'code', url: 'https://example.org/a' },
      { kind: 'code', url: 'https://example.org/b' },
    ] as Paper['links'],
  });
  expect(searchDocument(paper)).toEqual({
    id: 'invented',
    title: 'Gulls',
    abstract: 'Red jars. More jars.',
    authors: ['Jo Doe'],
    names: ['2403.01230', '10.1000/182', 'Journal of Gulls'],
    dates: ['2025-03-11', '2025-03-12'],
    seen: 3,
    links: ['code'],
  });
});

test('a paper of which little is known has empty lists', () => {
  expect(searchDocument(paperWith('Gulls', []))).toMatchObject({
    abstract: '',
    authors: [],
    names: [],
    seen: 1,
    links: [],
  });
});

test('documents are in the order they were first seen, then of their ids', () => {
  const paper = (id: string, ...dates: readonly Parameters<typeof day>[0][]): Paper =>
    paperWith('Gulls', [], {
      id: id as PaperId,
      appearances: dates.map((date) => appearance(day(date), `digests/${date}.txt`)),
    });
  const papers = [
    paper('c', '2025-03-12'),
    paper('b', '2025-03-11', '2025-03-20'),
    paper('a', '2025-03-12'),
    paper('d', '2024-12-31'),
  ];
  const order = (all: readonly Paper[]): string =>
    searchDocuments(all)
      .map(({ id }) => id)
      .join('');
  expect(order(papers)).toBe('dbac');
  expect(order(papers.toReversed())).toBe('dbac');
});
