/** The grades that people gave to documents, by id: 0 is not relevant, more is better. */
export type Judgements = ReadonlyMap<string, number>;

/** What an engine found for a query, best first, and what it should have found. */
export interface JudgedAnswer {
  readonly found: readonly string[];
  readonly judged: Judgements;
}

/** How well an engine answers: means over queries, from 0 to 1. */
export interface Quality {
  readonly ndcg: number;
  readonly reciprocalRank: number;
  readonly recall: number;
  /** Share of the queries that nothing at all was found for. */
  readonly nullRate: number;
}

const FIRST_PAGE = 10;
const ALL_PAGES = 100;

/** nDCG@10, MRR@10, recall@100 and null rate over the queries that have a relevant document. */
export function quality(answers: readonly JudgedAnswer[]): Quality {
  const answerable = answers.filter(({ judged }) => relevant(judged).length > 0);
  return {
    ndcg: mean(answerable.map((answer) => ndcg(answer))),
    reciprocalRank: mean(answerable.map(reciprocalRank)),
    recall: mean(answerable.map(recall)),
    nullRate: mean(answerable.map(({ found }) => (found.length === 0 ? 1 : 0))),
  };
}

/**
 * Normalised discounted cumulated gain of the first ten, or of as many as `depth`: Järvelin & Kekäläinen, “Cumulated gain-based
 * evaluation of IR techniques”, TOIS 2002, with the gain 2^grade − 1 and the discount log2(rank + 1) of
 * Burges et al., “Learning to rank using gradient descent”, ICML 2005. The ideal is made of everything
 * judged, found or not.
 */
export function ndcg({ found, judged }: JudgedAnswer, depth = FIRST_PAGE): number {
  const ideal = [...judged.values()].toSorted((a, b) => b - a);
  const best = cumulatedGain(ideal, depth);
  if (best === 0) return 0;
  return (
    cumulatedGain(
      found.slice(0, depth).map((id) => judged.get(id) ?? 0),
      depth,
    ) / best
  );
}

/** 1 / rank of the first relevant document among the first ten, else 0: Voorhees, TREC-8, 1999. */
export function reciprocalRank({ found, judged }: JudgedAnswer): number {
  const rank = found.slice(0, FIRST_PAGE).findIndex((id) => (judged.get(id) ?? 0) > 0) + 1;
  return rank === 0 ? 0 : 1 / rank;
}

/** The share of the relevant documents that is among the first hundred. */
export function recall({ found, judged }: JudgedAnswer): number {
  const first = new Set(found.slice(0, ALL_PAGES));
  const wanted = relevant(judged);
  return wanted.length === 0 ? 0 : wanted.filter((id) => first.has(id)).length / wanted.length;
}

/** The arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

/** The middle value, of an even number the upper one; 0 of nothing. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function cumulatedGain(grades: readonly number[], depth: number): number {
  return grades
    .slice(0, depth)
    .reduce((sum, grade, index) => sum + (2 ** Math.max(grade, 0) - 1) / Math.log2(index + 2), 0);
}

function relevant(judged: Judgements): readonly string[] {
  return [...judged].flatMap(([id, grade]) => (grade > 0 ? [id] : []));
}
