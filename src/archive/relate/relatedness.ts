import { type Postings, postingsOf } from './postings.ts';
import { type SparseSum, sparseSum } from './sparse-sum.ts';
import type { TextVectors } from './text-vectors.ts';

/** How much other papers have to do with one. */
export interface RelatednessScores {
  /** Those that share a telling term with it, in no particular order; itself among them. */
  readonly papers: Int32Array;
  /** By paper: above 0 for those, 0 for itself. Only scores for one and the same paper compare. */
  readonly scores: Float64Array;
}

/** A paper is asked for by its heaviest terms, and a term knows the papers where it weighs most. */
const QUERY_TERMS = 60;
const POSTINGS = 500;

/** So many of the first papers found add so many terms to the question, which together weigh this much. */
const FEEDBACK = { papers: 3, terms: 30, weight: 0.4 };

/**
 * How related texts are: the dot product of their vectors, and less of that of the papers found first, each
 * by its share of their scores. That is Rocchio's feedback without a judge (J. J. Rocchio, “Relevance feedback in
 * information retrieval”, in: The SMART Retrieval System, 1971; C. Buckley et al., “Automatic query expansion
 * using SMART: TREC 3”, 1994). It orders what shares a term with the paper itself, and finds nothing else.
 *
 * @returns what all papers score for one of them; the next call overwrites it.
 */
export function relatedness(vectors: TextVectors): (paper: number) => RelatednessScores {
  const postings = postingsOf(vectors, POSTINGS);
  const size = vectors.offsets.length - 1;
  const question = sparseSum(vectors.vocabulary);
  const answer = sparseSum(size);
  const feedback = sparseSum(size);
  return (paper) => {
    question.clear();
    addText(question, vectors, paper, QUERY_TERMS, 1);
    ask(question, postings, answer);
    const papers = answer.places();
    const scores = answer.values;
    scores[paper] = 0;
    const best = bestOf(papers, scores, FEEDBACK.papers);
    const total = best.reduce((sum, other) => sum + (scores[other] ?? 0), 0);
    const shares = best.map((other) => (scores[other] ?? 0) / total);
    question.clear();
    for (const [place, other] of best.entries())
      addText(question, vectors, other, FEEDBACK.terms, FEEDBACK.weight * (shares[place] ?? 0));
    ask(question, postings, feedback);
    for (const [place, other] of best.entries())
      withoutOwn(feedback.values, other, shares[place] ?? 0, vectors);
    feedback.values[paper] = 0;
    addWhere(papers, scores, feedback.values);
    return { papers, scores };
  };
}

/** The papers with the highest scores above 0, best first; of equal ones the first. */
export function bestOf(papers: Int32Array, scores: Float64Array, count: number): readonly number[] {
  const best: number[] = [];
  let least = 0;
  const isBefore = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference > 0 || (difference === 0 && a < b);
  };
  for (const paper of papers) {
    const score = scores[paper] ?? 0;
    if (score === 0 || score < least) continue;
    let place = best.length;
    while (place > 0 && isBefore(paper, best[place - 1] ?? 0)) place -= 1;
    best.splice(place, 0, paper);
    if (best.length > count) best.length = count;
    if (best.length === count) least = scores[best[count - 1] ?? -1] ?? 0;
  }
  return best;
}

function addWhere(places: Int32Array, sums: Float64Array, amounts: Float64Array): void {
  for (const place of places) {
    sums[place] = (sums[place] ?? 0) + (amounts[place] ?? 0);
  }
}

/** Adds the heaviest terms of a text to a question. */
function addText(
  question: SparseSum,
  { offsets, terms, weights }: TextVectors,
  paper: number,
  most: number,
  factor: number,
): void {
  const start = offsets[paper] ?? 0;
  const end = Math.min(offsets[paper + 1] ?? 0, start + most);
  question.add(terms, weights, [start, end], factor);
}

/** What the papers score that have terms of a question. */
function ask(question: SparseSum, postings: Postings, answer: SparseSum): void {
  answer.clear();
  for (const term of question.places()) {
    const range = [postings.offsets[term] ?? 0, postings.offsets[term + 1] ?? 0] as const;
    answer.add(postings.papers, postings.weights, range, question.values[term] ?? 0);
  }
}

/** A paper that feeds back has all terms it adds: instead of itself, the others speak for it. */
function withoutOwn(
  feedback: Float64Array,
  paper: number,
  share: number,
  { offsets, weights }: TextVectors,
): void {
  const start = offsets[paper] ?? 0;
  const end = Math.min(offsets[paper + 1] ?? 0, start + FEEDBACK.terms);
  const squares = weights.subarray(start, end).reduce((sum, weight) => sum + weight ** 2, 0);
  const ofOthers = (feedback[paper] ?? 0) - FEEDBACK.weight * share * squares;
  feedback[paper] = share < 1 ? Math.max(ofOthers, 0) / (1 - share) : 0;
}
