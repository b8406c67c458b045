import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build as buildPages } from 'astro';

import type { Archive } from '../archive/types.ts';
import { siteAddress } from '../loaders/environment.ts';
import { provideArchive } from '../loaders/provided-archive.ts';
import { archiveJson } from '../publish/dumps/archive-json.ts';
import { CHECKSUMS } from '../publish/dumps/data-files.ts';
import { headersText, redirectsText } from '../publish/host-files.ts';
import { mapDrawing } from '../publish/map-drawing.ts';
import { coverSvg, mapSvg } from '../publish/map-svg.ts';
import { permalinksText } from '../publish/permalinks.ts';
import { siteUrls } from '../publish/site-urls.ts';
import { buildSearchIndex } from '../search/index/build-index.ts';
import { searchDocuments } from '../search/index/documents.ts';
import { withBuildLocks } from './build-lock.ts';
import { checksumsBelow } from './checksums.ts';
import { filesBelow, moveBelow } from './files-below.ts';
import { startWritingMachineFiles, type WritingMachineFiles } from './machine-files-thread.ts';
import { writeOfflineFiles } from './offline-files.ts';
import { startRelating } from './relate-thread.ts';
import { assertReplaceable, publishSite, removeFolders, tidy } from './site-folder.ts';
import { ContentChangedError } from './usage.ts';

/** Where a site grows: below the project, because Astro moves files into it and moves within it only. */
const STAGE = '.astro';

/** Seconds from the start to the end of each stage; pages wait for what is related. */
export interface Timings {
  readonly relate: number;
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
  archive: Archive,
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
  archive: Archive,
  outDir: string,
  isCurrent: () => Promise<boolean>,
): Promise<Timings> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  await removeFolders(resolve(STAGE), 'build-');
  const stage = await mkdtemp(join(resolve(STAGE), 'build-'));
  const relating = startRelating(archive);
  let writing: WritingMachineFiles | undefined;
  try {
    const site = join(stage, 'site');
    const cacheDir = join(stage, 'cache');
    const index = join(stage, 'pagefind');
    const machineFiles = join(stage, 'machine-files');
    await mkdir(machineFiles);
    provideArchive(() => Promise.resolve({ archive, relations: () => relating.relations }));
    const documents = searchDocuments(archive.papers);
    const numbers = new Map(documents.map(({ id }, number) => [id, number]));
    const urls = siteUrls(siteAddress().base, undefined);
    const related = relating.relations.then((relations) => ({ ...archive, relations }));
    const topics = relating.relations.then((relations) => relations.topics);
    // The index that waits for them may fail before it hears of another failure.
    topics.catch(() => undefined);
    // All of them come to their end before the folder goes, whatever happens to one.
    const [relate, search, pages, drawing, machine] = await Promise.allSettled([
      related.then(seconds),
      buildSearchIndex(documents, topics, archive.settings.language, index).then(seconds),
      buildPages({ outDir: site, cacheDir, logLevel: 'warn' }).then(seconds),
      Promise.all([related, relating.places]).then(([whole, places]) =>
        mapDrawing(whole, places, numbers),
      ),
      related.then((whole) => {
        writing = startWritingMachineFiles({ archive: whole, folder: machineFiles });
        return writing.written;
      }),
    ]);
    if (relate.status === 'rejected') throw relate.reason;
    if (pages.status === 'rejected') throw pages.reason;
    if (search.status === 'rejected') throw search.reason;
    if (drawing.status === 'rejected') throw drawing.reason;
    if (machine.status === 'rejected') throw machine.reason;
    if (!(await isCurrent()))
      throw new ContentChangedError('The content changed during the build. Build again.');
    await rename(index, join(site, 'pagefind'));
    await writeFile(join(site, 'map.svg'), mapSvg(drawing.value, urls));
    await writeFile(join(site, 'cover.svg'), coverSvg(drawing.value, urls));
    await writeOfflineFiles(site, archive.settings, urls);
    // Readers' browsers do not keep them.
    const forPrograms = filesBelow(machineFiles);
    await moveBelow(machineFiles, site);
    await writeFile(join(site, 'permalinks.txt'), permalinksText(archive));
    await writeFile(join(site, '_headers'), headersText(urls));
    await writeFile(join(site, '_redirects'), redirectsText(archive, urls));
    // It counts itself and the checksums.
    await writeFile(join(site, 'archive.json'), archiveJson(archive, filesBelow(site).length + 2));
    const checked = [...forPrograms, 'archive.json', 'permalinks.txt'];
    await writeFile(join(site, CHECKSUMS), await checksumsBelow(site, checked));
    await publishSite(site, outDir);
    return {
      relate: relate.value,
      pages: pages.value,
      search: search.value,
      total: seconds(),
    };
  } finally {
    await relating.stop();
    await writing?.stop();
    await rm(stage, { recursive: true, force: true });
  }
}
