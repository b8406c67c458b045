import type { RelatedArchive } from '../archive/relate/types.ts';
import { citationFiles } from './citations/citation-files.ts';
import { dumpFiles } from './dumps/dump-files.ts';
import { feedFiles } from './feeds/feed-files.ts';
import { OPEN_SEARCH, openSearchXml } from './open-search.ts';
import { socialImages } from './metadata/social-images.ts';
import { robotsText } from './robots.ts';
import { sitemapFiles } from './sitemap.ts';
import type { SiteUrls } from './site-urls.ts';

/** A file of the site that programs read rather than people. */
export interface MachineFile {
  /** Its path below the folder of the site: `dates/2025-03-11.md`. */
  readonly name: string;
  /** One after the other where all of it together may be too long for one text; to be read once. */
  readonly contents: string | Iterable<string>;
  /** The contents are an SVG document, and the file is to be its picture. */
  readonly isDrawing?: true;
}

/** The contents of a file as one text. */
export function wholeText({ contents }: MachineFile): string {
  return typeof contents === 'string' ? contents : [...contents].join('');
}

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
