import { FIELDS, FIELD_SIZE, type PaperRecord } from '../engine.ts';
import { lengthStep, textOfSteps } from '../lengths.ts';
import { partFile, tableName, TITLES_PER_FILE, type Part, type PartTable } from '../part-table.ts';
import { titleFile } from '../title-file.ts';
import type { Occurrences } from './occurrences.ts';
import { hashOf, pack, packJson, type SearchFiles } from './packed.ts';
import type { SearchRecord } from './records.ts';
import { sharedLetters, wordRuns } from './word-runs.ts';
import { placesFile, wordsFile } from './words-files.ts';

/** How many papers of a part have each word of its titles and abstracts. */
export type WordCounts = readonly (readonly [word: string, papers: number])[];

/** A part as it is published, and what the whole index has to know of it. */
export interface PartFiles {
  readonly part: Part;
  readonly files: SearchFiles;
  readonly counts: WordCounts;
}

/** A paper of a part: as it is shown, and its words. */
export interface PartPaper {
  readonly record: PaperRecord;
  readonly words: SearchRecord;
}

/** Turns papers with their words into words with their papers, in the order of the words. */
export type Invert = (records: Iterable<SearchRecord>) => Promise<readonly Occurrences[]>;

/**
 * Bytes of a file of words, before packing, in a part of one paper; they grow with the square root of its
 * papers. A search reads one file or two of every part for each word: of all sizes that make as many files,
 * these add up to the fewest bytes read.
 */
const WORDS_BYTES = 500;
/** No file of words gets larger for that: a large archive may have as many files for each paper as a small one. */
const MOST_WORDS_BYTES = 42_000;
/** The same of the files of places, which quoted phrases alone need. */
const PLACES_BYTES = 520;

/**
 * Makes the files of a part; the same papers give the same files.
 *
 * @param papers in the order of their numbers. Their words are not kept.
 */
export async function partFiles(papers: Iterable<PartPaper>, invert: Invert): Promise<PartFiles> {
  const records: PaperRecord[] = [];
  const lengths: number[] = [];
  const words = await invert(wordsIn(papers, records, lengths));
  const root = Math.sqrt(records.length);
  const wordsRuns = wordRuns(words, wordWeight, Math.min(MOST_WORDS_BYTES, WORDS_BYTES * root));
  const placesRuns = wordRuns(words, ({ places }) => places.length, PLACES_BYTES * root);
  const wordsFiles = wordsRuns.map((run) => pack(wordsFile(run)));
  const placesFiles = placesRuns.map((run) => pack(placesFile(run.words)));
  const titlesFiles = titleRuns(records).map((run) => packJson(titleFile(run)));
  const table: PartTable = {
    lengths: textOfSteps(lengths),
    words: wordsRuns.map(({ words: [next] }, index) =>
      separator(wordsRuns[index - 1]?.words.at(-1), next),
    ),
    size: meanKilobytes(wordsFiles),
    places: placesRuns.map(({ first }) => first),
  };
  const tableFile = packJson(table);
  const name = hashOf(tableFile, ...wordsFiles, ...placesFiles, ...titlesFiles);
  const part: Part = { name, papers: records.length };
  return {
    part,
    files: new Map([
      [tableName(part), tableFile],
      ...wordsFiles.map((file, index) => [partFile(part, 'words', index), file] as const),
      ...placesFiles.map((file, index) => [partFile(part, 'places', index), file] as const),
      ...titlesFiles.map((file, index) => [partFile(part, 'titles', index), file] as const),
    ]),
    counts: words.flatMap((word) => {
      const count = papersInText(word);
      return count === 0 ? [] : [[word.word, count] as const];
    }),
  };
}

/** Hands out the words of papers; notes what else is kept of them. */
function* wordsIn(
  papers: Iterable<PartPaper>,
  records: PaperRecord[],
  lengths: number[],
): Generator<SearchRecord> {
  for (const { record, words } of papers) {
    records.push(record);
    lengths.push(lengthStep(words.title.length, words.abstract.length));
    yield words;
  }
}

function titleRuns(records: readonly PaperRecord[]): readonly (readonly PaperRecord[])[] {
  return Array.from({ length: Math.ceil(records.length / TITLES_PER_FILE) }, (_, file) =>
    records.slice(file * TITLES_PER_FILE, (file + 1) * TITLES_PER_FILE),
  );
}

function meanKilobytes(files: readonly Uint8Array[]): number {
  const bytes = files.reduce((sum, { length }) => sum + length, 0);
  return Math.round(bytes / Math.max(1, files.length) / 100) / 10;
}

/** About the bytes that a word takes in its file before packing. */
function wordWeight({ word, papers }: Occurrences): number {
  return word.length + 2 * papers.length;
}

/** The shortest text that is greater than one word and no greater than the next. */
function separator(before: Occurrences | undefined, next: Occurrences | undefined): string {
  if (before === undefined || next === undefined) return '';
  return next.word.slice(0, sharedLetters(before.word, next.word) + 1);
}

function papersInText({ papers, places }: Occurrences): number {
  const [abstract, title] = [FIELDS.indexOf('abstract'), FIELDS.indexOf('title')];
  let count = 0;
  let last = -1;
  papers.forEach((paper, index) => {
    const field = Math.floor((places[index] ?? 0) / FIELD_SIZE);
    if (paper === last || (field !== abstract && field !== title)) return;
    count += 1;
    last = paper;
  });
  return count;
}
