import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { compareAppearances, groupEntries } from '../../src/archive/groups.ts';
import { firstSeen } from '../../src/archive/merge.ts';
import type { Archive } from '../../src/archive/types.ts';
import {
  abstractOn,
  appearance,
  archiveOf,
  blocks,
  codes,
  day,
  digestOf,
  paperWith,
  places,
} from '../helpers.ts';

const A = abstractOn('gulls');
const B = abstractOn('tides');

const idsOf = ({ papers }: Archive): readonly string[] => papers.map(({ id }) => id);

describe('one paper', () => {
  test('in four digests of two dates has four appearances, oldest first', () => {
    const text = blocks('Gulls', A);
    const { papers, problems } = archiveOf({
      '2025-03-14-b.txt': text,
      '2025-03-11-c.txt': text,
      '2025-03-14-a.txt': text,
      '2025-03-11-a.txt': text,
    });
    expect(problems).toEqual([]);
    expect(papers).toHaveLength(1);
    expect(papers[0]?.appearances).toEqual([
      { date: '2025-03-11', file: 'digests/2025-03-11-a.txt', line: 1, position: 0 },
      { date: '2025-03-11', file: 'digests/2025-03-11-c.txt', line: 1, position: 0 },
      { date: '2025-03-14', file: 'digests/2025-03-14-a.txt', line: 1, position: 0 },
      { date: '2025-03-14', file: 'digests/2025-03-14-b.txt', line: 1, position: 0 },
    ]);
  });

  test('has the title that its newest appearance writes', () => {
    const { papers } = archiveOf({
      '2025-03-14.txt': blocks('GULLS: a Study', A),
      '2025-03-11.txt': blocks('Gulls – a study', A),
    });
    expect(papers.map(({ title }) => title)).toEqual(['GULLS: a Study']);
  });

  test('knows its place in each digest', () => {
    const { papers } = archiveOf({ '2025-03-11.txt': digestOf('Gulls', 'Tides', 'Ladders') });
    const tides = papers.find(({ id }) => id === 'tides');
    expect(tides?.appearances).toMatchObject([{ line: 5, position: 1 }]);
  });

  test('listed twice in a digest is a warning at the second listing', () => {
    const { papers, problems } = archiveOf({
      '2025-03-11.txt': blocks('Gulls', A, 'Tides', B, 'GULLS', A, 'gulls', A),
    });
    expect(papers).toHaveLength(2);
    expect(papers[0]?.appearances).toHaveLength(3);
    expect(places(problems)).toEqual(['9:1 title-repeated', '13:1 title-repeated']);
    expect(problems.map(({ message }) => message)).toEqual([
      '“GULLS” is listed twice in this digest, first on line 1.',
      '“gulls” is listed twice in this digest, first on line 9.',
    ]);
  });

  test('“… I” and “… II” are two', () => {
    expect(idsOf(archiveOf({ '2025-03-11.txt': digestOf('Gulls I', 'Gulls II') }))).toEqual([
      'gulls-i',
      'gulls-ii',
    ]);
  });
});

