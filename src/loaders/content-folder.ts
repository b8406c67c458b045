import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { RawArchive } from '../archive/compile.ts';
import { defaultSettings, readSettings, type Settings } from '../archive/settings.ts';
import { limits } from '../digest/limits.ts';
import { problem } from '../digest/problems.ts';
import type { Problem } from '../digest/types.ts';
import { mdxProblems } from './mdx.ts';

/** The folder itself cannot be used: a mistake of the call, not of the content. */
export class ContentFolderError extends Error {
  override readonly name = 'ContentFolderError';
}

/** A file of the content folder, as it lies there. */
interface ContentFile {
  /** Path relative to the content folder, with `/`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Files, and a problem for each that cannot be read or does not belong there. */
interface ContentFiles {
  readonly files: readonly ContentFile[];
  readonly problems: readonly Problem[];
}

/** A folder of the content folder, and the files that belong there. */
interface Place {
  readonly folder: string;
  readonly ending: '.txt' | '.mdx';
  readonly misplaced: 'not-a-digest' | 'not-a-note';
}

const DIGESTS: Place = { folder: 'digests', ending: '.txt', misplaced: 'not-a-digest' };
const NOTES: Place = { folder: 'notes', ending: '.mdx', misplaced: 'not-a-note' };
const DATE_NOTES: Place = { ...NOTES, folder: 'notes/dates' };

const SETTINGS_FILE = 'archive.yaml';
const ABOUT_FILE = 'about.mdx';

/**
 * Reads a content folder: every file of `digests/` and `notes/`, and `archive.yaml` where there is one.
 * Files that do not belong there and files that cannot be read become problems; hidden files are passed
 * over.
 *
 * @throws ContentFolderError when there is no `digests/` in it.
 */
export async function readContentFolder(folder: string): Promise<RawArchive> {
  const digests = await readFiles(folder, DIGESTS, await digestNames(folder));
  const noteFiles = await Promise.all(
    [NOTES, DATE_NOTES].map(async (place) =>
      readFiles(folder, place, await names(join(folder, place.folder))),
    ),
  );
  const notes = noteFiles.flatMap(({ files }) => files);
  const settings = await readSettingsFile(folder);
  const about = await readAboutFile(folder);
  const read = [settings, digests, ...noteFiles];
  return {
    settings: settings.settings,
    digests: digests.files,
    notes,
    problems: [
      ...read.flatMap(({ problems }) => problems),
      ...[...about, ...notes].flatMap(mdxProblems),
      ...(await misnamedFiles(folder)),
    ],
  };
}

/** A text that changes whenever a file of the content folder does. */
export async function contentSignature(folder: string): Promise<string> {
  await digestNames(folder);
  const files = await Promise.all(
    [DIGESTS, NOTES, DATE_NOTES].map(async (place) =>
      (await names(join(folder, place.folder))).map((name) => join(folder, place.folder, name)),
    ),
  );
  const stats = [join(folder, SETTINGS_FILE), join(folder, ABOUT_FILE), ...files.flat()].map(
    async (file) => {
      const stat = await lstat(file).catch(() => undefined);
      return `${file} ${String(stat?.size)} ${String(stat?.mtimeMs)}`;
    },
  );
  return (await Promise.all(stats)).join('\n');
}

async function digestNames(folder: string): Promise<readonly string[]> {
  try {
    await readdir(join(folder, DIGESTS.folder));
  } catch {
    throw new ContentFolderError(
      `There is no folder ${join(folder, DIGESTS.folder)}. ` +
        'Set OFFPRINT_CONTENT to a folder with “digests/” in it.',
    );
  }
  return names(join(folder, DIGESTS.folder));
}

/** The names in a folder but for hidden ones; none where there is no such folder. */
async function names(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder).catch(() => []);
  return found.filter((name) => !name.startsWith('.')).sort();
}

/** Systems limit how many files may be open. */
const FILES_AT_ONCE = 64;

async function readFiles(
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
  { folder: within, ending, misplaced }: Place,
  name: string,
): Promise<{ file?: ContentFile; problem?: Problem }> {
  const file = `${within}/${name.replace(new RegExp(UNREADABLE, 'gu'), '?')}`;
  const path = join(folder, within, name);
  const start = { file, line: 1, column: 1 };
  try {
    const stat = await lstat(path);
    if (stat.isDirectory() && `${within}/${name}` === DATE_NOTES.folder) return {};
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
    if (stat.size > limits.fileBytes)
      return { problem: problem('file-too-large', start, { bytes: stat.size }) };
    return { file: { file, bytes: await readFile(path) } };
  } catch (error) {
    return { problem: problem('file-unreadable', start, { reason: messageOf(error) }) };
  }
}

async function readSettingsFile(
  folder: string,
): Promise<{ settings: Settings; problems: readonly Problem[] }> {
  try {
    const bytes = await readFile(join(folder, SETTINGS_FILE));
    return readSettings(new TextDecoder('utf-8', { fatal: true }).decode(bytes), SETTINGS_FILE);
  } catch (error) {
    if (isAbsent(error)) return { settings: defaultSettings, problems: [] };
    const place = { file: SETTINGS_FILE, line: 1, column: 1 };
    const isText = !(error instanceof TypeError);
    const fact = isText ? `It cannot be read: ${messageOf(error)}.` : 'It is not valid UTF-8.';
    return {
      settings: defaultSettings,
      problems: [problem('settings-invalid', place, { fact })],
    };
  }
}

async function readAboutFile(folder: string): Promise<readonly ContentFile[]> {
  const bytes = await readFile(join(folder, ABOUT_FILE)).catch(() => undefined);
  return bytes === undefined ? [] : [{ file: ABOUT_FILE, bytes }];
}

/** Names that somebody meant to be one that is read, and the name that is. */
const NEAR_MISSES: readonly (readonly [RegExp, string])[] = [
  [/^archive\.(?:yml|ya?ml\.txt|json|toml)$/i, SETTINGS_FILE],
  [/^(?:archive\.yaml|settings\.ya?ml)$/i, SETTINGS_FILE],
  [/^about\.(?:md|mdx\.txt|txt|html?|mdx)$/i, ABOUT_FILE],
  [/^note$|^notes$/i, 'notes'],
];

async function misnamedFiles(folder: string): Promise<readonly Problem[]> {
  const found = await names(folder);
  return found.flatMap((file) => {
    const meant = NEAR_MISSES.find(([pattern, name]) => pattern.test(file) && file !== name)?.[1];
    if (meant === undefined || found.includes(meant)) return [];
    return [problem('file-misnamed', { file, line: 1, column: 1 }, { meant })];
  });
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function messageOf(error: unknown): string {
  // The message would name the folder, which differs from machine to machine.
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
