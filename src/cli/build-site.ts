import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build as buildPages } from 'astro';

import type { Archive } from '../archive/types.ts';
import { writtenPages } from '../integrations/written-pages.ts';
import { provideArchive } from '../loaders/provided-archive.ts';
import { mapDrawing } from '../publish/map-drawing.ts';
import { searchDocuments } from '../search/index/documents.ts';
import { withBuildLocks } from './build-lock.ts';
import { readEarlierBuild, recordBuild, searchPartsFolder } from './earlier-build.ts';
import { finishSite } from './finish-site.ts';
import { keepTimes } from './kept-times.ts';
import { startWritingMachineFiles, type WritingMachineFiles } from './machine-files-thread.ts';
import { pageFiles } from './page-files.ts';
import { startRelating } from './relate-thread.ts';
import { startIndexingSearch, type IndexingSearch } from './search-index-thread.ts';
import { assertReplaceable, publishSite, removeFolders, tidy } from './site-folder.ts';
import type { StageClock } from './stage-clock.ts';
import { toolsKey } from './tools-key.ts';
import { ContentChangedError } from './usage.ts';

/** Where a site grows: below the project, because Astro moves files into it and moves within it only. */
const STAGE = '.astro';

/**
 * Builds the site of an archive that has been checked: pages and search index side by side, into a new
 * folder that takes the place of `outDir` only when everything is there. A build that fails or is
 * interrupted leaves the previous one whole.
 *
 * @param isCurrent whether the content is still what the archive was made from: Astro reads notes for itself.
 * @param clock told when stages begin and end.
 * @throws ContentChangedError when it is not.
 * @throws UsageError when `outDir` holds something that is not a built site.
 */
export async function buildSite(
  archive: Archive,
  outDir: string,
  isCurrent: () => Promise<boolean>,
  clock: StageClock,
): Promise<void> {
  await assertReplaceable(outDir);
  const endWait = clock.begin('wait');
  await withBuildLocks(outDir, async () => {
    endWait();
    await tidy(outDir);
    await build(archive, outDir, isCurrent, clock);
  });
}

async function build(
  archive: Archive,
  outDir: string,
  isCurrent: () => Promise<boolean>,
  clock: StageClock,
): Promise<void> {
  await removeFolders(resolve(STAGE), 'build-');
  const stage = await mkdtemp(join(resolve(STAGE), 'build-'));
  const endRelate = clock.begin('relate');
  const relating = startRelating(archive);
  let writing: WritingMachineFiles | undefined;
  let indexing: IndexingSearch | undefined;
  try {
    const site = join(stage, 'site');
    const cacheDir = join(stage, 'cache');
    const index = join(stage, 'pagefind');
    const machineFiles = join(stage, 'machine-files');
    await mkdir(machineFiles);
    provideArchive(() => Promise.resolve({ archive, relations: () => relating.relations }));
    const documents = searchDocuments(archive.papers);
    const numbers = new Map(documents.map(({ id }, number) => [id, number]));
    const tools = toolsKey();
    const store = await searchPartsFolder(outDir, tools);
    const pages = pageFiles(site, await readEarlierBuild(outDir, tools), (done, all) => {
      clock.count('pages', done, all);
    });
    const related = relating.relations.then((relations) => {
      endRelate();
      return { ...archive, relations };
    });
    const topics = relating.relations.then((relations) => relations.topics);
    // Of several that fail for one reason, the pages say best what it is.
    const [, , drawing, drawings] = await allEnded([
      clock.time('pages', () =>
        buildPages({
          ...{ outDir: site, cacheDir, logLevel: 'warn' },
          integrations: [writtenPages(pages)],
        }),
      ),
      clock.time('search', () => {
        const { language } = archive.settings;
        const job = { documents, language, folder: index, store };
        indexing = startIndexingSearch(job, topics);
        return indexing.written;
      }),
      related.then((whole) =>
        clock.time('map', async () => mapDrawing(whole, await relating.places, numbers)),
      ),
      related.then((whole) =>
        clock.time('files', () => {
          writing = startWritingMachineFiles({
            archive: whole,
            folder: machineFiles,
            outDir,
            tools,
          });
          return writing.written;
        }),
      ),
    ]);
    const endFiles = clock.begin('files');
    if (!(await isCurrent()))
      throw new ContentChangedError('The content changed during the build. Build again.');
    await finishSite(site, archive, { index, machineFiles, drawing, known: pages.known });
    keepTimes(site, outDir);
    await publishSite(site, outDir);
    await recordBuild(outDir, tools, [...pages.known, ...drawings]);
    endFiles();
  } finally {
    await relating.stop();
    await writing?.stop();
    await indexing?.stop();
    await rm(stage, { recursive: true, force: true });
  }
}

/**
 * Waits until every one has come to its end, whatever happens to another: none may go on when the folder they
 * write to is gone.
 *
 * @throws what the first one that failed threw.
 */
async function allEnded<T extends readonly Promise<unknown>[]>(
  promises: readonly [...T],
): Promise<{ [Place in keyof T]: Awaited<T[Place]> }> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
