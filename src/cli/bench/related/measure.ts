import type { RelatedCollection, RelatedQuery } from './collection.ts';
import { meanQuality, rankingQuality, type RankingQuality, relevantGrade } from './metrics.ts';
import type { RelatedSubject } from './subject.ts';

/** How well a subject relates the papers of a collection. */
export interface RelatedResult {
  readonly subject: string;
  /** Ranking all papers. */
  readonly all: RankingQuality;
  /** Ranking only those that were judged for the query; nothing where none was judged unrelated. */
  readonly judged: RankingQuality | undefined;
}

/** Asks for the papers related to each paper that is judged; the paper itself is never ranked. */
export function measureRelated(
  subject: RelatedSubject,
  { documents, queries }: RelatedCollection,
): RelatedResult {
  const scoresFor = subject.prepare(documents);
  const threshold = relevantGrade(queries.map(({ judged }) => judged));
  const numbers = new Map(documents.map(({ id }, number) => [id, number]));
  const all: RankingQuality[] = [];
  const judgedOnly: RankingQuality[] = [];
  for (const { paper, judged } of queries) {
    const scores = scoresFor(paper);
    // The ranks of the others make no difference.
    const found = documents.map(() => '');
    for (const id of judged.keys()) {
      const number = numbers.get(id);
      if (number !== undefined) found[rankOf(number, scores, paper)] = id;
    }
    all.push(rankingQuality({ found, judged }, threshold));
    const known = found.filter((id) => judged.has(id));
    judgedOnly.push(rankingQuality({ found: known, judged }, threshold));
  }
  return {
    subject: subject.name,
    all: meanQuality(all),
    judged: queries.some(hasUnrelated) ? meanQuality(judgedOnly) : undefined,
  };
}

/** How many papers come before one, of equal ones those with a lower number; the one asked for does not. */
function rankOf(number: number, scores: Float64Array, paper: number): number {
  const own = scores[number] ?? 0;
  let rank = 0;
  for (let other = 0; other < scores.length; other += 1) {
    const score = scores[other] ?? 0;
    if (other !== paper && (score > own || (score === own && other < number))) rank += 1;
  }
  return rank;
}

function hasUnrelated({ judged }: RelatedQuery): boolean {
  return [...judged.values()].some((grade) => grade <= 0);
}
