import type { TextVectors } from './text-vectors.ts';

/** The texts that have a term, and its weight in each: a list for each term, one after the other. */
export interface Postings {
  /** By term: where its list starts; the next term's start is its end. */
  readonly offsets: Int32Array;
  readonly papers: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Vectors turned round, the heaviest uses of each term alone: what half of an archive says says little, and
 * with lists of a limited length the time to relate all papers grows as their number does, not as its square.
 *
 * @param most how many texts a term keeps: those with the greatest weight, the first of them where it is equal.
 */
export function postingsOf(vectors: TextVectors, most: number): Postings {
  const all = transposed(vectors);
  const offsets = new Int32Array(all.offsets.length);
  for (let term = 0; term < vectors.vocabulary; term += 1) {
    const start = all.offsets[term] ?? 0;
    const end = all.offsets[term + 1] ?? 0;
    const to = offsets[term] ?? 0;
    const kept = heaviest(all.weights.subarray(start, end), most);
    // Lists only move towards the front, and never over one that is still to be read.
    for (const [place, from] of kept.entries()) {
      all.papers[to + place] = all.papers[start + from] ?? 0;
      all.weights[to + place] = all.weights[start + from] ?? 0;
    }
    offsets[term + 1] = to + kept.length;
  }
  const size = offsets.at(-1) ?? 0;
  return { offsets, papers: all.papers.slice(0, size), weights: all.weights.slice(0, size) };
}

/** All uses of each term, papers ascending. */
function transposed({ offsets, terms, weights, vocabulary }: TextVectors): Postings {
  const starts = new Int32Array(vocabulary + 1);
  for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < vocabulary; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice();
  const papers = new Int32Array(terms.length);
  const turned = new Float64Array(terms.length);
  for (let paper = 0; paper + 1 < offsets.length; paper += 1)
    for (let place = offsets[paper] ?? 0; place < (offsets[paper + 1] ?? 0); place += 1) {
      const term = terms[place] ?? 0;
      const to = next[term] ?? 0;
      papers[to] = paper;
      turned[to] = weights[place] ?? 0;
      next[term] = to + 1;
    }
  return { offsets: starts, papers, weights: turned };
}

/** The places of the greatest weights, ascending. */
function heaviest(weights: Float64Array, most: number): Int32Array {
  const places = Int32Array.from(weights, (_, place) => place);
  if (places.length <= most) return places;
  return places
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    .slice(0, most)
    .sort();
}
