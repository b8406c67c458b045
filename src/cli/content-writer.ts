import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file to write into the content folder. */
export interface Writing {
  /** Path relative to the content folder. */
  readonly file: string;
  readonly text: string;
  /** The file it takes the place of, where the name changes. */
  readonly replaces?: string;
}

/** The name, or where it is taken the first of `NAME-2.txt`, `NAME-3.txt` … that is not. */
export function freeName(file: string, taken: ReadonlySet<string>): string {
  const stem = file.replace(/\.txt$/, '');
  let free = file;
  for (let number = 2; taken.has(free); number += 1) free = `${stem}-${String(number)}.txt`;
  return free;
}

/**
 * Writes a file into the content folder, whole or not at all.
 *
 * @throws when there is a file of that name that it does not take the place of.
 */
export async function writeContent(
  folder: string,
  { file, text, replaces }: Writing,
): Promise<void> {
  const target = join(folder, file);
  await mkdir(dirname(target), { recursive: true });
  // Hidden, so that nobody takes it for content.
  const draft = join(dirname(target), `.${basename(target)}.${String(process.pid)}`);
  try {
    await writeFile(draft, text, { flag: 'wx' });
    // Holds the name: a file that came in the meantime is not written over.
    if (replaces !== file) await writeFile(target, '', { flag: 'wx' });
    await rename(draft, target);
    if (replaces !== undefined && replaces !== file) await rm(join(folder, replaces));
  } finally {
    await rm(draft, { force: true });
  }
}
