import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { limits } from '../digest/limits.ts';
import { problem } from '../digest/problems.ts';
import type { Problem } from '../digest/types.ts';

/** A file of the content folder, as it lies there. */
export interface ContentFile {
  /** Path relative to the content folder, with `/`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A file, or why it cannot be read; neither where there is none. */
export interface WrittenFile {
  readonly file?: ContentFile;
  readonly reason?: string;
}

/** Files, and a problem for each that cannot be read or does not belong there. */
export interface ContentFiles {
  readonly files: readonly ContentFile[];
  readonly problems: readonly Problem[];
}

/** A folder of the content folder, and the files that belong there. */
export interface Place {
  readonly folder: string;
  /** Folders that may lie in it, and are read by themselves. */
  readonly folders: readonly string[];
  readonly ending: '.txt' | '.mdx';
  readonly misplaced: 'not-a-digest' | 'not-a-note';
  /** The most bytes of a file. */
  readonly bytes: number;
}

/** Far above what people write by hand, and as much as the compiler of MDX takes without harm. */
export const WRITTEN_BYTES = 64_000;

/**
 * The names in a folder but for hidden ones; none where there is no such folder.
 *
 * @throws the system's error when it is there and cannot be read.
 */
export async function names(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder).catch((error: unknown) => {
    if (isAbsent(error)) return [];
    throw error;
  });
  return found.filter((name) => !name.startsWith('.')).sort();
}

/** Systems limit how many files may be open. */
const FILES_AT_ONCE = 64;

/** Reads the named files of a folder; what does not belong there or cannot be read becomes a problem. */
export async function readFiles(
  folder: string,
  place: Place,
  found: readonly string[],
): Promise<ContentFiles> {
  const read: { file?: ContentFile; problem?: Problem }[] = [];
  for (let start = 0; start < found.length; start += FILES_AT_ONCE) {
    const batch = found.slice(start, start + FILES_AT_ONCE);
    read.push(...(await Promise.all(batch.map((name) => readContentFile(folder, place, name)))));
  }
  return {
    files: read.flatMap((result) => result.file ?? []),
    problems: read.flatMap((result) => result.problem ?? []),
  };
}

/** Controls, directional overrides and half characters. */
const UNREADABLE = /[\p{C}\ufffd]/u;

async function readContentFile(
  folder: string,
  { folder: within, folders, ending, misplaced, bytes: most }: Place,
  name: string,
): Promise<{ file?: ContentFile; problem?: Problem }> {
  const file = `${within}/${name.replace(new RegExp(UNREADABLE, 'gu'), '?')}`;
  const path = join(folder, within, name);
  const start = { file, line: 1, column: 1 };
  try {
    const stat = await lstat(path);
    if (stat.isDirectory() && folders.includes(name)) return {};
    const what = stat.isSymbolicLink()
      ? 'A symbolic link'
      : stat.isDirectory()
        ? 'A folder'
        : !stat.isFile()
          ? 'Not a file'
          : !name.toLowerCase().endsWith(ending)
            ? `A file that does not end in ${ending}`
            : UNREADABLE.test(name)
              ? 'A file with a name that cannot be read'
              : undefined;
    if (what !== undefined) return { problem: problem(misplaced, start, { what }) };
    if (stat.size > most) {
      const isDigest = most === limits.fileBytes;
      return {
        problem: isDigest
          ? problem('file-too-large', start, { bytes: stat.size })
          : problem('file-unreadable', start, { reason: tooLarge(stat.size) }),
      };
    }
    return { file: { file, bytes: await readFile(path) } };
  } catch (error) {
    return { problem: problem('file-unreadable', start, { reason: messageOf(error) }) };
  }
}

/** Reads a file beside `digests/` that people write. */
export async function readWrittenFile(folder: string, file: string): Promise<WrittenFile> {
  const path = join(folder, file);
  try {
    const stat = await lstat(path);
    // A link could lead to what only the machine that builds may read.
    if (stat.isSymbolicLink()) return { reason: 'it is a symbolic link' };
    if (!stat.isFile()) return { reason: 'it is not a file' };
    if (stat.size > WRITTEN_BYTES) return { reason: tooLarge(stat.size) };
    return { file: { file, bytes: await readFile(path) } };
  } catch (error) {
    return isAbsent(error) ? {} : { reason: messageOf(error) };
  }
}

function tooLarge(bytes: number): string {
  return `it has ${bytes.toLocaleString('en-GB')} bytes; the limit is ${WRITTEN_BYTES.toLocaleString('en-GB')}`;
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Why the system refused a file, in a word that is the same on every machine. */
export function messageOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
