import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';

import { contentFolder } from '../loaders/environment.ts';
import { GENERATOR } from '../publish/generator.ts';
import { UsageError } from './usage.ts';

/**
 * Checks that a build may replace `outDir`: it is absent, empty, or a site that Offprint built, and neither
 * the project nor its content lies in it.
 *
 * @throws UsageError when it may not.
 */
export async function assertReplaceable(outDir: string): Promise<void> {
  const isOver = (folder: string): boolean => `${folder}${sep}`.startsWith(`${outDir}${sep}`);
  if (isOver(process.cwd()) || isOver(contentFolder()))
    throw new UsageError(
      `${outDir} holds the project or its content. Choose another folder with --outDir.`,
    );
  if (!existsSync(outDir)) return;
  const names = (await stat(outDir)).isDirectory() ? await readdir(outDir) : undefined;
  if (names?.length === 0) return;
  const isSite = names?.includes('archive.json') && !names.includes('.git');
  if (isSite && (await isBuiltSite(outDir))) return;
  throw new UsageError(
    `${outDir} is not empty and holds no site that Offprint built. ` +
      'Empty it, or choose another folder with --outDir.',
  );
}

async function isBuiltSite(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, 'archive.json'), 'utf8');
  return text.slice(0, 200).includes(GENERATOR);
}

/** The lock that builds into `outDir` share, whatever project they are of. */
export function siteLock(outDir: string): string {
  return join(dirname(outDir), `.offprint-${basename(outDir)}.lock`);
}

/** Brings a finished site next to `outDir`, also from another file system, and puts it in its place. */
export async function publishSite(site: string, outDir: string): Promise<void> {
  const parent = dirname(outDir);
  const prefix = `.offprint-${basename(outDir)}-`;
  const arrival = await mkdtemp(join(parent, prefix));
  try {
    await move(site, join(arrival, 'site'));
    await replace(outDir, join(arrival, 'site'), join(arrival, 'previous'));
  } finally {
    await rm(arrival, { recursive: true, force: true });
  }
}

/** Brings back a site that a killed build had moved aside, and removes what else such builds left. */
export async function tidy(outDir: string): Promise<void> {
  const parent = dirname(outDir);
  const prefix = `.offprint-${basename(outDir)}-`;
  await mkdir(parent, { recursive: true });
  for (const name of await foldersOf(parent, prefix)) {
    const previous = join(parent, name, 'previous');
    if (!existsSync(outDir) && existsSync(previous)) await rename(previous, outDir);
  }
  await removeFolders(parent, prefix);
}

/** Removes the folders of killed builds: those that `mkdtemp` made with this prefix. */
export async function removeFolders(parent: string, prefix: string): Promise<void> {
  for (const name of await foldersOf(parent, prefix))
    await rm(join(parent, name), { recursive: true, force: true });
}

/** Folders that `mkdtemp` made: the prefix and six more letters or digits. */
async function foldersOf(parent: string, prefix: string): Promise<readonly string[]> {
  const names = await readdir(parent);
  return names.filter(
    (name) => name.startsWith(prefix) && /^[A-Za-z0-9]{6}$/.test(name.slice(prefix.length)),
  );
}

async function move(source: string, target: string): Promise<void> {
  try {
    await rename(source, target);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await cp(source, target, { recursive: true });
  }
}

async function replace(target: string, source: string, previous: string): Promise<void> {
  if (!existsSync(target)) {
    await rename(source, target);
    return;
  }
  await rename(target, previous);
  try {
    await rename(source, target);
  } catch (error) {
    await rename(previous, target);
    throw error;
  }
}
