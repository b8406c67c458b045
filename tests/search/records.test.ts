import { describe, expect, test } from 'vitest';

import { searchRecord } from '../../src/search/records.ts';
import { appearance, archiveOf, blocks, day, paperWith } from '../helpers.ts';

describe('searchRecord', () => {
  test('holds what a reader sees of a paper, as plain text', () => {
    const paper = paperWith('\\textbf{Gulls} \\& Tides', [
      'At 10^{3} m, \\emph{gulls} <EOS>.',
      'End.',
    ]);
    expect(searchRecord(paper, 'en')).toMatchObject({
      url: '/papers/invented/',
      language: 'en',
      content: 'At 10³ m, gulls <EOS>. End.',
      meta: { title: 'Gulls & Tides', date: '2025-03-11' },
    });
  });

  test.each([
    ['no abstract', [], 'Gulls'],
    ['an abstract without a word', ['[[['], 'Gulls [[['],
  ])(
    'holds the title of a paper with %s as its text, which must have words',
    (_, text, expected) => {
      expect(searchRecord(paperWith('Gulls', text), 'en').content).toBe(expected);
    },
  );

  test('can be filtered by every year, month and kind of link, each named once', () => {
    const appearances = [
      appearance(day('2024-12-31'), 'digests/a.txt'),
      appearance(day('2025-03-11'), 'digests/b.txt'),
      appearance(day('2025-03-11'), 'digests/c.txt'),
    ];
    const links = [
      { kind: 'code' as const, url: 'https://github.com/a/b' },
      { kind: 'code' as const, url: 'https://github.com/a/c' },
      { kind: 'model' as const, url: 'https://huggingface.co/a/b' },
    ];
    expect(searchRecord(paperWith('Gulls', ['a'], { appearances, links }), 'en').filters).toEqual({
      year: ['2024', '2025'],
      month: ['2024-12', '2025-03'],
      links: ['code', 'model'],
    });
  });

  test('is dated by the first appearance and sorted by the newest', () => {
    const appearances = [
      appearance(day('2024-12-31'), 'digests/a.txt'),
      appearance(day('2025-03-11'), 'digests/b.txt'),
    ];
    const record = searchRecord(paperWith('Gulls', ['a'], { appearances }), 'en');
    expect(record.meta).toMatchObject({ date: '2024-12-31' });
    expect(record.sort).toEqual({ date: '2025-03-11', seen: '2' });
  });

  test('of a paper without an abstract has its title alone', () => {
    expect(searchRecord(paperWith('Gulls', []), 'de')).toMatchObject({
      language: 'de',
      content: 'Gulls',
      meta: { title: 'Gulls' },
      filters: { links: [] },
    });
  });

  test('has an address of its own for each paper', () => {
    const text = blocks('Gulls', 'There are gulls.', 'C', 'A letter.', 'C++', 'A language.');
    const { papers } = archiveOf({ '2025-03-11.txt': text });
    const urls = papers.map((paper) => searchRecord(paper, 'en').url);
    expect(new Set(urls).size).toBe(3);
  });
});
