import { describe, expect, test } from 'vitest';

import { candidateTerms, type CandidateTerm } from '../../../src/archive/relate/candidate-terms.ts';
import { tokenTable } from '../../../src/archive/relate/token-table.ts';
import { textsOf } from './texts.ts';

function termsOf(papers: readonly string[], fewest = 1): ReadonlyMap<string, CandidateTerm> {
  const terms = candidateTerms(tokenTable(textsOf(...papers), 'en'), fewest);
  return new Map(terms.map((term) => [term.stems.join(' '), term]));
}

describe('the candidates are', () => {
  test.each([
    ['runs of two to five words', 'Red gulls fly far south today', 14],
    ['not across punctuation', 'Gulls, jars: tides', 0],
    ['not with stop words at their ends', 'The gulls of', 0],
    ['but with “of”, “to” and “in” inside', 'Jars of gulls', 1],
    ['and with a joined stop word at the start', 'In-jar gulls', 3],
    ['in abstracts only when a title has them', 'Gulls | red jars', 0],
  ])('%s: %j', (_, paper, count) => {
    expect(termsOf([paper]).size).toBe(count);
  });
});

test('a term needs so many titles', () => {
  const papers = ['Red jars', 'Red jars of gulls', 'Blue jars'];
  expect([...termsOf(papers, 2).keys()]).toEqual(['red jar']);
});

test('its uses are counted by paper, in titles and abstracts', () => {
  const term = termsOf(['Red jars | A red jar, and red jars.', 'Gulls | The red jar']).get(
    'red jar',
  );
  expect(term?.uses).toEqual([
    { paper: 0, inTitle: true, count: 3 },
    { paper: 1, inTitle: false, count: 1 },
  ]);
  expect(term?.titles).toBe(1);
  expect(term?.occurrences).toBe(4);
});

test('it is known what stands before and after it', () => {
  const papers = [
    'Red jars',
    'Gulls | Old red jar lids, old red jar lids, a red jar of gulls, un-red jars.',
  ];
  const term = termsOf(papers).get('red jar');
  expect(term).toMatchObject({ continued: 2, sameAfter: 2, sameBefore: 2, joinedBefore: 1 });
});

test('how abstracts write it is counted, capitals and hyphens as they are', () => {
  const papers = ['Red jars', 'Gulls | Red-jar, red jars and red jars.'];
  expect(termsOf(papers).get('red jar')?.spellings).toEqual(
    new Map([
      ['Red-jar', 1],
      ['red jars', 2],
    ]),
  );
});

test('an acronym counts as its long form and is no spelling of it, nor of its parts', () => {
  const papers = ['A tidal jar network', 'Gulls | The tidal jar network (TJN). TJN lids. TJN.'];
  const terms = termsOf(papers);
  expect(terms.get('tidal jar network')?.occurrences).toBe(5);
  expect(terms.get('tidal jar network')?.spellings).toEqual(new Map([['tidal jar network', 1]]));
  expect(terms.get('jar network')?.spellings).toEqual(new Map([['jar network', 1]]));
});

test('a term with an acronym in it is spelled with the acronym', () => {
  const papers = ['TJN lids | A tidal jar network (TJN). TJN lids.'];
  expect(termsOf(papers).get('tidal jar network lid')?.spellings).toEqual(
    new Map([['TJN lids', 1]]),
  );
});

test('a wanted term counts wherever it is, one word as well', () => {
  const table = tokenTable(textsOf('Gulls | Robotics and red jars.', 'Tides | robotics'), 'en');
  const stems = (text: string): number[] => text.split(' ').map((word) => table.stemOf(word) ?? -1);
  const terms = candidateTerms(table, 1, [stems('robotics'), stems('red jars')]);
  expect(terms.map((term) => [term.stems.join(' '), term.uses.length])).toEqual([
    ['robot', 2],
    ['red jar', 1],
  ]);
});
