import { lstat, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

import type { RawArchive } from '../archive/compile.ts';
import { defaultSettings, readSettings, type Settings } from '../archive/settings.ts';
import { decode } from '../digest/decode.ts';
import { limits } from '../digest/limits.ts';
import { problem } from '../digest/problems.ts';
import type { Problem } from '../digest/types.ts';
import {
  type ContentFiles,
  messageOf,
  names,
  type Place,
  readFiles,
  readWrittenFile,
  WRITTEN_BYTES,
  type WrittenFile,
} from './content-files.ts';
import { repositoryAddress } from './environment.ts';
import { mdxProblems } from './mdx.ts';

/** The folder itself cannot be used: a mistake of the call, not of the content. */
export class ContentFolderError extends Error {
  override readonly name = 'ContentFolderError';
}

const DIGESTS: Place = {
  folder: 'digests',
  folders: [],
  ending: '.txt',
  misplaced: 'not-a-digest',
  bytes: limits.fileBytes,
};
const NOTES: Place = {
  folder: 'notes',
  folders: ['dates'],
  ending: '.mdx',
  misplaced: 'not-a-note',
  bytes: WRITTEN_BYTES,
};
const DATE_NOTES: Place = { ...NOTES, folder: 'notes/dates', folders: [] };

const SETTINGS_FILE = 'archive.yaml';
const ABOUT_FILE = 'about.mdx';

/**
 * Reads a content folder: every file of `digests/` and `notes/`, `archive.yaml` where there is one, and
 * whether `about.mdx` is sound. Files that do not belong there, that cannot be read or are no MDX become
 * problems; hidden files are passed over.
 *
 * @throws ContentFolderError when there is no `digests/` in it.
 */
export async function readContentFolder(folder: string): Promise<RawArchive> {
  const digests = await readFiles(folder, DIGESTS, await digestNames(folder));
  const noteFiles = await readNoteFiles(folder);
  const notes = noteFiles.files.map((note) => ({ note, problems: mdxProblems(note) }));
  const settings = await readSettingsFile(folder);
  const about = await readWrittenFile(folder, ABOUT_FILE);
  if (about.file || notes.length > 0) assertCompilable(folder);
  const read = [settings, digests, noteFiles, ...notes];
  return {
    settings: withRepository(settings.settings),
    digests: digests.files,
    notes: notes.flatMap(({ note, problems }) => (problems.length === 0 ? [note] : [])),
    problems: [
      ...read.flatMap(({ problems }) => problems),
      ...problemsOfAbout(about),
      ...(await misnamedFiles(folder)),
    ],
  };
}

/** The environment says where the content is kept before `archive.yaml` does. */
function withRepository(settings: Settings): Settings {
  const address = repositoryAddress() ?? settings.repository.address;
  return address === undefined
    ? settings
    : { ...settings, repository: { ...settings.repository, address } };
}

/** True when there is an `about.mdx` that pages can be made of. */
export async function hasAbout(folder: string): Promise<boolean> {
  const about = await readWrittenFile(folder, ABOUT_FILE);
  return about.file !== undefined && problemsOfAbout(about).length === 0;
}

function problemsOfAbout({ file, reason }: WrittenFile): readonly Problem[] {
  const place = { file: ABOUT_FILE, line: 1, column: 1 };
  if (reason !== undefined) return [problem('file-unreadable', place, { reason })];
  if (file === undefined) return [];
  const damage = decode(file).problems.filter(({ severity }) => severity === 'error');
  return damage.length > 0 ? damage : mdxProblems(file);
}

/** Astro cannot import files from folders whose names mean something in an address. */
function assertCompilable(folder: string): void {
  const sign = /[#?%]/.exec(relative(process.cwd(), folder))?.[0];
  if (sign !== undefined)
    throw new ContentFolderError(
      `The path ${folder} holds “${sign}”, so that no MDX in it can be read. Rename or move the folder.`,
    );
}

async function readNoteFiles(folder: string): Promise<ContentFiles> {
  const place = { file: NOTES.folder, line: 1, column: 1 };
  try {
    const notes = await readFiles(folder, NOTES, await names(join(folder, NOTES.folder)));
    // A link in its place is reported among the notes.
    const dates = await lstat(join(folder, DATE_NOTES.folder)).catch(() => undefined);
    const found = dates?.isDirectory() ? await names(join(folder, DATE_NOTES.folder)) : [];
    const ofDates = await readFiles(folder, DATE_NOTES, found);
    return {
      files: [...notes.files, ...ofDates.files],
      problems: [...notes.problems, ...ofDates.problems],
    };
  } catch (error) {
    const reason = messageOf(error);
    return { files: [], problems: [problem('file-unreadable', place, { reason })] };
  }
}

/** A text that changes whenever a file of the content folder does. */
export async function contentSignature(folder: string): Promise<string> {
  await digestNames(folder);
  const files = await Promise.all(
    [DIGESTS, NOTES, DATE_NOTES].map(async (place) => {
      const found = await names(join(folder, place.folder)).catch(() => []);
      return found.map((name) => join(folder, place.folder, name));
    }),
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

async function readSettingsFile(
  folder: string,
): Promise<{ settings: Settings; problems: readonly Problem[] }> {
  const { file, reason } = await readWrittenFile(folder, SETTINGS_FILE);
  const invalid = (fact: string): { settings: Settings; problems: readonly Problem[] } => ({
    settings: defaultSettings,
    problems: [problem('settings-invalid', { file: SETTINGS_FILE, line: 1, column: 1 }, { fact })],
  });
  if (reason !== undefined) return invalid(`It cannot be read: ${reason}.`);
  if (file === undefined) return { settings: defaultSettings, problems: [] };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
    return readSettings(text, SETTINGS_FILE);
  } catch {
    return invalid('It is not valid UTF-8.');
  }
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
