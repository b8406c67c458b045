import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Postings, SearchEngine } from '../../src/search/engine.ts';
import { buildSearchIndex } from '../../src/search/index/build-index.ts';
import { CATALOGUE_NAME, openEngine, type ReadFile } from '../../src/search/pagefind-engine.ts';
import { search } from '../../src/search/search.ts';
import { propertySeed } from '../property-seed.ts';
import { documentsOf, memoryEngine, postingsOf, type Invented } from './memory-engine.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

let indexes = 0;
/** Builds the index of papers; gives what reads its files. */
async function built(papers: readonly Invented[]): Promise<ReadFile> {
  indexes += 1;
  const path = join(folder, String(indexes));
  await buildSearchIndex(documentsOf(papers), Promise.resolve([]), 'en', path);
  return async (name) => gunzipSync(await readFile(join(path, name)));
}

/** The places of a word, by paper. */
const placesOf = (postings: Postings | undefined): unknown =>
  postings && {
    word: postings.word,
    papers: [...postings.papers],
    places: Array.from(postings.papers, (_, index) => [
      ...postings.places.subarray(postings.starts[index], postings.starts[index + 1]),
    ]),
  };

async function expectSamePostings(papers: readonly Invented[]): Promise<void> {
  const engine = await openEngine(await built(papers));
  const expected = postingsOf(documentsOf(papers), 'en');
  for (const [word, postings] of expected)
    expect(placesOf(await engine.word(word))).toEqual(placesOf(postings));
}

const AWKWARD: readonly Invented[] = [
  { title: 'Café: k-NN of AlphaFold', abstract: 'A graph neural network (GNN), ﬁne x² 2025.' },
  { title: 'No abstract', authors: ['Karl Müller', 'Jo O’Brien'], names: ['2403.01230'] },
  { title: '', abstract: 'No title, a GNN, GPT-4 and 3.5.' },
  { title: '海鸥 and カモメ', abstract: 'Żółć, øre, straße, чайки, नमस्ते, İ ı.', links: ['code'] },
  { title: 'The same the same', abstract: `${'the same '.repeat(300)}end ${'w'.repeat(300)}` },
  {},
];

describe('an index that Pagefind made', () => {
  test('has every word at every place, and no other word', async () => {
    const engine = await openEngine(await built(AWKWARD));
    const words = (await engine.wordsFrom('', 99)) ?? [];
    const expected = postingsOf(documentsOf(AWKWARD), 'en');
    expect(words.map(({ word }) => word).sort()).toEqual([...expected.keys()].sort());
    for (const each of words) expect(placesOf(each)).toEqual(placesOf(expected.get(each.word)));
  });

  test('has it for any text', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'jar',
        'jars',
        'k-NN',
        'RedJars',
        'GPT4',
        '2025',
        'Café',
        'ﬁn',
        '(RJ)',
        'red jars (RJ)',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
    );
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
    const papers = fc.array(
      fc.record({ title: text, abstract: text, authors: fc.array(text, { maxLength: 2 }) }),
      { maxLength: 12 },
    );
    await fc.assert(fc.asyncProperty(papers, expectSamePostings), {
      seed: propertySeed,
      numRuns: 8,
      endOnFailure: true,
    });
  });

  test('of no papers has no words', async () => {
    const engine = await openEngine(await built([]));
    expect(await engine.word('gull')).toBeUndefined();
    expect(await engine.wordsFrom('g', 1)).toEqual([]);
    expect(engine.completions('g', 9)).toEqual([]);
    const request = { sort: 'relevance', typing: false, spelling: true } as const;
    for (const text of ['gulls', '"red gulls"', '-gulls'])
      expect((await search({ ...request, text }, engine)).papers).toEqual([]);
  });
});

