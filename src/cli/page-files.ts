import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { PageStore } from '../integrations/written-pages.ts';
import type { EarlierBuild } from './earlier-build.ts';
import { type KeyedFile, knownFile } from './known-file.ts';

/** The pages of a build. */
export interface PageFiles extends PageStore {
  /** What was kept or written, by file. */
  readonly known: ReadonlyMap<string, KeyedFile>;
}

/**
 * Fills a folder with pages, at once rather than asynchronously: for small files that takes less than half
 * the time of a processor.
 *
 * @param count is told how many of how many pages are there.
 */
export function pageFiles(
  folder: string,
  earlier: EarlierBuild,
  count: (done: number, all: number) => void,
): PageFiles {
  const known = new Map<string, KeyedFile>();
  let all = 0;
  const made = new Set<string>();
  const make = (below: string): void => {
    if (made.has(below)) return;
    made.add(below);
    if (below !== folder) make(dirname(below));
    mkdirSync(below, { recursive: below === folder });
  };
  const place = (file: string): string => {
    const target = join(folder, file);
    make(dirname(target));
    return target;
  };
  const add = (file: string, page: KeyedFile): void => {
    known.set(file, page);
    count(known.size, all);
  };
  return {
    expect: (pages) => {
      all = pages;
    },
    keep: (file, key) => {
      const kept = earlier.keep(file, key, place(file));
      if (kept !== undefined) add(file, kept);
      return kept !== undefined;
    },
    write: (file, html, key) => {
      writeFileSync(place(file), html);
      add(file, { ...knownFile(file, html), key });
    },
    known,
  };
}
