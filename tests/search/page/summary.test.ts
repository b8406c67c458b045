import { describe, expect, test } from 'vitest';

import { correctedText, summaryOf } from '../../../src/search/page/summary.ts';
import type { SearchAnswer } from '../../../src/search/search.ts';

const answer = (papers: number, full: number): SearchAnswer => ({
  papers: [...Array(papers).keys()],
  full,
  facets: { years: [], months: [], links: [], seen: [], topics: [] },
  corrections: [],
  unknown: [],
  marks: { words: [], acronyms: [], initials: [] },
  remarks: [],
});

test.each([
  ['', 0, 0, ''],
  ['jars', 0, 0, 'Nothing in this archive answers that.'],
  ['jars', 1, 1, '1 paper'],
  ['jars', 2500, 2500, '2,500 papers'],
  ['red jars', 7, 2, '2 papers with all the words, 5 with some'],
  ['red jars', 1001, 1, '1 paper with all the words, 1,000 with some'],
  ['red jars', 7, 0, '7 papers with some of the words, none with all'],
])('of %j with %i papers, %i of them with all words: %s', (text, papers, full, summary) => {
  expect(summaryOf(text, answer(papers, full))).toBe(summary);
});

describe('correctedText', () => {
  const gulls = [{ from: 'gullz', to: 'gulls' }];

  test.each([
    ['replaces a word', 'red gullz', gulls, 'red gulls'],
    ['in any case', 'Red GULLZ', gulls, 'Red gulls'],
    ['whole words only', 'gullzy gullz', gulls, 'gullzy gulls'],
    ['in an operator', 'title:gullz', gulls, 'title:gulls'],
    ['several', 'gullz jarz', [...gulls, { from: 'jarz', to: 'jars' }], 'gulls jars'],
    ['one by two', 'redjars', [{ from: 'redjars', to: 'red jars' }], 'red jars'],
    ['each time it is there', 'gullz, red GULLZ', gulls, 'gulls, red gulls'],
    ['with accents', 'Les güllz', gulls, 'Les gulls'],
    ['with accents that stand alone', 'gu\u0308llz jars', gulls, 'gulls jars'],
    ['in quotes', '"red gullz"', gulls, '"red gulls"'],
    ['in any script', 'чайкы', [{ from: 'чаикы', to: 'чаики' }], 'чаики'],
    ['nothing of itself', 'red jars', [], 'red jars'],
    ['signs by themselves', 'gullz', [{ from: 'gullz', to: '$&' }], '$&'],
  ])('%s', (_, text, corrections, expected) => {
    expect(correctedText(text, corrections)).toBe(expected);
  });
});
