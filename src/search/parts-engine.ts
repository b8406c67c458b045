import {
  CATALOGUE_FORMAT,
  CATALOGUE_NAME,
  numbersFrom,
  type Catalogue,
  type TopicFile,
  type VocabularyFile,
} from './catalogue.ts';
import type { SearchEngine, SearchTopic, VocabularyWord } from './engine.ts';
import { joinPlaces, joinPostings, type Shifted } from './join.ts';
import { openPart, type OpenedPart } from './opened-part.ts';
import { paperTable } from './paper-facts.ts';
import { readJson, remembered, type ReadFile } from './read-file.ts';
import { titleLookup } from './title-lookup.ts';

/**
 * An engine over a built index, which reads a file when it is first needed and keeps it. The parts of the
 * index answer as if they were one: how frequent a word is, how long papers are, is known of all of them.
 *
 * @throws RangeError when the index is of another format than this code.
 */
export async function openEngine(read: ReadFile): Promise<SearchEngine> {
  const catalogue = (await readJson(read, CATALOGUE_NAME)) as Catalogue;
  if (catalogue.format !== CATALOGUE_FORMAT)
    throw new RangeError('The search index is of another version than this page. Load it again.');
  const { language, frequent } = catalogue;
  const parts = await Promise.all(catalogue.parts.map((part) => openPart(part, read)));
  const ends = numbersFrom(catalogue.parts.map(({ papers }) => papers));
  const lengths = Float64Array.from(parts.flatMap((part) => part.lengths));
  const vocabulary = remembered(async (name) =>
    vocabularyWords((await readJson(read, name)) as VocabularyFile),
  );
  const topics = remembered(async (name) =>
    searchTopics((await readJson(read, name)) as TopicFile),
  );
  /** What each part that has something answers, with what to add to its numbers. */
  const fromAll = async <T>(
    ask: (part: OpenedPart) => Promise<T | undefined>,
  ): Promise<readonly Shifted<T>[]> => {
    const answers = await Promise.all(parts.map(ask));
    return answers.flatMap((list, index) =>
      list === undefined ? [] : [{ list, by: ends[index - 1] ?? 0 }],
    );
  };

  return {
    language,
    table: paperTable(catalogue.papers, lengths),
    word: async (word) => joinPostings(await fromAll((part) => part.word(word)))[0],
    places: async (word) => joinPlaces(await fromAll((part) => part.places(word))),
    async wordsFrom(prefix, most) {
      if (parts.reduce((sum, part) => sum + part.more(prefix), 0) > most) return undefined;
      const lists = await fromAll((part) => part.wordsFrom(prefix));
      return joinPostings(
        lists.flatMap(({ list, by }) => list.map((each) => ({ list: each, by }))),
      );
    },
    completions: (prefix, limit) =>
      frequent.filter((word) => word.startsWith(prefix)).slice(0, limit),
    vocabulary: () => vocabulary(catalogue.vocabulary),
    topics: () => topics(catalogue.topics),
    records: titleLookup(catalogue.parts, read),
  };
}

function vocabularyWords({ words, weights }: VocabularyFile): readonly VocabularyWord[] {
  return words.split(' ').map((word, index) => ({ word, weight: Number(weights[index]) }));
}

function searchTopics(file: TopicFile): readonly SearchTopic[] {
  return file.map(({ steps, ...topic }) => ({ ...topic, papers: numbersFrom(steps) }));
}
