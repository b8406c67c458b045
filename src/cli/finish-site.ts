import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Archive } from '../archive/types.ts';
import { siteAddress } from '../loaders/environment.ts';
import { archiveJson } from '../publish/dumps/archive-json.ts';
import { CHECKSUMS } from '../publish/dumps/data-files.ts';
import { headersText, redirectsText } from '../publish/host-files.ts';
import { coverSvg, mapSvg, type MapDrawing } from '../publish/map-svg.ts';
import { permalinksText } from '../publish/permalinks.ts';
import { siteUrls } from '../publish/site-urls.ts';
import { checksumsBelow } from './checksums.ts';
import { filesBelow, moveBelow } from './files-below.ts';
import type { KnownFile } from './known-file.ts';
import { writeOfflineFiles } from './offline-files.ts';

/** What is made beside the pages. */
export interface SiteParts {
  /** The folders of the search index and of the files for programs; both are moved into the site. */
  readonly index: string;
  readonly machineFiles: string;
  readonly drawing: MapDrawing;
  /** Files of the site that need not be read again. */
  readonly known: ReadonlyMap<string, KnownFile>;
}

/** Puts everything into the folder of a site that has its pages, those files last that tell of all others. */
export async function finishSite(
  site: string,
  archive: Archive,
  { index, machineFiles, drawing, known }: SiteParts,
): Promise<void> {
  const urls = siteUrls(siteAddress().base, undefined);
  await rename(index, join(site, 'pagefind'));
  await writeFile(join(site, 'map.svg'), mapSvg(drawing, urls));
  await writeFile(join(site, 'cover.svg'), coverSvg(drawing, urls));
  await writeOfflineFiles(site, archive.settings, urls, known);
  // Readers' browsers do not keep them.
  const forPrograms = moveBelow(machineFiles, site);
  await writeFile(join(site, 'permalinks.txt'), permalinksText(archive));
  await writeFile(join(site, '_headers'), headersText(urls));
  await writeFile(join(site, '_redirects'), redirectsText(archive, urls));
  // It counts itself and the checksums.
  await writeFile(join(site, 'archive.json'), archiveJson(archive, filesBelow(site).length + 2));
  const checked = [...forPrograms, 'archive.json', 'permalinks.txt'];
  await writeFile(join(site, CHECKSUMS), await checksumsBelow(site, checked));
}
