import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '../..');

/** What a command printed and how it ended. */
export interface CommandResult {
  readonly code: number | null;
  readonly output: string;
}

/** This process's environment without what Offprint reads and what Vitest sets for its own tests. */
export function userEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(?:OFFPRINT_.*|SITE_URL|BASE_PATH|REPOSITORY_URL|SMTP_URL)$/;
  const vitests = /^(?:VITEST.*|NODE_ENV|MODE|DEV|PROD|SSR|TEST|BASE_URL)$/;
  const kept = Object.entries(process.env).filter(
    ([name]) => !ours.test(name) && !vitests.test(name),
  );
  return { ...Object.fromEntries(kept), NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' };
}

/** Runs `npm run build` as a user would, with `env` on top of a clean Offprint environment. */
export function runBuild(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd: string = PROJECT,
  watch: (text: string) => void = () => undefined,
): Promise<CommandResult> {
  return new Promise((settle, fail) => {
    const child = spawn('npm', ['run', '--silent', 'build', '--', ...args], {
      cwd,
      env: { ...userEnvironment(), ...env },
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      watch(data.toString());
    });
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', fail);
    child.on('close', (code) => {
      settle({ code, output });
    });
  });
}

/** Builds a site that must succeed, and returns its folder. */
export async function buildOrFail(
  outDir: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<void> {
  const { code, output } = await runBuild(['--outDir', outDir, ...args], env);
  if (code !== 0) throw new Error(`The build of ${outDir} ended with ${String(code)}:\n${output}`);
}

/** A new folder for one test file, and the function that removes it. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Copies the project, as a clone of it with its packages installed. */
export async function cloneProject(clone: string): Promise<void> {
  await mkdir(clone, { recursive: true });
  const parts = ['src', 'content', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json'];
  for (const part of parts) await cp(join(PROJECT, part), join(clone, part), { recursive: true });
  await symlink(join(PROJECT, 'node_modules'), join(clone, 'node_modules'));
}

/** A digest of every file of a folder, by its path. */
export async function hashes(outDir: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const pairs = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    return [path.slice(outDir.length + 1), hash] as const;
  });
  return Object.fromEntries((await Promise.all(pairs)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