describe('abstracts', () => {
  test('that are alike are one version with all its appearances', () => {
    const { papers } = archiveOf({
      '2025-03-11.txt': blocks('Gulls', A),
      '2025-03-14.txt': blocks('Gulls', A.replaceAll('. ', '.\n')),
    });
    expect(papers[0]?.versions).toHaveLength(1);
    expect(papers[0]?.versions[0]?.appearances.map(({ date }) => date)).toEqual([
      '2025-03-11',
      '2025-03-14',
    ]);
  });

  test('that differ are kept as versions, newest first, with a warning at the newer', () => {
    const { papers, problems } = archiveOf({
      '2025-03-11.txt': blocks('Gulls', A),
      '2025-03-14.txt': blocks('Mar 14', 'Gulls', B),
    });
    expect(papers[0]?.versions.map(({ paragraphs }) => paragraphs)).toEqual([[B], [A]]);
    expect(problems).toMatchObject([
      { code: 'abstract-differs', severity: 'warning', file: 'digests/2025-03-14.txt', line: 5 },
    ]);
    expect(problems[0]?.message).toContain('not the same as in digests/2025-03-11.txt:1');
  });

  test('that come back are the version they were, and the newest', () => {
    const { papers, problems } = archiveOf({
      '2025-03-11.txt': blocks('Gulls', A),
      '2025-03-12.txt': blocks('Gulls', B),
      '2025-03-13.txt': blocks('Gulls', A),
    });
    const versions = papers[0]?.versions.map(({ paragraphs, appearances }) => [
      paragraphs[0] === A ? 'A' : 'B',
      ...appearances.map(({ date }) => date),
    ]);
    expect(versions).toEqual([
      ['A', '2025-03-11', '2025-03-13'],
      ['B', '2025-03-12'],
    ]);
    expect(codes(problems)).toEqual(['abstract-differs', 'abstract-differs']);
  });

  test('that differ only in their Unicode form are one', () => {
    const { papers, problems } = archiveOf({
      '2025-03-11.txt': blocks('Gulls', `Café ${A}`),
      '2025-03-12.txt': blocks('Gulls', `Cafe\u0301 ${A}`),
    });
    expect(papers[0]?.versions).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test('that differ only by a mirror are one, with the address that it stands for', () => {
    const text = (host: string): string => blocks('Gulls', `${A} See https://${host}/gulls.`);
    const files = {
      '2025-03-11.txt': text('example.org'),
      '2025-03-12.txt': text('mirror.example.net'),
    };
    const links = { mirrors: { 'mirror.example.net': 'example.org' } };
    const resolved = archiveOf(files, { links });
    expect(resolved.papers[0]?.versions).toHaveLength(1);
    expect(resolved.papers[0]?.links).toEqual([
      { kind: 'project', url: 'https://example.org/gulls' },
    ]);
    expect(resolved.problems).toEqual([]);
    expect(archiveOf(files).papers[0]?.versions).toHaveLength(2);
  });

  test('of several paragraphs keep them apart', () => {
    const { papers } = archiveOf({ '2025-03-11.txt': blocks('Gulls', A, B, 'Tides', B) });
    expect(papers[0]?.versions[0]?.paragraphs).toEqual([A, B]);
  });

  test('that part their paragraphs otherwise are two', () => {
    const { papers } = archiveOf({
      '2025-03-11.txt': blocks('Gulls', `${A} Ab`, `${B} C.`, 'Tides', B),
      '2025-03-12.txt': blocks('Gulls', `${A} A`, `b${B} C.`, 'Tides', B),
    });
    expect(papers[0]?.versions).toHaveLength(2);
  });

  test('may be missing in one digest without being a difference', () => {
    const { papers, problems } = archiveOf({
      '2025-03-11.txt': blocks('Gulls', A),
      '2025-03-12.txt': blocks('Gulls', 'Tides', B),
    });
    expect(papers[0]?.versions.map(({ paragraphs }) => paragraphs)).toEqual([[A]]);
    expect(papers[0]?.appearances).toHaveLength(2);
    expect(codes(problems)).toEqual(['title-without-abstract']);
  });

  test('may be missing everywhere', () => {
    const { papers } = archiveOf({ '2025-03-11.txt': blocks('Mar 11', 'Gulls', 'Tides', B) });
    expect(papers[0]).toMatchObject({ id: 'gulls', versions: [], links: [] });
  });

  test('give the links of the newest', () => {
    const { papers } = archiveOf({
      '2025-03-11.txt': blocks('Gulls', `${A} See https://example.org/old.`),
      '2025-03-12.txt': blocks('Gulls', `${A} See https://example.org/new.`),
    });
    expect(papers[0]?.links.map(({ url }) => url)).toEqual(['https://example.org/new']);
  });
});

test('a title that ends like the hash of another gets an address of its own', () => {
  const hash = createHash('sha256').update('c++').digest('hex').slice(0, 10);
  const { papers, problems } = archiveOf({ '2025-03-11.txt': digestOf('C++', `C ${hash}`) });
  expect(papers).toHaveLength(2);
  expect(papers.map(({ id }) => id)).toContain(`c-${hash}`);
  expect(codes(problems)).not.toContain('address-taken');
});

describe('groupEntries', () => {
  test('leaves out digests without a date', () => {
    const tally = { blocks: 0, pageText: 0, titles: 0, abstracts: 0, leftOut: 0 };
    const entry = { title: { text: 'Gulls', line: 1, column: 1 }, abstract: [] };
    const digest = { file: 'digests/a.txt', entries: [entry], problems: [], tally };
    expect(groupEntries([digest]).groups.size).toBe(0);
  });
});

describe('compareAppearances', () => {
  test('orders by date, then digest, then place in it', () => {
    const sorted = [
      appearance(day('2025-03-11'), 'digests/b.txt', 9, 9),
      appearance(day('2025-03-12'), 'digests/a.txt', 1, 0),
      appearance(day('2025-03-12'), 'digests/a.txt', 5, 1),
      appearance(day('2025-03-12'), 'digests/a.txt', 50, 10),
      appearance(day('2025-03-12'), 'digests/b.txt', 1, 0),
    ];
    expect(sorted.toReversed().sort(compareAppearances)).toEqual(sorted);
  });
});

describe('firstSeen', () => {
  test('is the date of the first appearance', () => {
    expect(firstSeen(paperWith('Gulls', [A]))).toBe('2025-03-11');
  });

  test('of a paper that never appeared is a mistake of the caller', () => {
    expect(() => firstSeen(paperWith('Gulls', [A], { appearances: [] }))).toThrow(TypeError);
  });
});
