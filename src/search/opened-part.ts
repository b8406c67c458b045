import type { Places, Postings } from './engine.ts';
import { lengthAt, stepsOfText } from './lengths.ts';
import { partFile, tableName, type Part, type PartTable } from './part-table.ts';
import { readJson, remembered, type ReadFile } from './read-file.ts';
import { readPlaces, readWordsFile, type WordsFile } from './words-file.ts';

/** A part of the index as it is asked; papers have their numbers in the part. */
export interface OpenedPart {
  /** Numbers of words (`lengthAt`). */
  readonly lengths: readonly number[];
  readonly word: (word: string) => Promise<Postings | undefined>;
  readonly places: (word: string) => Promise<Places | undefined>;
  /** How many kilobytes more than one file the words take that start with a prefix, about. */
  readonly more: (prefix: string) => number;
  readonly wordsFrom: (prefix: string) => Promise<readonly Postings[]>;
}

/** Opens a part, whose files are read when they are first needed and kept. */
export async function openPart(part: Part, read: ReadFile): Promise<OpenedPart> {
  const table = (await readJson(read, tableName(part))) as PartTable;
  const wordsAt = remembered(async (name): Promise<WordsFile> => readWordsFile(await read(name)));
  const placesAt = remembered(read);
  const filesOf = (prefix: string): readonly number[] => filesWith(table.words, prefix);
  const words = (file: number): Promise<WordsFile> => wordsAt(partFile(part, 'words', file));
  /** The file that has a word, and which of its words it is. */
  const find = async (
    word: string,
  ): Promise<{ readonly postings: Postings; readonly number: number } | undefined> => {
    const [name] = filesOf(word);
    if (name === undefined) return undefined;
    const file = await words(name);
    const index = file.words.findIndex((postings) => postings.word === word);
    const postings = file.words[index];
    return postings && { postings, number: file.first + index };
  };
  return {
    lengths: stepsOfText(table.lengths).map(lengthAt),
    word: async (word) => (await find(word))?.postings,
    async places(word) {
      const found = await find(word);
      if (found === undefined) return undefined;
      const file = table.places.findLastIndex((first) => first <= found.number);
      const bytes = await placesAt(partFile(part, 'places', file));
      return readPlaces(bytes, found.number - (table.places[file] ?? 0), found.postings);
    },
    more: (prefix) => Math.max(0, filesOf(prefix).length - 1) * table.size,
    async wordsFrom(prefix) {
      const files = await Promise.all(filesOf(prefix).map(words));
      return files.flatMap((file) => file.words.filter(({ word }) => word.startsWith(prefix)));
    },
  };
}

/** The files, by their numbers, that may hold words with a prefix. */
function filesWith(starts: readonly string[], prefix: string): readonly number[] {
  const first = starts.findLastIndex((start) => start <= prefix);
  return [...starts.keys()].filter((file) => file === first || starts[file]?.startsWith(prefix));
}
