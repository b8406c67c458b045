import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { InventedDigest } from './invented-archive.ts';

/** Writes digests into a new content folder. */
export async function writeArchive(
  folder: string,
  digests: Iterable<InventedDigest>,
): Promise<void> {
  const target = join(folder, 'digests');
  await mkdir(target, { recursive: true });
  for (const { name, text } of digests) await writeFile(join(target, name), text);
}
