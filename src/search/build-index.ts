import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

import type { Paper } from '../archive/types.ts';
import { searchRecord } from './records.ts';

/** The most files Pagefind may make of the texts it shows; more papers share a file. */
const MAX_FRAGMENTS = 400;

/**
 * Makes the search index of all papers with Pagefind, in its own process.
 *
 * @param outputPath the folder to write, `…/pagefind`.
 * @param language of the papers, ISO 639-1.
 * @throws when Pagefind refuses a record or cannot write.
 */
export async function buildSearchIndex(
  papers: readonly Paper[],
  language: string,
  outputPath: string,
): Promise<void> {
  try {
    const { index, errors } = await createIndex({ maxFragments: MAX_FRAGMENTS });
    if (index === undefined) throw pagefindError(errors);
    for (const paper of papers) {
      const added = await index.addCustomRecord(searchRecord(paper, language));
      if (added.errors.length > 0) throw pagefindError(added.errors);
    }
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw pagefindError(written.errors);
    await removeInterfaces(outputPath);
  } finally {
    await close();
  }
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
