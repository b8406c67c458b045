import { neighbours } from '../../../archive/relate/neighbours.ts';
import { bestOf, relatedness } from '../../../archive/relate/relatedness.ts';
import { textTerms } from '../../../archive/relate/text-terms.ts';
import { textVectors } from '../../../archive/relate/text-vectors.ts';
import type { BenchDocument } from '../search/subject.ts';
import { cosineScores } from './cosine.ts';

/** Scores of all papers for one of them, by number; overwritten by the next call. */
export type ScoresFor = (paper: number) => Float64Array;

/** A way to relate papers, under test. */
export interface RelatedSubject {
  /** In tables. */
  readonly name: string;
  /** What all papers score for one of them. */
  readonly prepare: (documents: readonly BenchDocument[]) => ScoresFor;
  /** All that a build does: the neighbours of every paper. */
  readonly relateAll: (documents: readonly BenchDocument[]) => void;
}

/** How many neighbours `relateAll` finds: as many as the page of a paper shows. */
const NEIGHBOURS = 6;

/** Our own algorithm, as a build runs it, and the textbook's. */
export const SUBJECTS = {
  offprint: {
    name: 'Offprint',
    prepare: (documents) => {
      const scoresFor = relatedness(textVectors(textTerms(documents, 'en')));
      return (paper) => scoresFor(paper).scores;
    },
    relateAll: (documents) => {
      neighbours(documents, 'en', NEIGHBOURS);
    },
  },
  tfidf: {
    name: 'TF-IDF cosine',
    prepare: cosineScores,
    relateAll: (documents) => {
      const scoresFor = cosineScores(documents);
      const papers = Int32Array.from(documents.keys());
      for (const paper of documents.keys()) bestOf(papers, scoresFor(paper), NEIGHBOURS);
    },
  },
} as const satisfies Readonly<Record<string, RelatedSubject>>;
