import {
  CATALOGUE_FORMAT,
  type Catalogue,
  type TopicFile,
  type VocabularyFile,
} from './catalogue.ts';
import type { PaperRecord, SearchEngine, SearchTopic, VocabularyWord } from './engine.ts';
import { readChunk } from './pagefind-chunk.ts';
import { recordAt, type TitleFile } from './title-file.ts';

/** Reads a file of the search, unpacked, by its name below the folder of the index. */
export type ReadFile = (name: string) => Promise<Uint8Array>;

/** The one file whose name is always the same. */
export const CATALOGUE_NAME = 'catalogue.json.gz';

/**
 * An engine over a built index, which reads a file when it is first needed and keeps it.
 *
 * @throws RangeError when the index is of another format than this code.
 */
export async function openEngine(read: ReadFile): Promise<SearchEngine> {
  const catalogue = (await readJson(read, CATALOGUE_NAME)) as Catalogue;
  if (catalogue.format !== CATALOGUE_FORMAT)
    throw new RangeError('The search index is of another version than this page. Load it again.');
  const { language, table, chunks, frequent, titles } = catalogue;
  const chunk = remembered(async (name: string) => readChunk(await read(`index/${name}.pf_index`)));
  const titlesOf = remembered(async (name: string) => (await readJson(read, name)) as TitleFile);
  const vocabulary = remembered(async (name: string) =>
    vocabularyWords((await readJson(read, name)) as VocabularyFile),
  );
  const topics = remembered(async (name: string) =>
    searchTopics((await readJson(read, name)) as TopicFile),
  );

  return {
    language,
    table,
    async word(word) {
      const [name] = chunksOf(chunks, word);
      if (name === undefined) return undefined;
      return (await chunk(name)).find((postings) => postings.word === word);
    },
    async wordsFrom(prefix, most) {
      const names = chunksOf(chunks, prefix);
      if (names.length > most) return undefined;
      const lists = await Promise.all(names.map(chunk));
      return lists.flat().filter(({ word }) => word.startsWith(prefix));
    },
    completions: (prefix, limit) =>
      frequent.filter((word) => word.startsWith(prefix)).slice(0, limit),
    vocabulary: () => vocabulary(catalogue.vocabulary),
    topics: () => topics(catalogue.topics),
    records: (papers) =>
      Promise.all(
        papers.map(async (paper): Promise<PaperRecord> => {
          const name = titles.files[Math.floor(paper / titles.size)];
          const record =
            name === undefined ? undefined : recordAt(await titlesOf(name), paper % titles.size);
          if (record === undefined)
            throw new RangeError(`No paper has the number ${String(paper)}.`);
          return record;
        }),
      ),
  };
}

/**
 * The chunks that may hold words with a prefix. Words are compared by their UTF-16 units, Pagefind's order
 * is that of code points: the two differ only for scripts that no word is left in after normalisation.
 */
function chunksOf(chunks: Catalogue['chunks'], prefix: string): readonly string[] {
  const next = chunks.findIndex(({ from }) => from > prefix);
  const first = Math.max(0, (next === -1 ? chunks.length : next) - 1);
  return chunks
    .slice(first)
    .filter(({ from }, index) => index === 0 || from.startsWith(prefix))
    .map(({ name }) => name);
}

function vocabularyWords({ words, weights }: VocabularyFile): readonly VocabularyWord[] {
  return words.split(' ').map((word, index) => ({ word, weight: Number(weights[index]) }));
}

function searchTopics(file: TopicFile): readonly SearchTopic[] {
  return file.map(({ steps, ...topic }) => {
    let paper = 0;
    return { ...topic, papers: steps.map((step) => (paper += step)) };
  });
}

async function readJson(read: ReadFile, name: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await read(name)));
}

/** The same function, called once for each name as long as it succeeds. */
function remembered<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const loading = load(name);
    known.set(name, loading);
    loading.catch(() => known.delete(name));
    return loading;
  };
}
