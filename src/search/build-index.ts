import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type NewIndexResponse } from 'pagefind';

import type { Paper } from '../archive/types.ts';
import { searchRecord } from './records.ts';
import { SearchIndexError } from './search-index-error.ts';

/** The most files Pagefind may make of the texts it shows; more papers share a file. */
const MAX_FRAGMENTS = 400;

/**
 * Makes the search index of all papers with Pagefind, in its own process.
 *
 * @param outputPath the folder to write, `…/pagefind`.
 * @param language of the papers, ISO 639-1.
 * @throws SearchIndexError when its process ends, for want of memory or of room on the disk.
 * @throws when Pagefind refuses a record.
 */
export async function buildSearchIndex(
  papers: readonly Paper[],
  language: string,
  outputPath: string,
): Promise<void> {
  const { creating, ended } = launch();
  try {
    // When the process ends, Pagefind's own promises stay unsettled for ever.
    await Promise.race([fill(creating, papers, language, outputPath), ended]);
    await removeInterfaces(outputPath);
  } finally {
    await close();
  }
}

async function fill(
  creating: Promise<NewIndexResponse>,
  papers: readonly Paper[],
  language: string,
  outputPath: string,
): Promise<void> {
  const { index, errors } = await creating;
  if (index === undefined) throw pagefindError(errors);
  for (const paper of papers) {
    const added = await index.addCustomRecord(searchRecord(paper, language));
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
