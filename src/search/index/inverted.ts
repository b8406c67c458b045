import { FIELDS, placeOf } from '../engine.ts';
import type { SearchRecord } from './records.ts';

/** A word with everywhere it stands: place `places[n]` of paper `papers[n]`, both ascending. */
export interface Occurrences {
  readonly word: string;
  readonly papers: Uint32Array;
  readonly places: Uint32Array;
}

/**
 * Turns papers with their words into words with their papers, numbered from 0. Every place of every word is
 * held in memory at once, 16 bytes each: some 4 kB a paper.
 *
 * @returns words in the order of their UTF-16 units, as they are compared everywhere.
 */
export function inverted(records: Iterable<SearchRecord>): readonly Occurrences[] {
  const numbers = new Map<string, number>();
  const words = new Numbers();
  const papers = new Numbers();
  const places = new Numbers();
  let paper = 0;
  for (const record of records) {
    for (const field of FIELDS)
      record[field].forEach((word, position) => {
        if (word === '') return;
        const number = numbers.get(word) ?? numbers.size;
        if (number === numbers.size) numbers.set(word, number);
        words.push(number);
        papers.push(paper);
        places.push(placeOf(field, position));
      });
    paper += 1;
  }
  return sortedByWord(numbers, words.all(), papers.all(), places.all());
}

/** Counts how often each word is there, then puts everything in its place. */
function sortedByWord(
  numbers: ReadonlyMap<string, number>,
  words: Uint32Array,
  papers: Uint32Array,
  places: Uint32Array,
): readonly Occurrences[] {
  const starts = new Uint32Array(numbers.size + 1);
  for (const word of words) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
  for (let word = 1; word <= numbers.size; word += 1)
    starts[word] = (starts[word] ?? 0) + (starts[word - 1] ?? 0);
  const ends = starts.slice();
  const byWord = { papers: new Uint32Array(words.length), places: new Uint32Array(words.length) };
  words.forEach((word, index) => {
    const at = ends[word] ?? 0;
    byWord.papers[at] = papers[index] ?? 0;
    byWord.places[at] = places[index] ?? 0;
    ends[word] = at + 1;
  });
  return Array.from(numbers.keys())
    .sort()
    .map((word) => {
      const number = numbers.get(word) ?? 0;
      const [start, end] = [starts[number], starts[number + 1]];
      return {
        word,
        papers: byWord.papers.subarray(start, end),
        places: byWord.places.subarray(start, end),
      };
    });
}

/** Numbers below 2³² that become more. */
class Numbers {
  #numbers = new Uint32Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(2 * this.#length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = value;
    this.#length += 1;
  }

  all(): Uint32Array {
    return this.#numbers.subarray(0, this.#length);
  }
}
