import type { TextVectors } from './text-vectors.ts';

/**
 * How alike two texts are: the cosine of their vectors, from 0, no term in common, to 1.
 *
 * @returns a function for each paper, which takes the other one.
 */
export function cosines(vectors: TextVectors): (paper: number) => (other: number) => number {
  const { offsets, terms, weights } = vectors;
  const norms = Float64Array.from({ length: offsets.length - 1 }, (_, paper) => {
    const own = weights.subarray(offsets[paper], offsets[paper + 1]);
    return Math.sqrt(own.reduce((sum, weight) => sum + weight ** 2, 0));
  });
  const own = new Float64Array(vectors.vocabulary);
  let before: Int32Array | undefined;
  return (paper) => {
    for (const term of before ?? []) own[term] = 0;
    const start = offsets[paper] ?? 0;
    before = terms.subarray(start, offsets[paper + 1]);
    for (const [place, term] of before.entries()) own[term] = weights[start + place] ?? 0;
    return (other) => {
      let product = 0;
      for (let place = offsets[other] ?? 0; place < (offsets[other + 1] ?? 0); place += 1)
        product += (own[terms[place] ?? 0] ?? 0) * (weights[place] ?? 0);
      const lengths = (norms[paper] ?? 0) * (norms[other] ?? 0);
      return lengths === 0 ? 0 : product / lengths;
    };
  };
}
