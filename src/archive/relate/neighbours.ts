import { cosines } from './cosine.ts';
import { bestOf, relatedness } from './relatedness.ts';
import { sharedTerms } from './shared-terms.ts';
import { textTerms } from './text-terms.ts';
import { textVectors } from './text-vectors.ts';
import type { PaperText } from './types.ts';

/** A paper that is about much the same as another one. */
export interface Neighbour {
  /** Its place among the texts. */
  readonly paper: number;
  /** Above 0, more is more; compares within one list only. */
  readonly score: number;
  /** Up to four things that both say, most telling first, as the other one of the two writes them. */
  readonly terms: readonly string[];
}

const MOST_TERMS = 4;

/**
 * Papers that are less alike share words by chance. Words of few papers weigh more where there are many
 * papers, and chance makes less of the whole: read off by eye from 200 papers (0.14) and from 10,000 (0.08).
 */
function leastAlike(papers: number): number {
  return Math.min(0.14, 0.74 / Math.log(Math.max(2, papers)));
}

/**
 * The papers most related to each: by the terms that they share, weighed by how much these say (see
 * `text-vectors.ts`, `relatedness.ts`). Pure and deterministic. Time grows a little faster than the number of
 * texts, memory as it does.
 *
 * @param language of the texts, as in `en`.
 * @param count the most neighbours of a paper; it has fewer where fewer others are about the same.
 * @returns for each text its neighbours, best first, of equal ones the first.
 */
export function neighbours(
  texts: readonly PaperText[],
  language: string,
  count: number,
): readonly (readonly Neighbour[])[] {
  const terms = textTerms(texts, language);
  const vectors = textVectors(terms);
  const scoresFor = relatedness(vectors);
  const termsOf = sharedTerms(texts, terms, vectors);
  const likeTo = cosines(vectors);
  const least = leastAlike(texts.length);
  return texts.map((_, paper) => {
    const { papers, scores } = scoresFor(paper);
    const shared = termsOf(paper);
    const likeness = likeTo(paper);
    const related = bestOf(papers, scores, count).filter((other) => likeness(other) >= least);
    return related.map((other) => ({
      paper: other,
      score: scores[other] ?? 0,
      terms: shared(other, MOST_TERMS),
    }));
  });
}
