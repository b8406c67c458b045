import { describe, expect, test } from 'vitest';

import {
  authorLine,
  categoryLinks,
  identifierLinks,
  shortAuthorLine,
  venueLine,
} from '../../src/publish/facts.ts';

describe('authorLine', () => {
  test.each([
    [undefined, ''],
    [['Ada Keeper'], 'Ada Keeper'],
    [['Keeper, Ada'], 'Ada Keeper'],
    [['Ada Keeper', 'Harbour, Ben'], 'Ada Keeper, Ben Harbour'],
    [['van der Gull, J. P.'], 'J. P. van der Gull'],
    [['Keeper, Jr., Ada'], 'Keeper, Jr., Ada'],
    [['The Gull Group,Ltd'], 'The Gull Group,Ltd'],
    [['Zoë Ångström-O’Hara', '鴎 太郎'], 'Zoë Ångström-O’Hara, 鴎 太郎'],
  ])('of %j is %j', (authors, line) => {
    expect(authorLine(authors === undefined ? {} : { authors })).toBe(line);
  });
});

test('a list names six authors, and counts the others', () => {
  const authors = ['A', 'B', 'C', 'D', 'E', 'F'];
  expect(shortAuthorLine({ authors })).toBe('A, B, C, D, E, F');
  expect(shortAuthorLine({ authors: [...authors, 'G', 'H'] })).toBe('A, B, C, D, E, F and 2 more');
});

describe('venueLine', () => {
  test.each([
    [{}, ''],
    [{ year: 2024 }, '2024'],
    [{ venue: 'Journal of Shelves' }, 'Journal of Shelves'],
    [{ venue: 'Journal of Shelves', year: 2024 }, 'Journal of Shelves, 2024'],
    [{ venue: 'Shelves 2024', year: 2024 }, 'Shelves 2024'],
    [{ venue: 'Shelves 2023', year: 2024 }, 'Shelves 2023, 2024'],
  ])('of %j is %j', (facts, line) => {
    expect(venueLine(facts)).toBe(line);
  });
});

describe('identifierLinks', () => {
  test('of nothing are none', () => {
    expect(identifierLinks({ year: 2024 })).toEqual([]);
  });

  test('lead to arXiv and to the resolver of DOIs', () => {
    expect(identifierLinks({ doi: '10.1000/182', arxiv: 'hep-th/9901001v2' })).toEqual([
      { label: 'arXiv', url: 'https://arxiv.org/abs/hep-th/9901001v2', text: 'hep-th/9901001v2' },
      { label: 'DOI', url: 'https://doi.org/10.1000/182', text: '10.1000/182' },
    ]);
    expect(identifierLinks({ arxiv: '2403.01230' })).toHaveLength(1);
  });

  test.each([
    '10.1000/a#b?c&d%2F',
    '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
    '10.1000/"gulls"//1',
  ])('hold every sign of the DOI %s', (doi) => {
    const [link] = identifierLinks({ doi });
    const { pathname, search, hash } = new URL(link?.url ?? '');
    expect([search, hash]).toEqual(['', '']);
    expect(decodeURIComponent(pathname)).toBe(`/${doi}`);
    expect(link?.text).toBe(doi);
  });
});

test('categories lead to what is new in them', () => {
  expect(categoryLinks({})).toEqual([]);
  expect(categoryLinks({ categories: ['cs.LG', 'hep-th'] })).toEqual([
    { text: 'cs.LG', url: 'https://arxiv.org/list/cs.LG/recent' },
    { text: 'hep-th', url: 'https://arxiv.org/list/hep-th/recent' },
  ]);
});
