import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type NewIndexResponse } from 'pagefind';

import type { Topic } from '../../archive/relate/types.ts';
import type { Catalogue } from '../catalogue.ts';
import { readChunkTable } from '../pagefind-chunk.ts';
import { remembered, stemOf } from '../../text/stems.ts';
import { acronymsIn } from '../../text/acronyms.ts';
import { catalogueFiles } from './catalogue-files.ts';
import type { SearchDocument } from './documents.ts';
import { searchRecord } from './records.ts';
import { SearchIndexError } from './search-index-error.ts';

/** The most files Pagefind may make of its fragments, which the search page does not read: every file counts. */
const MAX_FRAGMENTS = 1;

/**
 * Makes the search index of all papers: the words with Pagefind, in its own process, and the files that the
 * query layer reads besides.
 *
 * @param documents in the order of their numbers in the index.
 * @param topics that papers can be narrowed down to.
 * @param language of the papers, ISO 639-1.
 * @param outputPath a new folder, `…/pagefind`.
 * @throws SearchIndexError when its process ends, for want of memory or of room on the disk.
 * @throws when Pagefind refuses a record.
 */
export async function buildSearchIndex(
  documents: readonly SearchDocument[],
  topics: Promise<readonly Topic[]>,
  language: string,
  outputPath: string,
): Promise<void> {
  const { creating, ended } = launch();
  try {
    // When the process ends, Pagefind's own promises stay unsettled for ever.
    await Promise.race([fill(creating, documents, language, outputPath), ended]);
    await removeInterfaces(outputPath);
  } finally {
    await close();
  }
  const files = catalogueFiles(documents, await topics, language, await chunksIn(outputPath));
  for (const [name, contents] of files) {
    await mkdir(dirname(join(outputPath, name)), { recursive: true });
    await writeFile(join(outputPath, name), contents);
  }
}

async function fill(
  creating: Promise<NewIndexResponse>,
  documents: readonly SearchDocument[],
  language: string,
  outputPath: string,
): Promise<void> {
  const { index, errors } = await creating;
  if (index === undefined) throw pagefindError(errors);
  const stem = remembered(stemOf(language));
  const texts = documents.map(({ title, abstract }) => `${title}. ${abstract}`);
  const acronyms = acronymsIn(texts, stem);
  for (const document of documents) {
    const added = await index.addCustomRecord(searchRecord(document, acronyms, stem));
    if (added.errors.length > 0) throw pagefindError(added.errors);
  }
  const written = await index.writeFiles({ outputPath });
  if (written.errors.length > 0) throw pagefindError(written.errors);
}

/** Starts Pagefind; `ended` is rejected when its process, which it keeps to itself, comes to an end. */
function launch(): { creating: Promise<NewIndexResponse>; ended: Promise<never> } {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const listen = (message: unknown): void => {
    const { process: child } = message as { process: ChildProcess };
    child.once('exit', (code, signal) => {
      reject(
        new SearchIndexError(
          `Pagefind, which makes the search index, has stopped (${signal ?? `exit code ${String(code)}`}). ` +
            'A full disk or too little memory does that: make room, then try again.',
        ),
      );
    });
  };
  // `createIndex` starts the process before it returns.
  subscribe('child_process', listen);
  const creating = createIndex({ maxFragments: MAX_FRAGMENTS });
  unsubscribe('child_process', listen);
  return { creating, ended };
}

/** The files of the words; none when there are no papers. */
async function chunksIn(folder: string): Promise<Catalogue['chunks']> {
  const name = (await readdir(folder)).find((file) => file.endsWith('.pf_meta'));
  if (name === undefined) return [];
  return readChunkTable(gunzipSync(await readFile(join(folder, name))));
}

/** Pagefind adds ready-made interfaces to every index; the search page has its own. */
async function removeInterfaces(folder: string): Promise<void> {
  const names = await readdir(folder);
  const interfaces = names.filter((name) =>
    /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./.test(name),
  );
  await Promise.all(interfaces.map((name) => rm(join(folder, name))));
}

function pagefindError(errors: readonly string[]): Error {
  return new Error(`Pagefind: ${errors.join('; ')}`);
}
