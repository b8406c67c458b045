import { readFile } from 'node:fs/promises';

import { UsageError } from './usage.ts';

/**
 * Reads a file that somebody named on the command line.
 *
 * @throws UsageError when it cannot be read.
 */
export async function readInputFile(name: string): Promise<Uint8Array> {
  return readFile(name).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT') throw new UsageError(`There is no file ${name}.`);
    if (code === 'EISDIR') throw new UsageError(`${name} is a folder and no file.`);
    throw new UsageError(`${name} cannot be read: ${code}.`);
  });
}
