import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

import { UsageError } from '../../usage.ts';
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

const DOCUMENT = z.object({ id: z.string().min(1), title: z.string(), abstract: z.string() });
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

async function readRecords<T extends { id: string }>(
  file: string,
  schema: z.ZodType<T>,
): Promise<readonly T[]> {
  const records = new Map<string, T>();
  for (const { text, place } of await linesOf(file)) {
    const { data, error } = schema.safeParse(parsed(text, place));
    if (error) {
      const [issue] = error.issues;
      throw new UsageError(`${place} “${issue?.path.join('.') ?? ''}”: ${issue?.message ?? ''}.`);
    }
    if (records.has(data.id)) throw new UsageError(`${place} The id “${data.id}” is there twice.`);
    records.set(data.id, data);
  }
  return [...records.values()];
}

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${place} This line is not JSON. Write one object per line.`);
  }
}

async function readJudgements(file: string): Promise<ReadonlyMap<string, Map<string, number>>> {
  const grades = new Map<string, Map<string, number>>();
  for (const { text, place } of await linesOf(file)) {
    const [query = '', document = '', grade = '', ...more] = text.split('\t');
    if (query === '' || document === '' || !/^-?\d+$/.test(grade) || more.length > 0)
      throw new UsageError(
        `${place} Expected a query, a document and a whole number as grade, with tabs between.`,
      );
    const own = grades.get(query) ?? new Map<string, number>();
    grades.set(query, own.set(document, Number(grade)));
  }
  return grades;
}

/** The lines of a file that are not empty, each with `file:line:` to complain of it. */
async function linesOf(file: string): Promise<readonly { text: string; place: string }[]> {
  const content = await readFile(file, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`${file} cannot be read: ${reason}.`);
  });
  return content.split(/\r?\n/).flatMap((text, index) => {
    return text === '' ? [] : [{ text, place: `${file}:${String(index + 1)}:` }];
  });
}
