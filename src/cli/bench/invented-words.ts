import { between, oneOf, type Random } from './random.ts';

/**
 * About as many words as 10,000 real abstracts have. Smaller archives see fewer of them, as they would
 * of a real language, so the search index grows with the archive in a lifelike way.
 */
const VOCABULARY = 40_000;

const ONSETS = 'b d f g h j k l m n p r s t v w z br dr fl gr kl pl pr sh st tr'.split(' ');
const VOWELS = 'a e i o u a e i o ai ea io'.split(' ');
const CODAS = ['', '', '', '', '', 'l', 'm', 'n', 'r', 's', 't', 'x'];

/**
 * Words of a language that does not exist. The word of rank r is drawn with a probability proportional
 * to 1/r (Zipf's law), and frequent words are short.
 *
 * @returns a function that draws the next word.
 */
export function wordSource(random: Random): () => string {
  const words = vocabulary(random);
  const sums = new Float64Array(words.length);
  let sum = 0;
  for (let rank = 1; rank <= words.length; rank += 1) sums[rank - 1] = sum += 1 / rank;
  return () => words[firstAbove(sums, random() * sum)] ?? '';
}

/** Distinct words by rank. */
function vocabulary(random: Random): readonly string[] {
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    const length = syllables(random, words.size + 1);
    words.add(Array.from({ length }, () => syllable(random)).join(''));
  }
  return [...words];
}

function syllables(random: Random, rank: number): number {
  if (rank <= 30) return 1;
  if (rank <= 300) return between(random, 1, 2);
  return rank <= 3000 ? between(random, 2, 3) : between(random, 2, 4);
}

function syllable(random: Random): string {
  return oneOf(random, ONSETS) + oneOf(random, VOWELS) + oneOf(random, CODAS);
}

/** Index of the first of the rising `sums` above `value`. */
function firstAbove(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] ?? Infinity) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
