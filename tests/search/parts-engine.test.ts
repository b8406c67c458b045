import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { CATALOGUE_NAME } from '../../src/search/catalogue.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { buildSearchIndex } from '../../src/search/index/build-index.ts';
import { openEngine } from '../../src/search/parts-engine.ts';
import type { ReadFile } from '../../src/search/read-file.ts';
import { search } from '../../src/search/search.ts';
import { propertySeed } from '../property-seed.ts';
import {
  documentsOf,
  memoryEngine,
  postingsOf,
  type Indexed,
  type Invented,
} from './memory-engine.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

let indexes = 0;
/** Builds the index of papers; gives what reads its files. */
async function built(papers: readonly Invented[], sizes?: readonly number[]): Promise<ReadFile> {
  indexes += 1;
  const path = join(folder, String(indexes));
  await buildSearchIndex(documentsOf(papers), Promise.resolve([]), 'en', path, sizes && { sizes });
  return async (name) => gunzipSync(await readFile(join(path, name)));
}

/** Everything that an index knows of a word. */
async function wordIn(engine: SearchEngine, word: string): Promise<Indexed | undefined> {
  const [postings, places] = await Promise.all([engine.word(word), engine.places(word)]);
  return postings && places && { ...postings, ...places };
}

async function expectSamePostings(
  papers: readonly Invented[],
  sizes?: readonly number[],
): Promise<void> {
  const engine = await openEngine(await built(papers, sizes));
  const expected = postingsOf(documentsOf(papers), 'en');
  const words = (await engine.wordsFrom('', Infinity)) ?? [];
  expect(words.map(({ word }) => word)).toEqual([...expected.keys()].sort());
  for (const [word, postings] of expected) expect(await wordIn(engine, word)).toEqual(postings);
}

const AWKWARD: readonly Invented[] = [
  { title: 'Café: k-NN of AlphaFold', abstract: 'A graph neural network (GNN), ﬁne x² 2025.' },
  { title: 'No abstract', authors: ['Karl Müller', 'Jo O’Brien'], names: ['2403.01230'] },
  { title: '', abstract: 'No title, a GNN, GPT-4 and 3.5.' },
  { title: '海鸥 and カモメ', abstract: 'Żółć, øre, straße, чайки, नमस्ते, İ ı.', links: ['code'] },
  { title: 'The same the same', abstract: `${'the same '.repeat(300)}end ${'w'.repeat(300)}` },
  {},
];

describe('an index', () => {
  test('has every word at every place, and no other word', () => expectSamePostings(AWKWARD));

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
    await fc.assert(
      fc.asyncProperty(papers, (all) => expectSamePostings(all)),
      {
        seed: propertySeed,
        numRuns: 20,
        endOnFailure: true,
      },
    );
  });

  test('of no papers has no words', async () => {
    const engine = await openEngine(await built([]));
    expect(await engine.word('gull')).toBeUndefined();
    expect(await engine.wordsFrom('g', 1)).toEqual([]);
    expect(await engine.places('gull')).toBeUndefined();
    expect(engine.completions('g', 9)).toEqual([]);
    const request = { sort: 'relevance', typing: false, spelling: true } as const;
    for (const text of ['gulls', '"red gulls"', '-gulls'])
      expect((await search({ ...request, text }, engine)).papers).toEqual([]);
  });
});

