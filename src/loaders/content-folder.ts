import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { RawArchive } from '../archive/compile.ts';
import { defaultSettings, readSettings } from '../archive/settings.ts';
import { limits } from '../digest/limits.ts';
import { problem } from '../digest/problems.ts';
import type { Problem, RawDigest } from '../digest/types.ts';

/** The folder itself cannot be used: a mistake of the call, not of the content. */
export class ContentFolderError extends Error {
  override readonly name = 'ContentFolderError';
}

/** Systems limit how many files may be open. */
const FILES_AT_ONCE = 64;
const SETTINGS_FILE = 'archive.yaml';

/**
 * Reads a content folder: every file of `digests/`, and `archive.yaml` where there is one. Files that are
 * no digests and files that cannot be read become problems; hidden files are passed over.
 *
 * @throws ContentFolderError when there is no `digests/` in it.
 */
export async function readContentFolder(folder: string): Promise<RawArchive> {
  const names = await digestNames(folder);
  const read: Awaited<ReturnType<typeof readDigestFile>>[] = [];
  for (let start = 0; start < names.length; start += FILES_AT_ONCE) {
    const batch = names.slice(start, start + FILES_AT_ONCE);
    read.push(...(await Promise.all(batch.map((name) => readDigestFile(folder, name)))));
  }
  const settings = await readSettingsFile(folder);
  return {
    settings: settings.settings,
    digests: read.flatMap((result) => result.digest ?? []),
    problems: [...settings.problems, ...read.flatMap((result) => result.problem ?? [])],
  };
}

/** A text that changes whenever a file of the content folder does. */
export async function contentSignature(folder: string): Promise<string> {
  const files = (await digestNames(folder)).map((name) => join(folder, 'digests', name));
  const stats = [join(folder, SETTINGS_FILE), ...files].map(async (file) => {
    const stat = await lstat(file).catch(() => undefined);
    return `${file} ${String(stat?.size)} ${String(stat?.mtimeMs)}`;
  });
  return (await Promise.all(stats)).join('\n');
}

async function digestNames(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(join(folder, 'digests'));
    return names.filter((name) => !name.startsWith('.')).sort();
  } catch {
    throw new ContentFolderError(
      `There is no folder ${join(folder, 'digests')}. ` +
        'Set OFFPRINT_CONTENT to a folder with “digests/” in it.',
    );
  }
}

/** Controls, directional overrides and half characters. */
const UNREADABLE = /[\p{C}\ufffd]/u;

async function readDigestFile(
  folder: string,
  name: string,
): Promise<{ digest?: RawDigest; problem?: Problem }> {
  const file = `digests/${name.replace(new RegExp(UNREADABLE, 'gu'), '?')}`;
  const path = join(folder, 'digests', name);
  const place = { file, line: 1, column: 1 };
  try {
    const stat = await lstat(path);
    const what = stat.isSymbolicLink()
      ? 'A symbolic link'
      : stat.isDirectory()
        ? 'A folder'
        : !stat.isFile()
          ? 'Not a file'
          : !/\.txt$/i.test(name)
            ? 'A file that does not end in .txt'
            : UNREADABLE.test(name)
              ? 'A file with a name that cannot be read'
              : undefined;
    if (what !== undefined) return { problem: problem('not-a-digest', place, { what }) };
    if (stat.size > limits.fileBytes)
      return { problem: problem('file-too-large', place, { bytes: stat.size }) };
    return { digest: { file, bytes: await readFile(path) } };
  } catch (error) {
    return { problem: problem('file-unreadable', place, { reason: messageOf(error) }) };
  }
}

async function readSettingsFile(folder: string): Promise<ReturnType<typeof readSettings>> {
  try {
    const bytes = await readFile(join(folder, SETTINGS_FILE));
    return readSettings(new TextDecoder('utf-8', { fatal: true }).decode(bytes), SETTINGS_FILE);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { settings: defaultSettings, problems: [] };
    const place = { file: SETTINGS_FILE, line: 1, column: 1 };
    const isText = !(error instanceof TypeError);
    const fact = isText ? `It cannot be read: ${messageOf(error)}.` : 'It is not valid UTF-8.';
    return {
      settings: defaultSettings,
      problems: [problem('settings-invalid', place, { fact })],
    };
  }
}

function messageOf(error: unknown): string {
  // The message would name the folder, which differs from machine to machine.
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
