import { type Judgements, mean, ndcg, type JudgedAnswer } from '../search/metrics.ts';

/** How well related papers are ranked, for one paper or as means over many, from 0 to 1. */
export interface RankingQuality {
  readonly ndcg: number;
  readonly averagePrecision: number;
  readonly rPrecision: number;
  readonly reciprocalRank: number;
  /** Whether the first paper is relevant, or one of the first ten: as means, shares. */
  readonly first: number;
  readonly firstTen: number;
}

/** So many papers count for nDCG, as in CSFCube. */
const DEPTH = 20;
const FIRST_PAGE = 10;

/**
 * The least grade that is relevant where a paper is relevant or not: 2 where grades go to 3, as the evaluation
 * of CSFCube has it (S. Mysore, T. O'Gorman, A. McCallum and H. Zamani, “CSFCube: a test collection of computer
 * science research articles for faceted query by example”, NeurIPS Datasets and Benchmarks, 2021), else 1.
 */
export function relevantGrade(all: readonly Judgements[]): number {
  return all.some((judged) => [...judged.values()].some((grade) => grade >= 3)) ? 2 : 1;
}

/**
 * How well the papers related to one are ranked. nDCG@20 takes all grades into account.
 *
 * @param threshold the least grade that is relevant to everything else.
 */
export function rankingQuality(answer: JudgedAnswer, threshold: number): RankingQuality {
  const ranks = relevantRanks(answer, threshold);
  const first = ranks.found[0] ?? Infinity;
  return {
    ndcg: ndcg(answer, DEPTH),
    averagePrecision: averagePrecision(ranks),
    rPrecision: rPrecision(ranks),
    reciprocalRank: 1 / first,
    first: Number(first === 1),
    firstTen: Number(first <= FIRST_PAGE),
  };
}

/** The means over all papers asked for: those with no relevant paper count as 0, as in CSFCube. */
export function meanQuality(all: readonly RankingQuality[]): RankingQuality {
  const meanOf = (measure: keyof RankingQuality): number => mean(all.map((each) => each[measure]));
  return {
    ndcg: meanOf('ndcg'),
    averagePrecision: meanOf('averagePrecision'),
    rPrecision: meanOf('rPrecision'),
    reciprocalRank: meanOf('reciprocalRank'),
    first: meanOf('first'),
    firstTen: meanOf('firstTen'),
  };
}

/** Where the relevant papers of a query are. */
export interface RelevantRanks {
  /** From 1, ascending. */
  readonly found: readonly number[];
  /** How many there are, found or not. */
  readonly wanted: number;
}

/** The ranks of the papers with this grade or a better one. */
export function relevantRanks({ found, judged }: JudgedAnswer, threshold: number): RelevantRanks {
  const isRelevant = (grade: number | undefined): boolean => (grade ?? 0) >= threshold;
  return {
    found: found.flatMap((id, index) => (isRelevant(judged.get(id)) ? [index + 1] : [])),
    wanted: [...judged.values()].filter(isRelevant).length,
  };
}

/**
 * The mean of the precisions at the ranks of the relevant papers, 0 for those not found: C. Buckley and
 * E. M. Voorhees, “Retrieval system evaluation”, in: TREC: Experiment and Evaluation in Information Retrieval, 2005.
 */
export function averagePrecision({ found, wanted }: RelevantRanks): number {
  return found.reduce((sum, rank, index) => sum + (index + 1) / rank, 0) / Math.max(wanted, 1);
}

/** The precision among as many first papers as there are relevant ones: the same, ibid. */
export function rPrecision({ found, wanted }: RelevantRanks): number {
  return found.filter((rank) => rank <= wanted).length / Math.max(wanted, 1);
}
