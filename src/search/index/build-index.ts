import { mkdir } from 'node:fs/promises';

import type { Topic } from '../../archive/relate/types.ts';
import { catalogueFiles } from './catalogue-files.ts';
import type { SearchDocument } from './documents.ts';
import { invertedByPagefind } from './pagefind.ts';
import { partSources } from './part-source.ts';
import { openPartStore, writeFiles, type PublishedPart } from './part-store.ts';
import { partition } from './partition.ts';

export interface IndexOptions {
  /** A folder of finished parts, from which those are taken that did not change, and which holds this build's then. */
  readonly store?: string | undefined;
  /** The least papers of a part, largest first. */
  readonly sizes?: readonly number[] | undefined;
  /** How many papers Pagefind indexes at once. */
  readonly batchPapers?: number | undefined;
}

/**
 * Makes the search index of all papers, one part after the other: no more than the words of one part are in
 * memory. The same papers give the same files, wherever parts come from. Only a part that is new needs Pagefind.
 *
 * @param documents in the order of their numbers in the index.
 * @param topics that papers can be narrowed down to.
 * @param language of the papers, ISO 639-1.
 * @param outputPath a new folder, `…/pagefind`.
 * @throws SearchIndexError when Pagefind's process ends.
 * @throws when Pagefind refuses a record.
 * @throws the error of the file system when a file cannot be written.
 */
export async function buildSearchIndex(
  documents: readonly SearchDocument[],
  topics: Promise<readonly Topic[]>,
  language: string,
  outputPath: string,
  { store: folder, sizes, batchPapers }: IndexOptions = {},
): Promise<void> {
  await mkdir(outputPath, { recursive: true });
  const store = folder === undefined ? undefined : openPartStore(folder);
  const sources = partSources(partition(documents, sizes), language);
  const parts: PublishedPart[] = [];
  for (let source = sources.next(); source.done !== true;) {
    const { key, make } = source.value;
    let part = await store?.take(key, outputPath);
    if (part === undefined) {
      const made = await make((records) => invertedByPagefind(records, batchPapers));
      await writeFiles(outputPath, made.files);
      await store?.keep(key, made);
      part = made;
    }
    parts.push({ part: part.part, counts: part.counts, definitions: part.definitions });
    source = sources.next(part);
  }
  await writeFiles(outputPath, catalogueFiles(documents, await topics, language, parts));
  await store?.tidy();
}
