import { join } from 'node:path';
import { z } from 'zod';

import { UsageError } from '../../usage.ts';
import { DOCUMENT, readJudgements, readRecords } from './collection-files.ts';
import type { Judgements } from './metrics.ts';
import type { BenchDocument } from './subject.ts';

/** A query that people have found the answers to. */
export interface JudgedQuery {
  readonly id: string;
  readonly text: string;
  readonly judged: Judgements;
}

/** A test collection: documents, queries, and which documents answer which query. */
export interface Collection {
  readonly documents: readonly BenchDocument[];
  /** Those with a relevant document. */
  readonly queries: readonly JudgedQuery[];
}

const QUERY = z.object({ id: z.string().min(1), text: z.string() });

/**
 * Reads a folder with `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` (query, document and grade, with tabs
 * between). Judgements of documents that are not in the corpus count as never found, as in trec_eval.
 *
 * @throws UsageError when a file or line is not as expected, or nothing can be measured.
 */
export async function readCollection(folder: string): Promise<Collection> {
  const documents = await readRecords(join(folder, 'corpus.jsonl'), DOCUMENT);
  const queries = await readRecords(join(folder, 'queries.jsonl'), QUERY);
  const grades = await readJudgements(join(folder, 'qrels.tsv'));
  const judged = queries.flatMap((query) => {
    const own = grades.get(query.id) ?? new Map<string, number>();
    return [...own.values()].some((grade) => grade > 0) ? [{ ...query, judged: own }] : [];
  });
  if (judged.length === 0)
    throw new UsageError(
      `${join(folder, 'qrels.tsv')} names no relevant document for any query of queries.jsonl.`,
    );
  return { documents, queries: judged };
}
