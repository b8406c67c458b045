import { gunzipSync } from 'node:zlib';
import { close, type CustomRecord, type NewIndexResponse, type PagefindIndex } from 'pagefind';

import type { Field } from '../engine.ts';
import { KatakanaWords } from './katakana.ts';
import { GatheredOccurrences, type Occurrences } from './occurrences.ts';
import { readChunk } from './pagefind-chunk.ts';
import { launch } from './pagefind-process.ts';
import type { SearchRecord } from './records.ts';

/** How many papers Pagefind indexes at once; it takes some 130 kB of memory for each. */
const BATCH_PAPERS = 3000;
/** Records on their way to Pagefind, so that neither side waits; few enough to fit into the pipe. */
const UNDER_WAY = 16;

/** The code for “no language” of ISO 639-2: Pagefind indexes the words as they are; the query layer stems. */
const NO_LANGUAGE = 'zxx';
/** What Pagefind counts as a word and we do not: `wordsOf` makes none of signs. */
const NO_WORD = '_';

/**
 * Has Pagefind turn papers with their words into words with their papers, numbered from 0. Batches of papers are
 * indexed one after the other, each by a process of its own, which bounds its memory; the result does not depend
 * on how large they are.
 *
 * @returns words in the order of their UTF-16 units, as they are compared everywhere.
 * @throws SearchIndexError when its process ends, for want of memory or of room on the disk.
 * @throws when Pagefind refuses a record.
 */
export async function invertedByPagefind(
  records: Iterable<SearchRecord>,
  batchPapers = BATCH_PAPERS,
): Promise<readonly Occurrences[]> {
  const gathered = new GatheredOccurrences();
  let first = 0;
  for (const batch of inBatches(records, batchPapers)) {
    const { papers, chunks, katakana } = await indexed(batch);
    for (const chunk of chunks)
      for (const occurrences of readChunk(gunzipSync(chunk)))
        if (occurrences.word !== NO_WORD) gathered.add(katakana.withoutEnds(occurrences), first);
    first += papers;
  }
  return gathered.byWord();
}

/** Hands out records in runs, each of which has to be read to its end before the next is asked for. */
function* inBatches<T>(records: Iterable<T>, size: number): Generator<Iterable<T>> {
  const rest = records[Symbol.iterator]();
  for (let next = rest.next(); next.done !== true; next = rest.next())
    yield batchFrom(next.value, rest, size);
}

function* batchFrom<T>(first: T, rest: Iterator<T>, size: number): Generator<T> {
  yield first;
  for (let count = 1; count < size; count += 1) {
    const next = rest.next();
    if (next.done === true) return;
    yield next.value;
  }
}

/** What Pagefind makes of a batch: its files of words, which count papers from 0 in the order they came in. */
interface IndexedBatch {
  readonly papers: number;
  readonly chunks: readonly Uint8Array[];
  readonly katakana: KatakanaWords;
}

async function indexed(batch: Iterable<SearchRecord>): Promise<IndexedBatch> {
  const { creating, ended, explain } = launch();
  try {
    // Of a process that ends while it is waited for, Pagefind says nothing.
    return await Promise.race([fill(creating, batch).catch(explain), ended]);
  } finally {
    await close();
  }
}

async function fill(
  creating: Promise<NewIndexResponse>,
  batch: Iterable<SearchRecord>,
): Promise<IndexedBatch> {
  const { index, errors } = await creating;
  if (index === undefined) throw pagefindError(errors);
  const katakana = new KatakanaWords();
  const papers = await feed(index, batch, katakana);
  const made = await index.getFiles();
  if (made.errors.length > 0) throw pagefindError(made.errors);
  const chunks = made.files.filter(({ path }) => path.endsWith('.pf_index'));
  return { papers, chunks: chunks.map(({ content }) => content), katakana };
}

/** @returns how many papers there were. */
async function feed(
  index: PagefindIndex,
  batch: Iterable<SearchRecord>,
  katakana: KatakanaWords,
): Promise<number> {
  const underWay: Promise<void>[] = [];
  let papers = 0;
  for (const record of batch) {
    katakana.note(record, papers);
    const added = add(index, pagefindRecord(record, papers));
    // Of several that fail, one is waited for.
    added.catch(() => undefined);
    underWay.push(added);
    papers += 1;
    if (underWay.length === UNDER_WAY) await underWay.shift();
  }
  await Promise.all(underWay);
  return papers;
}

async function add(index: PagefindIndex, record: CustomRecord): Promise<void> {
  const { errors } = await index.addCustomRecord(record);
  if (errors.length > 0) throw pagefindError(errors);
}

/** A paper as Pagefind takes it. The metadata are the other fields of `FIELDS`, all of them in every record. */
function pagefindRecord(record: SearchRecord, paper: number): CustomRecord {
  const text = (field: Field): string => record[field].map((word) => word || NO_WORD).join(' ');
  return {
    url: `/${String(paper)}`,
    language: NO_LANGUAGE,
    // Pagefind leaves out what has no word in its content, whatever its title.
    content: text('abstract') || NO_WORD,
    meta: {
      also: text('also'),
      authors: text('authors'),
      names: text('names'),
      title: text('title'),
    },
  };
}

function pagefindError(errors: readonly string[]): Error {
  return new Error(`Pagefind: ${errors.join('; ')}`);
}
