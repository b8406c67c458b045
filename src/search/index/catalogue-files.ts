import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import type { Topic } from '../../archive/relate/types.ts';
import type { LinkKind } from '../../archive/types.ts';
import {
  CATALOGUE_FORMAT,
  type Catalogue,
  type TopicFile,
  type VocabularyFile,
} from '../catalogue.ts';
import type { PaperTable } from '../engine.ts';
import { CATALOGUE_NAME } from '../pagefind-engine.ts';
import { isStopWord } from '../../text/stop-words.ts';
import { wordsOf } from '../../text/words.ts';
import { titleFile, type TitleFile } from '../title-file.ts';
import type { SearchDocument } from './documents.ts';

/** Files of a built search, by their names below the folder of the index. */
export type SearchFiles = ReadonlyMap<string, Uint8Array>;

/** Papers in one file of titles: ten results take ten of them, and every file counts. */
const TITLES_PER_FILE = 96;
/** Words that complete what is typed without a file being read. */
const FREQUENT_WORDS = 1500;
/** Words that spelling is corrected to, about 3 bytes each. */
const VOCABULARY_WORDS = 30_000;

/**
 * What search reads besides Pagefind's index: the catalogue, titles, and the vocabulary, as packed JSON.
 *
 * @param documents in the order of their numbers in the index.
 * @param topics of the same papers.
 * @param chunks the files of the index.
 */
export function catalogueFiles(
  documents: readonly SearchDocument[],
  topics: readonly Topic[],
  language: string,
  chunks: Catalogue['chunks'],
): SearchFiles {
  const files = new Map<string, Uint8Array>();
  const add = (folder: string, contents: TitleFile | TopicFile | VocabularyFile): string => {
    const packed = pack(contents);
    const name = `${folder}/${hashOf(packed)}.json.gz`;
    files.set(name, packed);
    return name;
  };
  const texts = documents.map(({ title, abstract }) => ({
    title: wordsOf(title),
    abstract: wordsOf(abstract),
  }));
  const vocabulary = vocabularyOf(texts.map(({ title, abstract }) => [...title, ...abstract]));
  const catalogue: Catalogue = {
    format: CATALOGUE_FORMAT,
    language,
    table: tableOf(documents, texts),
    chunks,
    frequent: vocabulary
      .filter(({ word }) => word.length > 2 && !isStopWord(word) && /\p{L}/u.test(word))
      .slice(0, FREQUENT_WORDS)
      .map(({ word }) => word),
    vocabulary: add('words', vocabularyFile(vocabulary.slice(0, VOCABULARY_WORDS))),
    topics: add('topics', topicFile(topics, documents)),
    titles: {
      size: TITLES_PER_FILE,
      files: titleFiles(documents).map((records) => add('titles', records)),
    },
  };
  return files.set(CATALOGUE_NAME, pack(catalogue));
}

function pack(contents: unknown): Uint8Array {
  return gzipSync(JSON.stringify(contents), { level: 9 });
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}

function titleFiles(documents: readonly SearchDocument[]): readonly TitleFile[] {
  const count = Math.ceil(documents.length / TITLES_PER_FILE);
  return Array.from({ length: count }, (_, file) =>
    titleFile(documents.slice(file * TITLES_PER_FILE, (file + 1) * TITLES_PER_FILE)),
  );
}

function topicFile(topics: readonly Topic[], documents: readonly SearchDocument[]): TopicFile {
  const numbers = new Map(documents.map(({ id }, number) => [id, number]));
  return topics.map(({ slug, name, acronym, papers }) => {
    const sorted = papers.map((id) => numbers.get(id) ?? 0).sort((a, b) => a - b);
    const steps = sorted.map((paper, place) => paper - (sorted[place - 1] ?? 0));
    return { slug, name, ...(acronym !== undefined && { acronym }), steps };
  });
}

function tableOf(
  documents: readonly SearchDocument[],
  texts: readonly { title: readonly string[]; abstract: readonly string[] }[],
): PaperTable {
  const dates = [...new Set(documents.flatMap((document) => document.dates))].sort();
  const numbers = new Map(dates.map((date, number) => [date, number]));
  const links: Partial<Record<LinkKind, number[]>> = {};
  documents.forEach((document, number) => {
    for (const kind of document.links) (links[kind] ??= []).push(number);
  });
  return {
    count: documents.length,
    titleLengths: texts.map(({ title }) => title.length),
    abstractLengths: texts.map(({ abstract }) => abstract.length),
    dates,
    listed: documents.map((document) => document.dates.map((date) => numbers.get(date) ?? 0)),
    seen: documents.map(({ seen }) => seen),
    links,
  };
}

interface CountedWord {
  readonly word: string;
  readonly papers: number;
}

function vocabularyFile(vocabulary: readonly CountedWord[]): VocabularyFile {
  const words = vocabulary.toSorted((a, b) => (a.word < b.word ? -1 : 1));
  return {
    words: words.map(({ word }) => word).join(' '),
    weights: words.map(({ papers }) => Math.min(9, Math.floor(Math.log2(papers)))).join(''),
  };
}

/** Most frequent first. */
function vocabularyOf(texts: readonly (readonly string[])[]): readonly CountedWord[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Array.from(counts, ([word, papers]) => ({ word, papers })).sort(
    (a, b) => b.papers - a.papers || (a.word < b.word ? -1 : 1),
  );
}