describe('an engine over several files and parts', () => {
  /** Words with common prefixes in so many papers that the index is in several files. */
  const papers = Array.from({ length: 3000 }, (_, number): Invented => {
    const [a, b, c] = [7, 11, 13].map((step) => ((number * step) % 3000).toString(36));
    return {
      title: `Gull${a ?? ''} of jars${String(number % 50)}`,
      abstract: `Net${b ?? ''} and network${b ?? ''} with gull${c ?? ''}s and ${number % 3 === 0 ? 'red' : 'blue'} jars.`,
      date: `2025-0${String(1 + Math.floor(number / 400))}-${String(11 + (number % 400 >= 200 ? 1 : 0))}`,
    };
  });
  const expected = postingsOf(documentsOf(papers), 'en');
  const memory = memoryEngine(papers);
  let read: ReadFile;
  let files: string[] = [];
  let engine: SearchEngine;
  beforeAll(async () => {
    const fromDisk = await built(papers, [1600, 400]);
    read = (name) => {
      files.push(name);
      return fromDisk(name);
    };
    engine = await openEngine(read);
  });

  test('has every word at every place', async () => {
    const words = (await engine.wordsFrom('', Infinity)) ?? [];
    expect(words.map(({ word }) => word)).toEqual([...expected.keys()].sort());
    for (const word of expected.keys())
      expect(await wordIn(engine, word)).toEqual(expected.get(word));
    expect(new Set(files.map((name) => name.split('/')[1])).size).toBeGreaterThan(4);
    expect(files.filter((name) => name.includes('/words-')).length).toBeGreaterThan(20);
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
      expect((await engine.wordsFrom(prefix, Infinity))?.map(({ word }) => word)).toEqual(
        words.filter((word) => word.startsWith(prefix)),
      );
  });

  test('says so when the words with a prefix are too much to read', async () => {
    expect(await engine.wordsFrom('gull', 1)).toBeUndefined();
    expect(await engine.wordsFrom('red', 0)).toHaveLength(1);
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
  });

  test('reads a file when it is needed, and once', async () => {
    files = [];
    const fresh = await openEngine(read);
    const parts = files.length - 1;
    expect(files[0]).toBe(CATALOGUE_NAME);
    expect(files.slice(1).every((name) => name.endsWith('/table.json.gz'))).toBe(true);
    await Promise.all([fresh.word('red'), fresh.word('red'), fresh.wordsFrom('red', 0)]);
    await fresh.word('red');
    expect(files).toHaveLength(1 + 2 * parts);
    await fresh.places('red');
    expect(files).toHaveLength(1 + 3 * parts);
    await fresh.records([0, 1, 2]);
    expect(files).toHaveLength(2 + 3 * parts);
  });

  test('reads a file again that could not be read', async () => {
    let isBroken = true;
    const fresh = await openEngine((name) =>
      isBroken && name.includes('/words-') ? Promise.reject(new Error('offline')) : read(name),
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

test('an archive divided into parts answers like an undivided one', async () => {
  const words = ['red', 'jars', 'jar', 'gulls', 'of', 'RJ', 'red jars (RJ)', 'k-NN', '2025'];
  const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((all) => all.join(' '));
  const date = fc.constantFrom('2025-01-31', '2025-02-01', '2025-02-02', '2025-03-11');
  const paper = fc.record({
    title: text,
    abstract: text,
    date: fc.uniqueArray(date, { minLength: 1 }).map((dates) => dates.sort().join(' ')),
    seen: fc.integer({ min: 1, max: 4 }),
    links: fc.subarray(['code', 'demo'] as const),
  });
  const papers = fc
    .array(paper, { maxLength: 20 })
    .map((all) => all.toSorted((a, b) => (a.date.slice(0, 10) < b.date.slice(0, 10) ? -1 : 1)));
  const query = fc.constantFrom('red jars', 'rj', '"red jars"', 'knn -gulls', 'gull 2025', 'jar');
  const sizes = fc.constantFrom([1], [4, 2], [8, 3, 1]);
  await fc.assert(
    fc.asyncProperty(papers, sizes, query, async (all, divided, asked) => {
      const request = { text: asked, sort: 'relevance', typing: false, spelling: true } as const;
      const whole = await openEngine(await built(all, []));
      const inParts = await openEngine(await built(all, divided));
      expect(inParts.table).toEqual(whole.table);
      expect(await search(request, inParts)).toEqual(await search(request, whole));
      const numbers = [...all.keys()];
      expect(await inParts.records(numbers)).toEqual(await whole.records(numbers));
    }),
    { seed: propertySeed, numRuns: 15 },
  );
});
