import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build as buildPages } from 'astro';

import type { Archive } from '../archive/types.ts';
import { archiveJson } from '../publish/archive-json.ts';
import { buildSearchIndex } from '../search/build-index.ts';
import { withBuildLock } from './build-lock.ts';
import { UsageError } from './usage.ts';

/** Seconds each stage took; pages and search overlap. */
export interface Timings {
  readonly pages: number;
  readonly search: number;
  readonly total: number;
}

/**
 * Builds the site of an archive that has been checked: pages and search index side by side, into a new
 * folder next to `outDir` that takes its place only when everything is there. A build that fails or is
 * interrupted leaves the previous one whole.
 *
 * @throws UsageError when `outDir` holds something that is not a built site.
 */
export async function buildSite(archive: Archive, outDir: string): Promise<Timings> {
  await assertReplaceable(outDir);
  return withBuildLock(() => build(archive, outDir));
}

async function build(archive: Archive, outDir: string): Promise<Timings> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const work = await workFolder(outDir);
  try {
    const site = join(work, 'site');
    const cacheDir = join(work, 'cache');
    const index = join(work, 'pagefind');
    // Both come to their end before the folder goes, whatever happens to one of them.
    const [search, pages] = await Promise.allSettled([
      buildSearchIndex(archive.papers, archive.settings.language, index).then(seconds),
      buildPages({ outDir: site, cacheDir, logLevel: 'warn' }).then(seconds),
    ]);
    if (pages.status === 'rejected') throw pages.reason;
    if (search.status === 'rejected') throw search.reason;
    await rename(index, join(site, 'pagefind'));
    await writeFile(join(site, 'archive.json'), archiveJson(archive, (await countFiles(site)) + 1));
    await replace(outDir, site, join(work, 'previous'));
    return { pages: pages.value, search: search.value, total: seconds() };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** A folder that the build may replace: none, an empty one, or a site that Offprint built. */
async function assertReplaceable(outDir: string): Promise<void> {
  if (!existsSync(outDir)) return;
  const names = await readdir(outDir);
  if (names.length > 0 && !names.includes('archive.json'))
    throw new UsageError(
      `${outDir} is not empty and holds no site that Offprint built. ` +
        'Empty it, or choose another folder with --outDir.',
    );
}

/** A new folder next to `outDir`, so that renaming is enough; those of killed builds go. */
async function workFolder(outDir: string): Promise<string> {
  const parent = dirname(outDir);
  const prefix = `.offprint-${basename(outDir)}-`;
  await mkdir(parent, { recursive: true });
  const abandoned = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  for (const name of abandoned) await rm(join(parent, name), { recursive: true, force: true });
  return mkdtemp(join(parent, prefix));
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

async function countFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}
