import type { RelatedArchive } from '../archive/relate/types.ts';
import { citationFiles } from './citations/citation-files.ts';
import { dumpFiles } from './dumps/dump-files.ts';
import { feedFiles } from './feeds/feed-files.ts';
import type { MachineFile } from './machine-file.ts';
import { OPEN_SEARCH, openSearchXml } from './open-search.ts';
import { socialImages } from './metadata/social-images.ts';
import { robotsText } from './robots.ts';
import { sitemapFiles } from './sitemap.ts';
import type { SiteUrls } from './site-urls.ts';

/**
 * Every file for programs, one after the other, so that no two of them are in memory at once. What has to
 * hold whole addresses is left out when the address of the site is not known.
 */
export function* machineFiles(archive: RelatedArchive, urls: SiteUrls): Generator<MachineFile> {
  // Crawlers ask at the root of a host and nowhere else (RFC 9309, section 2.3).
  if (urls.home() === '/') yield { name: 'robots.txt', contents: robotsText(urls) };
  const openSearch = openSearchXml(archive.settings, urls);
  if (openSearch !== undefined) yield { name: OPEN_SEARCH, contents: openSearch };
  yield* dumpFiles(archive, urls);
  yield* citationFiles(archive, urls);
  yield* sitemapFiles(archive, urls);
  yield* feedFiles(archive, urls);
  yield* socialImages(archive, urls);
}
