import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

import type { Topic, TopicSlug } from '../../../src/archive/relate/types.ts';
import type { PaperId } from '../../../src/archive/types.ts';
import {
  CATALOGUE_NAME,
  type Catalogue,
  type TopicFile,
  type VocabularyFile,
} from '../../../src/search/catalogue.ts';
import { catalogueFiles } from '../../../src/search/index/catalogue-files.ts';
import type { SearchFiles } from '../../../src/search/index/packed.ts';
import { partFiles } from '../../../src/search/index/part-files.ts';
import { paperTable } from '../../../src/search/paper-facts.ts';
import { searchRecord } from '../../../src/search/index/records.ts';
import { acronymsIn } from '../../../src/text/acronyms.ts';
import { documentsOf, invertedInMemory, memoryEngine, type Invented } from '../memory-engine.ts';

const json = (files: SearchFiles, name: string): unknown =>
  JSON.parse(gunzipSync(files.get(name) ?? new Uint8Array()).toString());
const filesOf = async (papers: readonly Invented[]): Promise<SearchFiles> => {
  const documents = documentsOf(papers);
  const none = acronymsIn([], (word) => word);
  const words = documents.map((record) => ({
    record,
    words: searchRecord(record, none, (word) => word),
  }));
  return catalogueFiles(documents, TOPICS, 'en', [
    await partFiles(words, (records) => Promise.resolve(invertedInMemory(records))),
  ]);
};
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

test('topics have the numbers of their papers, each as the step from the one before', async () => {
  const files = await filesOf(PAPERS);
  expect(json(files, catalogueOf(files).topics) as TopicFile).toEqual([
    { slug: 'red-jars', name: 'Red jars', acronym: 'RJ', steps: [0, 2] },
  ]);
});

test('the catalogue says what is known of papers besides their texts', async () => {
  const { parts, papers, language } = catalogueOf(await filesOf(PAPERS));
  expect(language).toBe('en');
  expect(parts).toMatchObject([{ papers: 3 }]);
  expect(papers).toEqual({
    dates: ['2024-12-31', '2025-03-11', '2025-03-12'],
    first: [0, 1, 1],
    again: [[0, 2]],
    seen: [
      [0, 1],
      [1, 3],
    ],
    links: { code: [1, 1], demo: [1] },
  });
  const { lengths, ...known } = memoryEngine(PAPERS).table;
  expect(paperTable(papers, lengths)).toEqual({ ...known, lengths });
});

test('frequent words are longer ones that say something, most frequent first', async () => {
  expect(catalogueOf(await filesOf(PAPERS)).frequent).toEqual([
    'gulls',
    '2nd',
    'jar',
    'jars',
    'red',
  ]);
});

test('the vocabulary has every word of titles and abstracts with its weight', async () => {
  const papers = Array.from({ length: 8 }, (_, number) => ({
    title: 'Gulls gulls',
    abstract: number < 2 ? 'Of jars' : 'Of sand',
    authors: ['Jo Doe'],
  }));
  const files = await filesOf(papers);
  const vocabulary = json(files, catalogueOf(files).vocabulary) as VocabularyFile;
  expect(vocabulary).toEqual({ words: 'gulls jars of sand', weights: '3132' });
});

test('weights end at 9', async () => {
  const files = await filesOf(Array.from({ length: 1030 }, () => ({ title: 'Gulls' })));
  expect(json(files, catalogueOf(files).vocabulary)).toEqual({ words: 'gulls', weights: '9' });
});

test('an empty archive has a catalogue, too', async () => {
  const { papers, frequent, parts } = catalogueOf(await filesOf([]));
  expect(papers.first).toEqual([]);
  expect(frequent).toEqual([]);
  expect(parts).toMatchObject([{ papers: 0 }]);
});
