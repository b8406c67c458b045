import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, onTestFinished, vi } from 'vitest';

/** What a command printed, line by line, and what it returned. */
export interface CommandRun {
  readonly code: number;
  readonly lines: readonly string[];
}

beforeEach(() => {
  vi.stubEnv('GITHUB_ACTIONS', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** A new folder with these files in it, removed after the test. */
export async function folderOf(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** A new content folder with these files in it; `digests/` is there. */
export async function contentOf(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = await folderOf(files);
  await mkdir(join(folder, 'digests'), { recursive: true });
  return folder;
}

/** Every file of a folder by its path in it, hidden ones included, and its text. */
export async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [relative(folder, path), await readFile(path, 'utf8')] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

/** Runs a command in this process with a content folder; in no workflow unless a test says so. */
export async function run(
  command: (args: readonly string[]) => Promise<number>,
  folder: string,
  ...args: readonly string[]
): Promise<CommandRun> {
  vi.stubEnv('OFFPRINT_CONTENT', folder);
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => {
    printed.push(text);
  });
  try {
    const code = await command(args);
    const lines = stripVTControlCharacters(printed.join('\n')).split('\n');
    // Places are given relative to the working directory.
    const place = relative(process.cwd(), folder);
    return { code, lines: lines.map((line) => line.replaceAll(place, 'CONTENT')) };
  } finally {
    log.mockRestore();
  }
}
