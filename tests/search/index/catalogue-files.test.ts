import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

import type { Topic, TopicSlug } from '../../../src/archive/relate/types.ts';
import type { PaperId } from '../../../src/archive/types.ts';
import type { Catalogue, TopicFile, VocabularyFile } from '../../../src/search/catalogue.ts';
import { catalogueFiles, type SearchFiles } from '../../../src/search/index/catalogue-files.ts';
import { CATALOGUE_NAME } from '../../../src/search/pagefind-engine.ts';
import { recordAt, type TitleFile } from '../../../src/search/title-file.ts';
import { documentsOf, memoryEngine, type Invented } from '../memory-engine.ts';

const json = (files: SearchFiles, name: string): unknown =>
  JSON.parse(gunzipSync(files.get(name) ?? new Uint8Array()).toString());
const filesOf = (papers: readonly Invented[]): SearchFiles =>
  catalogueFiles(documentsOf(papers), TOPICS, 'en', [{ from: 'a', name: 'zxx_1' }]);
const catalogueOf = (files: SearchFiles): Catalogue => json(files, CATALOGUE_NAME) as Catalogue;

const TOPICS: readonly Topic[] = [
  {
    slug: 'red-jars' as TopicSlug,
    name: 'Red jars',
    acronym: 'RJ',
    papers: ['paper-2', 'paper-0'] as readonly string[] as readonly PaperId[],
    timeline: [],
    neighbours: [],
  },
];
const PAPERS: readonly Invented[] = [
  { title: 'Red jars', abstract: 'The gulls of the 2nd jar, 2025.', date: '2024-12-31 2025-03-12' },
  { title: 'Gulls', abstract: 'Of gulls.', seen: 3, links: ['code', 'demo'] },
  { title: '', abstract: '', date: '2025-03-12', links: ['code'] },
];

test('topics have the numbers of their papers, each as the step from the one before', () => {
  const files = filesOf(PAPERS);
  expect(json(files, catalogueOf(files).topics) as TopicFile).toEqual([
    { slug: 'red-jars', name: 'Red jars', acronym: 'RJ', steps: [0, 2] },
  ]);
});

test('the catalogue says what is known of all papers', () => {
  const { table, language, chunks } = catalogueOf(filesOf(PAPERS));
  expect(language).toBe('en');
  expect(chunks).toEqual([{ from: 'a', name: 'zxx_1' }]);
  expect(table).toEqual({
    count: 3,
    titleLengths: [2, 1, 0],
    abstractLengths: [7, 2, 0],
    dates: ['2024-12-31', '2025-03-11', '2025-03-12'],
    listed: [[0, 2], [1], [2]],
    seen: [1, 3, 1],
    links: { code: [1, 2], demo: [1] },
  });
  expect(table).toEqual(memoryEngine(PAPERS).table);
});

test('frequent words are longer ones that say something, most frequent first', () => {
  expect(catalogueOf(filesOf(PAPERS)).frequent).toEqual(['gulls', '2nd', 'jar', 'jars', 'red']);
});

test('the vocabulary has every word of titles and abstracts with its weight', () => {
  const papers = Array.from({ length: 8 }, (_, number) => ({
    title: 'Gulls gulls',
    abstract: number < 2 ? 'Of jars' : 'Of sand',
    authors: ['Jo Doe'],
  }));
  const files = filesOf(papers);
  const vocabulary = json(files, catalogueOf(files).vocabulary) as VocabularyFile;
  expect(vocabulary).toEqual({ words: 'gulls jars of sand', weights: '3132' });
});

test('weights end at 9', () => {
  const files = filesOf(Array.from({ length: 1030 }, () => ({ title: 'Gulls' })));
  expect(json(files, catalogueOf(files).vocabulary)).toEqual({ words: 'gulls', weights: '9' });
});

test('titles are in files of so many papers each, in order', () => {
  const papers = Array.from({ length: 200 }, (_, number) => ({ title: `Jar ${String(number)}` }));
  const files = filesOf(papers);
  const { titles } = catalogueOf(files);
  expect(titles.files).toHaveLength(Math.ceil(papers.length / titles.size));
  const contents = titles.files.map((name) => json(files, name) as TitleFile);
  const records = papers.map((_, number) => {
    const file = contents[Math.floor(number / titles.size)];
    return file && recordAt(file, number % titles.size);
  });
  expect(records).toEqual(
    papers.map(({ title }, number) => ({ id: `paper-${String(number)}`, title })),
  );
});

test('a file that changes has another name, and others keep theirs', () => {
  const papers = Array.from({ length: 200 }, (_, number) => ({ title: `Jar ${String(number)}` }));
  const before = filesOf(papers);
  expect(filesOf(papers)).toEqual(before);
  const after = filesOf([...papers, { title: 'Jar 200' }]);
  const [first, second] = [catalogueOf(before).titles.files, catalogueOf(after).titles.files];
  expect(second.slice(0, 2)).toEqual(first.slice(0, 2));
  expect(second[2]).not.toBe(first[2]);
});

test('an empty archive has a catalogue, too', () => {
  const { table, frequent, titles } = catalogueOf(filesOf([]));
  expect(table.count).toBe(0);
  expect(frequent).toEqual([]);
  expect(titles.files).toEqual([]);
});
