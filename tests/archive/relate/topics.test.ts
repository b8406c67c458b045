import { describe, expect, test } from 'vitest';

import { fewestTitles, findTopics, mostTopics } from '../../../src/archive/relate/topics.ts';
import { tokenTable } from '../../../src/archive/relate/token-table.ts';
import { defaultSettings, type Settings } from '../../../src/archive/settings.ts';
import { textsOf, times } from './texts.ts';

const NAMES = ['north', 'south', 'east', 'west', 'upper', 'lower'] as const;
/** Papers that have a term in the title and in a sentence of their own. */
const about = (term: string, count = 3): readonly string[] =>
  times(count, (number) => `Studying ${term} ${NAMES[number] ?? ''}ward | We sort ${term}.`);

/** Topics as `name (acronym): papers`. */
function read(
  papers: readonly string[],
  settings: Partial<Settings['topics']> = {},
): readonly string[] {
  const table = tokenTable(textsOf(...papers), 'en');
  return findTopics(table, { ...defaultSettings.topics, ...settings }).map(
    ({ name, acronym, papers: found }) =>
      `${name}${acronym === undefined ? '' : ` (${acronym})`}: ${found.map(({ paper }) => paper).join(' ')}`,
  );
}

test('a term of three papers is a topic, one of two is none', () => {
  expect(read([...about('tidal jars'), ...about('red gulls', 2)])).toEqual(['Tidal jars: 0 1 2']);
});

describe('the name of a topic', () => {
  test.each([
    ['is how most abstracts write it', 'tidal jar', 'Tidal jar'],
    ['keeps hyphens', 'tidal-jar lids', 'Tidal-jar lids'],
    ['keeps names', 'Gaussian jars', 'Gaussian jars'],
  ])('%s: %j', (_, term, name) => {
    expect(read(about(term))).toEqual([`${name}: 0 1 2`]);
  });

  test('has the acronym for it', () => {
    const defined = 'Gulls | A tidal jar network (TJN). Two tidal jar networks.';
    expect(read([...about('tidal jar networks'), defined])).toEqual([
      'Tidal jar networks (TJN): 0 1 2 3',
    ]);
  });

  test('has an acronym for a part of it', () => {
    const defined = 'Gulls | A tidal jar network (TJN).';
    expect(read([...about('TJN lids'), defined])).toEqual(['TJN lids: 0 1 2']);
  });
});

describe('no topic is', () => {
  test.each([
    [
      'what only abstracts say',
      times(4, (n) => `Gulls ${NAMES[n] ?? ''} | Tidal jars and tidal jars.`),
    ],
    [
      'a run that always goes on',
      times(4, (n) => `Red tidal ${NAMES[n] ?? ''} | Red tidal ${NAMES[n] ?? ''}`),
    ],
    ['the end of a longer name', times(4, () => 'Few-gull jars | Few-gull jars')],
    ['what says how a paper works', about('novel frameworks')],
    ['what ends as a verb', about('jars trained')],
    ['a possessive', about("gull's jars")],
    ['what has a word of forty letters', about(`${'q'.repeat(40)} jars`)],
  ])('%s', (_, papers) => {
    const found = read(papers);
    expect(found.filter((topic) => !topic.startsWith('Few-gull jars'))).toEqual([]);
  });
});

test('a paper is of a topic by its title, or by a mention for every hundred words', () => {
  const padding = (words: number): string => 'gull '.repeat(words);
  const papers = [
    ...about('tidal jars'),
    `One | ${padding(150)}. Tidal jars.`,
    `Two | ${padding(250)}. Tidal jars.`,
    `Three | ${padding(250)}. Tidal jars, tidal jars.`,
  ];
  expect(read(papers)).toContain('Tidal jars: 0 1 2 3 5');
});

test('a part of a longer term is none when most of its papers have the longer one', () => {
  const papers = [...about('tidal jar lids', 5), ...about('jar lids', 1)];
  expect(read(papers).map((topic) => topic.split(':')[0])).toEqual(['Tidal jar lids']);
});

describe('archive.yaml', () => {
  const papers = [...about('tidal jars'), ...about('red gulls', 4)];

  test('hides a topic, in any form of its words', () => {
    expect(read(papers, { hide: ['Tidal jar'] })).toEqual(['Red gulls: 3 4 5 6']);
  });

  test('renames one', () => {
    expect(read(papers, { rename: { 'tidal jars': 'Jars of the sea' } })).toContain(
      'Jars of the sea: 0 1 2',
    );
  });

  test('merges one into another', () => {
    expect(read(papers, { merge: { 'tidal jars': 'red gulls' } })).toEqual([
      'Red gulls: 0 1 2 3 4 5 6',
    ]);
  });

  test.each([
    [{ 'tidal jars': 'red gulls', 'red gulls': 'grey seals' }],
    [{ 'red gulls': 'grey seals', 'tidal jars': 'red gulls' }],
  ])('merges along a chain, in whatever order it is written: %j', (merge) => {
    expect(read([...papers, ...about('grey seals')], { merge })).toEqual([
      'Grey seals: 0 1 2 3 4 5 6 7 8 9',
    ]);
  });

  test('merges nothing in a circle', () => {
    const merge = { 'tidal jars': 'red gulls', 'red gulls': 'tidal jars' };
    expect(read(papers, { merge })).toEqual(read(papers));
  });

  test('adds one that titles do not name', () => {
    const more = times(3, (n) => `Paper ${NAMES[n] ?? ''} | On saltwater.`);
    expect(read([...papers, ...more], { add: ['saltwater'] })).toContain('Saltwater: 7 8 9');
  });

  test('may name what the archive does not have', () => {
    const settings = {
      add: ['dragons'],
      hide: ['no'],
      rename: { no: 'x' },
      merge: { no: 'y', x: 'no' },
    };
    expect(read(papers, settings)).toEqual(read(papers));
  });

  test('gives two topics one name: they are one', () => {
    expect(read(papers, { rename: { 'tidal jars': 'Red gulls' } })).toEqual([
      'Red gulls: 0 1 2 3 4 5 6',
    ]);
  });
});

test('topics are ordered by size, then by their address, and there are not too many', () => {
  const many = times(70, (n) => `term${String.fromCharCode(97 + (n % 26))}${String(n)} jars`);
  const names = read(many.flatMap((term) => about(term)));
  expect(names).toHaveLength(mostTopics(210));
  expect(names).toEqual(names.toSorted());
});

test('larger archives ask for more titles', () => {
  expect([10, 200, 1000, 10_000].map(fewestTitles)).toEqual([1, 1, 3, 7]);
});

test('topics in a script without spaces or letters of ours have an address', () => {
  const table = tokenTable(textsOf(...about('морские чайки')), 'ru');
  const [topic] = findTopics(table, defaultSettings.topics);
  expect(topic?.name).toBe('Морские чайки');
  expect(topic?.slug).toMatch(/^paper-[0-9a-f]{16}$/);
});