describe('an engine over several files', () => {
  /** Words with common prefixes in so many papers that the index is in several files. */
  const papers = Array.from({ length: 3000 }, (_, number): Invented => {
    const [a, b, c] = [7, 11, 13].map((step) => ((number * step) % 3000).toString(36));
    return {
      title: `Gull${a ?? ''} of jars${String(number % 50)}`,
      abstract: `Net${b ?? ''} and network${b ?? ''} with gull${c ?? ''}s and ${number % 3 === 0 ? 'red' : 'blue'} jars.`,
      date: `2025-0${String(1 + (number % 9))}-11`,
    };
  });
  const expected = postingsOf(documentsOf(papers), 'en');
  const memory = memoryEngine(papers);
  let read: ReadFile;
  let files: string[] = [];
  let engine: SearchEngine;
  beforeAll(async () => {
    const fromDisk = await built(papers);
    read = (name) => {
      files.push(name);
      return fromDisk(name);
    };
    engine = await openEngine(read);
  });

  test('has every word at every place', async () => {
    const words = (await engine.wordsFrom('', 999)) ?? [];
    expect(words.map(({ word }) => word)).toEqual([...expected.keys()].sort());
    expect(words.map(placesOf)).toEqual(words.map(({ word }) => placesOf(expected.get(word))));
    expect(files.filter((name) => name.startsWith('index/')).length).toBeGreaterThan(3);
  });

  test('finds every word in its file', async () => {
    for (const word of expected.keys()) expect((await engine.word(word))?.word).toBe(word);
    for (const word of ['', '0', 'gull', 'gullzzzz', 'network', 'zzz', '漢'])
      expect((await engine.word(word)) === undefined).toBe(!expected.has(word));
  });

  test('finds every word that starts with a prefix', async () => {
    const words = [...expected.keys()].sort();
    const prefixes = new Set(
      words.flatMap((word) => [1, 3, 4, 5, 6].map((end) => word.slice(0, end))),
    );
    const sample = [...prefixes].filter((_, index) => index % 7 === 0);
    for (const prefix of ['gull', 'net', 'networ', 'jars', 'zzz', ...sample])
      expect((await engine.wordsFrom(prefix, 999))?.map(({ word }) => word)).toEqual(
        words.filter((word) => word.startsWith(prefix)),
      );
  });

  test('says so when a prefix is in too many files', async () => {
    expect(await engine.wordsFrom('gull', 1)).toBeUndefined();
    expect(await engine.wordsFrom('red', 1)).toHaveLength(1);
  });

  test.each([
    'gull7 jars7',
    'netx1 network1a',
    '"gull7 of jars7"',
    'jars7 -red',
    'jars49 date:2025-03 red',
    'title:gull7',
    'networkq1z',
    'nettwork12',
    'jars of the zzzzzzzz',
    'date:2025-03 -red',
    '',
  ])('answers %j like one in memory', async (text) => {
    for (const sort of ['relevance', 'newest'] as const) {
      const request = { text, sort, typing: false, spelling: true };
      expect(await search(request, engine)).toEqual(await search(request, memory));
    }
  });

  test('completes words by those in most papers', () => {
    expect(engine.completions('jar', 2)).toEqual(memory.completions('jar', 2));
    expect(engine.completions('zzz', 2)).toEqual([]);
  });

  test('has the same vocabulary', async () => {
    const byWord = (a: { word: string }, b: { word: string }): number => (a.word < b.word ? -1 : 1);
    expect(await engine.vocabulary()).toEqual((await memory.vocabulary()).toSorted(byWord));
  });

  test('gives records by their numbers, and none of others', async () => {
    expect(await engine.records([2999, 0, 32])).toEqual(await memory.records([2999, 0, 32]));
    await expect(engine.records([3000])).rejects.toThrow(RangeError);
    await expect(engine.records([-1])).rejects.toThrow(RangeError);
  });

  test('reads a file when it is needed, and once', async () => {
    files = [];
    const fresh = await openEngine(read);
    expect(files).toEqual([CATALOGUE_NAME]);
    await Promise.all([fresh.word('red'), fresh.word('red'), fresh.wordsFrom('red', 1)]);
    await fresh.word('red');
    expect(files).toHaveLength(2);
    await fresh.records([0, 1, 2]);
    expect(files).toHaveLength(3);
  });

  test('reads a file again that could not be read', async () => {
    let isBroken = true;
    const fresh = await openEngine((name) =>
      isBroken && name !== CATALOGUE_NAME ? Promise.reject(new Error('offline')) : read(name),
    );
    await expect(fresh.word('red')).rejects.toThrow('offline');
    isBroken = false;
    expect((await fresh.word('red'))?.word).toBe('red');
  });
});

test('a catalogue of another version is refused', async () => {
  const read = await built([]);
  const catalogue = JSON.parse(new TextDecoder().decode(await read(CATALOGUE_NAME))) as object;
  const other = gzipSync(JSON.stringify({ ...catalogue, format: -1 }));
  await expect(openEngine(() => Promise.resolve(gunzipSync(other)))).rejects.toThrow(RangeError);
});
