import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

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
  readonly known: ReadonlyMap<string, KnownFile>;
}

/**
 * Writes pages below a folder, at once rather than asynchronously: for small files that takes less than half
 * the time of a processor.
 */
export function pageFiles(folder: string): PageFiles {
  const known = new Map<string, KnownFile>();
  const made = new Set<string>();
  const make = (below: string): void => {
    if (made.has(below)) return;
    made.add(below);
    if (below !== folder) make(dirname(below));
    mkdirSync(below, { recursive: below === folder });
  };
  return {
    write: (file, html) => {
      const target = join(folder, file);
      make(dirname(target));
      writeFileSync(target, html);
      known.set(file, knownFile(file, html));
    },
    known,
  };
}

/** What is to be known of a file, by its path below the site; `digestOf` waits for threads each time. */
export function knownFile(path: string, contents: Buffer): KnownFile {
  // The signature of gzip (RFC 1952, section 2.3.1).
  const isPacked = contents[0] === 0x1f && contents[1] === 0x8b;
  const digest = createHash('sha256')
    .update(`${fileName(path)}\n`)
    .update(isPacked ? gunzipSync(contents) : contents)
    .digest();
  return { bytes: contents.length, digest };
}
