import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

import { fileName } from '../reader/offline/offline-build.ts';

/** What a build knows of a file that it does not read again. */
export interface KnownFile {
  readonly bytes: number;
  /** `digestOf` its name and contents, in base64. */
  readonly digest: string;
}

/** A file that a later build may keep: with a hash of what it is made of, if that is known. */
export interface KeyedFile extends KnownFile {
  readonly key: string | undefined;
}

/** What is to be known of a file, by its path below the site; `digestOf` waits for threads each time. */
export function knownFile(path: string, contents: Uint8Array): KnownFile {
  // The signature of gzip (RFC 1952, section 2.3.1).
  const isPacked = contents[0] === 0x1f && contents[1] === 0x8b;
  const digest = createHash('sha256')
    .update(`${fileName(path)}\n`)
    .update(isPacked ? gunzipSync(contents) : contents)
    .digest('base64');
  return { bytes: contents.length, digest };
}
