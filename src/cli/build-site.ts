import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'astro';

import type { Archive } from '../archive/types.ts';
import { archiveJson } from '../publish/archive-json.ts';
import { buildSearchIndex } from '../search/build-index.ts';
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
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  await mkdir(dirname(outDir), { recursive: true });
  const work = await mkdtemp(join(dirname(outDir), `.offprint-${basename(outDir)}-`));
  try {
    const site = join(work, 'site');
    const cacheDir = join(work, 'cache');
    const index = join(work, 'pagefind');
    const [search, pages] = await Promise.all([
      buildSearchIndex(archive.papers, archive.settings.language, index).then(seconds),
      build({ outDir: site, cacheDir, logLevel: 'warn' }).then(seconds),
    ]);
    await rename(index, join(site, 'pagefind'));
    await writeFile(join(site, 'archive.json'), archiveJson(archive, (await countFiles(site)) + 1));
    await replace(outDir, site, join(work, 'previous'));
    return { pages, search, total: seconds() };
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
