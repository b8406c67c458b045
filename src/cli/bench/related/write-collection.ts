import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { BenchDocument } from '../search/subject.ts';
import type { RelatedCollection } from './collection.ts';

/** Writes a collection as `readRelatedCollection` reads it. */
export async function writeCollection(
  folder: string,
  { documents, queries }: RelatedCollection,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeCorpus(folder, documents);
  const judgements = queries.flatMap(({ id, judged }) =>
    Array.from(judged, ([other, grade]) => `${id}\t${other}\t${String(grade)}\n`),
  );
  await writeFile(join(folder, 'qrels.tsv'), judgements.join(''));
}

/** Writes `corpus.jsonl`. */
export async function writeCorpus(
  folder: string,
  documents: readonly BenchDocument[],
): Promise<void> {
  const lines = documents.map(({ id, title, abstract }) => JSON.stringify({ id, title, abstract }));
  await writeFile(join(folder, 'corpus.jsonl'), lines.map((line) => `${line}\n`).join(''));
}
