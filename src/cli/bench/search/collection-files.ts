import { readFile } from 'node:fs/promises';
import { z } from 'zod';

import { UsageError } from '../../usage.ts';

/** A line of `corpus.jsonl`: id, title and abstract, or by the names that BEIR gives them: _id, title, text. */
export const DOCUMENT = z.preprocess(
  namedAsHere,
  z.object({ id: z.string().min(1), title: z.string(), abstract: z.string() }),
);

/**
 * Reads a file with a JSON object in each line.
 *
 * @throws UsageError with file and line when one is not of the schema, or has the id of an earlier one.
 */
export async function readRecords<T extends { id: string }>(
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

/**
 * Reads the grades of documents by query: a query, a document and a whole number in each line, with tabs
 * between; the line that BEIR puts above them is passed over.
 *
 * @throws UsageError with file and line when one is not like that.
 */
export async function readJudgements(
  file: string,
): Promise<ReadonlyMap<string, Map<string, number>>> {
  const grades = new Map<string, Map<string, number>>();
  for (const { text, place } of await linesOf(file)) {
    if (text === HEADER) continue;
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

/** The line above the judgements of collections in BEIR's format: Thakur et al., “BEIR”, NeurIPS 2021. */
const HEADER = 'query-id\tcorpus-id\tscore';

/** A record with `_id` and `text` by the names that are used here. */
function namedAsHere(record: unknown): unknown {
  if (typeof record !== 'object' || record === null) return record;
  const names = new Map([
    ['_id', 'id'],
    ['text', 'abstract'],
  ]);
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [names.get(name) ?? name, value as unknown]),
  );
}

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${place} This line is not JSON. Write one object per line.`);
  }
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
