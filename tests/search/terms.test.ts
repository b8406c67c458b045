import { describe, expect, test } from 'vitest';

import type { SearchEngine } from '../../src/search/engine.ts';
import { familyOf, termsOf, type TermOptions } from '../../src/search/terms.ts';
import { memoryEngine, type Invented } from './memory-engine.ts';

/** Papers, one for each text. */
const about = (...texts: readonly string[]): SearchEngine =>
  memoryEngine(texts.map((abstract) => ({ title: 'Sand', abstract })));

/** Each term as `word: form×weight …`. */
async function read(
  words: string,
  engine: SearchEngine,
  options: Partial<TermOptions> = {},
): Promise<readonly string[]> {
  const all = { typing: false, spelling: true, ...options };
  const terms = await termsOf(words.split(' '), engine, all);
  return terms.map(({ word, forms, correction }) =>
    [
      `${correction === undefined ? word : `${word} → ${correction}`}:`,
      ...forms.map(
        ({ postings, weight }) => `${postings.word}×${String(Number(weight.toFixed(2)))}`,
      ),
    ].join(' '),
  );
}

describe('a word stands for', () => {
  test.each([
    ['itself', 'jars sand', 'jars', ['jars: jars×1', 'sand: sand×1']],
    [
      'the words with its stem, less',
      'gull gulls',
      'gulls',
      ['gulls: gull×0.6 gulls×1', 'sand: sand×1'],
    ],
    [
      'those alone when it is not there',
      'study',
      'studies',
      ['studies: study×0.6', 'sand: sand×1'],
    ],
    [
      'no others that start like that',
      'gull gullible',
      'gulls',
      ['gulls: gull×0.6', 'sand: sand×1'],
    ],
  ])('%s', async (_, text, word, terms) => {
    expect(await read(`${word} sand`, about(text))).toEqual(terms);
  });

  test('others of a short one', async () => {
    const families = ['ays ayed', 'be bed'];
    const read = async (word: string): Promise<readonly string[]> =>
      (await familyOf(word, about(...families))).map(({ postings }) => postings.word);
    expect(await read('ays')).toEqual(['ayed', 'ays']);
    expect(await read('be')).toEqual(['be']);
  });

  test('words that it is the start of, when it is the last', async () => {
    const engine = about('catalogue', 'cat catalogue');
    expect(await read('cat', engine)).toEqual(['cat: cat×1 catalogue×0.6']);
    expect(await read('cata', engine)).toEqual(['cata: catalogue×0.9']);
    expect(await read('cat sand', engine)).toEqual(['cat: cat×1', 'sand: sand×1']);
  });

  test('the most frequent of them first', async () => {
    expect(await read('cata', about('catapult', 'catalogue', 'catalogue'))).toEqual([
      'cata: catalogue×0.9 catapult×0.9',
    ]);
  });

  test('no others when it has two letters', async () => {
    expect(await read('ca', about('cat ca'))).toEqual(['ca: ca×1']);
  });

  test('itself alone when its family is in too many files', async () => {
    const engine = { ...about('gull gulls'), wordsFrom: () => Promise.resolve(undefined) };
    expect((await familyOf('gulls', engine)).map(({ postings }) => postings.word)).toEqual([
      'gulls',
    ]);
    expect(await familyOf('jars', engine)).toEqual([]);
  });

  test('the frequent words it is the start of, when all are in too many files', async () => {
    const engine = {
      ...about('cataract', 'catalogue', 'catalogue catapult', 'catapult'),
      wordsFrom: () => Promise.resolve(undefined),
    };
    expect(await read('cata', engine)).toEqual(['cata: catalogue×0.9 catapult×0.9']);
  });

  test('other words of its language only', async () => {
    const papers: readonly Invented[] = [{ abstract: 'gull gulls' }];
    expect(await read('gulls sand', memoryEngine(papers, 'de'), { spelling: false })).toEqual([
      'gulls: gulls×1',
      'sand:',
    ]);
  });
});

test('a word that is there twice is one term', async () => {
  const [term, ...more] = await termsOf(['gulls', 'gulls'], about('gulls'), {
    typing: false,
    spelling: true,
  });
  expect(term).toMatchObject({ word: 'gulls', count: 2 });
  expect(more).toEqual([]);
});

describe('a word that the archive does not have', () => {
  test('is taken for a similar one and its family', async () => {
    expect(await read('gullz sand', about('gull gulls'))).toEqual([
      'gullz → gull: gull×0.6 gulls×0.36',
      'sand: sand×1',
    ]);
  });

  test('is left alone when spelling is not wanted', async () => {
    expect(await read('gullz sand', about('gulls'), { spelling: false })).toEqual([
      'gullz:',
      'sand: sand×1',
    ]);
  });

  test('stands for nothing when nothing is like it', async () => {
    expect(await read('zzzzz', about('gulls'))).toEqual(['zzzzz:']);
  });

  test('is taken for two words, each a term', async () => {
    const engine = about(...Array.from({ length: 8 }, () => 'red jars'));
    expect(await read('redjars', engine)).toEqual([
      'redjars → red jars: red×0.6',
      'redjars → red jars: jars×0.6',
    ]);
  });

  test('is left alone when it is the sixth of them', async () => {
    const words = 'gulls jarsy tides reeds winds shore';
    const terms = await read(`${words.replaceAll(/(?<=\w{4})\w/g, 'q')} sand`, about(words));
    expect(terms.map((term) => term.replace(/:.*/, ''))).toEqual([
      'gullq → gulls',
      'jarsq → jarsy',
      'tideq → tides',
      'reedq → reeds',
      'windq → winds',
      'shorq',
      'sand',
    ]);
  });

  test('is taken for the more frequent of two words', async () => {
    const engine = about('bullets', 'bullets', 'bulleys');
    expect(await read('bulletz bulleyz', engine)).toEqual([
      'bulletz → bullets: bullets×0.6',
      'bulleyz → bulleys: bulleys×0.6',
    ]);
  });

  test('is taken for a rarer word when that goes much better with the others', async () => {
    const rare = Array.from({ length: 5 }, () => 'gully tides');
    const engine = about(...rare, ...Array.from({ length: 20 }, () => 'gulls'), 'gulls tides');
    expect(await read('gullz', engine)).toEqual(['gullz → gulls: gulls×0.6']);
    expect(await read('gullz tides', engine)).toEqual([
      'gullz → gully: gully×0.6',
      'tides: tides×1',
    ]);
  });
});
