import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { digestOf } from '../reader/offline/fingerprint.ts';
import { fileName } from '../reader/offline/offline-build.ts';

/** What a service worker has to know of a file. */
export interface KnownFile {
  readonly bytes: number;
  /** `digestOf` its name and contents. */
  readonly digest: Uint8Array;
}

/** The pages that a build has written. */
export interface PageFiles {
  /** Writes a page, by its file below the folder, with `/`. */
  readonly write: (file: string, html: Buffer) => void;
  /** What was written, by file. */
  readonly known: () => Promise<ReadonlyMap<string, KnownFile>>;
}

/**
 * Writes pages below a folder, at once rather than asynchronously: for small files that takes less than half
 * the time of a processor.
 */
export function pageFiles(folder: string): PageFiles {
  const found = new Map<string, Promise<KnownFile>>();
  return {
    write: (file, html) => {
      const target = join(folder, file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, html);
      found.set(file, knownFile(file, html));
    },
    known: async () => {
      const known = new Map<string, KnownFile>();
      for (const [file, promise] of found) known.set(file, await promise);
      return known;
    },
  };
}

/** What is to be known of a file, by its path below the site. */
export async function knownFile(path: string, contents: Buffer): Promise<KnownFile> {
  const digest = await digestOf(fileName(path), new Uint8Array(contents));
  return { bytes: contents.length, digest };
}
