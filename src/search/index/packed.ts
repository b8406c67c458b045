import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** Files of a built search, by their names below the folder of the index. */
export type SearchFiles = ReadonlyMap<string, Uint8Array>;

/** Packs a file as the search reads it. */
export function pack(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 9 });
}

export function packJson(contents: unknown): Uint8Array {
  return pack(new TextEncoder().encode(JSON.stringify(contents)));
}

/** What tells files apart in their names. */
export function hashOf(...files: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${String(file.length)} `).update(file);
  return hash.digest('hex').slice(0, 10);
}
