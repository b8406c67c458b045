import { ByteReader } from './byte-reader.ts';
import { FIELD_SIZE, FIELDS, type Places, type Postings } from './engine.ts';

/**
 * The byte that says how often a paper has a word: up to 15 times in the abstract, four bits; up to 3 times in the
 * title, two bits, a count of that many being followed by how many more; and a bit for any other field.
 */
export const MOST_IN_ABSTRACT = 15;
export const MOST_IN_TITLE = 3;
export const TITLE_SHIFT = 4;
export const IN_OTHERS = 64;
/** The fields that most papers have a word in never, counted apart, in this order. */
export const OTHER_FIELDS = ['also', 'authors', 'names'] as const;

/** The words of one file, in alphabetical order. */
export interface WordsFile {
  /** Which word of the part the first one is, from 0. */
  readonly first: number;
  readonly words: readonly Postings[];
}

/**
 * Reads a file of words. Numbers are as `ByteReader` has them; sections of one kind of number follow each
 * other, because they pack best among their like (all but the last with their length in bytes before them):
 *
 * - the number of the first word in the part, the number of words;
 * - words, each as the letters (bytes of UTF-8) it shares with the one before, those that follow, and them;
 * - how many papers have each;
 * - papers: of each word the number of the first, then differences;
 * - a byte for each paper (`MOST_IN_ABSTRACT` …);
 * - counts that had no room there.
 *
 * @throws RangeError when the file is damaged.
 */
export function readWordsFile(bytes: Uint8Array): WordsFile {
  const file = new ByteReader(bytes);
  const first = file.number();
  const words = readWords(file, file.number());
  const sizes = words.map(() => file.number());
  const steps = file.section(file.number());
  const heads = file.section(file.number());
  return {
    first,
    words: words.map((word, index) => {
      const size = sizes[index] ?? 0;
      const papers = new Uint32Array(size);
      const counts = new Uint16Array(size * FIELDS.length);
      let paper = 0;
      for (let n = 0; n < size; n += 1) {
        paper += steps.number();
        papers[n] = paper;
        readCounts(counts, n * FIELDS.length, heads.byte(), file);
      }
      return { word, papers, counts };
    }),
  };
}

function readWords(file: ByteReader, count: number): readonly string[] {
  const words: string[] = [];
  const decoder = new TextDecoder();
  let last = new Uint8Array();
  for (let n = 0; n < count; n += 1) {
    const shared = file.number();
    const length = shared + file.number();
    const word = new Uint8Array(length);
    word.set(last.subarray(0, shared));
    for (let at = shared; at < length; at += 1) word[at] = file.byte();
    words.push(decoder.decode(word));
    last = word;
  }
  return words;
}

const ABSTRACT = FIELDS.indexOf('abstract');
const TITLE = FIELDS.indexOf('title');
const OTHERS = OTHER_FIELDS.map((field) => FIELDS.indexOf(field));

function readCounts(counts: Uint16Array, at: number, head: number, more: ByteReader): void {
  const abstract = head & MOST_IN_ABSTRACT;
  const title = (head >> TITLE_SHIFT) & MOST_IN_TITLE;
  counts[at + ABSTRACT] = abstract === MOST_IN_ABSTRACT ? abstract + more.number() : abstract;
  counts[at + TITLE] = title === MOST_IN_TITLE ? title + more.number() : title;
  if ((head & IN_OTHERS) === 0) return;
  for (const field of OTHERS) counts[at + field] = more.number();
}

/**
 * Reads the places of one word: of its papers, in each field, the number of the first place, then differences.
 * The file starts with the number of its words and of the bytes that each takes.
 *
 * @param index which word of the file it is, from 0.
 * @throws RangeError when the file is damaged.
 */
export function readPlaces(bytes: Uint8Array, index: number, postings: Postings): Places {
  const file = new ByteReader(bytes);
  const lengths = Array.from({ length: file.number() }, () => file.number());
  file.section(lengths.slice(0, index).reduce((sum, length) => sum + length, 0));
  const { papers, counts } = postings;
  const starts = new Uint32Array(papers.length + 1);
  const places = new Uint32Array(counts.reduce((sum, count) => sum + count, 0));
  let end = 0;
  counts.forEach((count, at) => {
    const field = at % FIELDS.length;
    let place = field * FIELD_SIZE;
    for (let n = 0; n < count; n += 1) {
      place += file.number();
      places[end] = place;
      end += 1;
    }
    if (field === FIELDS.length - 1) starts[(at + 1) / FIELDS.length] = end;
  });
  return { papers, starts, places };
}
