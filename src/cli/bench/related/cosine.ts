import type { BenchDocument } from '../search/subject.ts';
import { isStopWord, termsOf } from '../search/words.ts';

/**
 * The textbook's baseline: words in lower case, stop words left out, no stems, weights tf · ln(N / df) of title and
 * abstract together, cosine (C. D. Manning, P. Raghavan and H. Schütze, Introduction to Information Retrieval,
 * 2008, section 6.3).
 *
 * @returns a function that scores all papers for one of them; its next call overwrites the scores.
 */
export function cosineScores(documents: readonly BenchDocument[]): (paper: number) => Float64Array {
  const frequencies = documents.map(({ title, abstract }) => {
    const own = new Map<string, number>();
    for (const word of termsOf(`${title} ${abstract}`))
      if (!isStopWord(word)) own.set(word, (own.get(word) ?? 0) + 1);
    return own;
  });
  const counts = new Map<string, number>();
  for (const own of frequencies)
    for (const word of own.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vectors = frequencies.map((own) =>
    normalised(
      Array.from(own, ([word, frequency]) => [
        word,
        frequency * Math.log(documents.length / (counts.get(word) ?? 1)),
      ]),
    ),
  );
  const postings = new Map<string, Posting>();
  for (const [paper, vector] of vectors.entries())
    for (const [word, weight] of vector) {
      const { papers, weights } = postings.get(word) ?? { papers: [], weights: [] };
      papers.push(paper);
      weights.push(weight);
      postings.set(word, { papers, weights });
    }
  const scores = new Float64Array(documents.length);
  return (paper) => {
    scores.fill(0);
    for (const [word, weight] of vectors[paper] ?? []) {
      const { papers, weights } = postings.get(word) ?? { papers: [], weights: [] };
      for (let index = 0; index < papers.length; index += 1) {
        const other = papers[index] ?? 0;
        scores[other] = (scores[other] ?? 0) + weight * (weights[index] ?? 0);
      }
    }
    return scores;
  };
}

/** The papers with a word, and its weight in each. */
interface Posting {
  readonly papers: number[];
  readonly weights: number[];
}

type WeighedWord = readonly [word: string, weight: number];

/** A vector of length 1 with the same direction. */
function normalised(vector: readonly WeighedWord[]): readonly WeighedWord[] {
  const length = Math.sqrt(vector.reduce((sum, [, weight]) => sum + weight ** 2, 0));
  return length === 0 ? [] : vector.map(([word, weight]) => [word, weight / length]);
}
