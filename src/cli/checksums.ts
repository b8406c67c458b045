import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { checksumsText } from '../publish/dumps/checksums.ts';

/** The checksums of files below a folder, for `sha256sum -c` run in it. */
export async function checksumsBelow(folder: string, names: readonly string[]): Promise<string> {
  const sums = new Map<string, string>();
  for (const name of names) sums.set(name, await checksum(join(folder, name)));
  return checksumsText(sums);
}

/** In pieces: a file may be too large for memory. */
async function checksum(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
