import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build as buildPages } from 'astro';

import type { RelatedArchive } from '../archive/relate/types.ts';
import { handOver } from '../loaders/archive-source.ts';
import { archiveJson } from '../publish/archive-json.ts';
import { headersText, redirectsText } from '../publish/host-files.ts';
import { permalinksText } from '../publish/permalinks.ts';
import { siteUrls } from '../publish/site-urls.ts';
import { buildSearchIndex } from '../search/index/build-index.ts';
import { searchDocuments } from '../search/index/documents.ts';
import { withBuildLocks } from './build-lock.ts';
import { drawMap } from './draw-map.ts';
import { filesBelow } from './files-below.ts';
import { writeOfflineFiles } from './offline-files.ts';
import { assertReplaceable, publishSite, removeFolders, tidy } from './site-folder.ts';
import { ContentChangedError } from './usage.ts';

/** Where a site grows: below the project, because Astro moves files into it and moves within it only. */
const STAGE = '.astro';

/** Seconds each stage took; pages and search overlap. */
export interface Timings {
  readonly pages: number;
  readonly search: number;
  readonly total: number;
}

/**
 * Builds the site of an archive that has been checked: pages and search index side by side, into a new
 * folder that takes the place of `outDir` only when everything is there. A build that fails or is
 * interrupted leaves the previous one whole.
 *
 * @param isCurrent whether the content is still what the archive was made from: Astro reads notes for itself.
 * @throws ContentChangedError when it is not.
 * @throws UsageError when `outDir` holds something that is not a built site.
 */
export async function buildSite(
  archive: RelatedArchive,
  outDir: string,
  isCurrent: () => Promise<boolean>,
): Promise<Timings> {
  await assertReplaceable(outDir);
  return withBuildLocks(outDir, async () => {
    await tidy(outDir);
    return build(archive, outDir, isCurrent);
  });
}

async function build(
  archive: RelatedArchive,
  outDir: string,
  isCurrent: () => Promise<boolean>,
): Promise<Timings> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  await removeFolders(resolve(STAGE), 'build-');
  const stage = await mkdtemp(join(resolve(STAGE), 'build-'));
  try {
    const site = join(stage, 'site');
    const cacheDir = join(stage, 'cache');
    const index = join(stage, 'pagefind');
    const compiled = join(stage, 'archive');
    await handOver(archive, compiled);
    process.env['OFFPRINT_COMPILED'] = compiled;
    // Both come to their end before the folder goes, whatever happens to one of them.
    const documents = searchDocuments(archive.papers);
    const urls = siteUrls(process.env['BASE_PATH'] ?? '/', undefined);
    const [search, pages, maps] = await Promise.allSettled([
      buildSearchIndex(documents, archive.relations.topics, archive.settings.language, index).then(
        seconds,
      ),
      buildPages({ outDir: site, cacheDir, logLevel: 'warn' }).then(seconds),
      drawMap(
        archive,
        documents.map(({ id }) => id),
        urls,
      ),
    ]);
    if (pages.status === 'rejected') throw pages.reason;
    if (search.status === 'rejected') throw search.reason;
    if (maps.status === 'rejected') throw maps.reason;
    if (!(await isCurrent()))
      throw new ContentChangedError('The content changed during the build. Build again.');
    await rename(index, join(site, 'pagefind'));
    await writeFile(join(site, 'map.svg'), maps.value.map);
    await writeFile(join(site, 'cover.svg'), maps.value.cover);
    await writeOfflineFiles(site, archive.settings, urls);
    await writeFile(join(site, 'permalinks.txt'), permalinksText(archive));
    await writeFile(join(site, '_headers'), headersText(urls));
    await writeFile(join(site, '_redirects'), redirectsText(archive, urls));
    await writeFile(join(site, 'archive.json'), archiveJson(archive, filesBelow(site).length + 1));
    await publishSite(site, outDir);
    return { pages: pages.value, search: search.value, total: seconds() };
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}
