/** A word with everywhere it stands: place `places[n]` of paper `papers[n]`, both ascending. */
export interface Occurrences {
  readonly word: string;
  readonly papers: Uint32Array;
  readonly places: Uint32Array;
}

/**
 * Gathers the words of batches of papers into one list. Every place of every word is held in memory at once,
 * 20 bytes each at the end: some 5 kB a paper.
 */
export class GatheredOccurrences {
  readonly #numbers = new Map<string, number>();
  readonly #words = new Numbers();
  readonly #papers = new Numbers();
  readonly #places = new Numbers();

  /** @param first what the batch counts as paper 0; batches come in the order of their papers. */
  add({ word, papers, places }: Occurrences, first: number): void {
    if (papers.length === 0) return;
    const number = this.#numbers.get(word) ?? this.#numbers.size;
    this.#numbers.set(word, number);
    papers.forEach((paper, index) => {
      this.#words.push(number);
      this.#papers.push(first + paper);
      this.#places.push(places[index] ?? 0);
    });
  }

  /** Each word once, in the order of their UTF-16 units, as they are compared everywhere. */
  byWord(): readonly Occurrences[] {
    return sortedByWord(this.#numbers, this.#words.all(), this.#papers.all(), this.#places.all());
  }
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
