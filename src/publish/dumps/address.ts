import type { SitePath, SiteUrls } from '../site-urls.ts';

/** The whole address of a path, or the path where the site does not know its address. */
export function wholeAddress(path: SitePath, urls: SiteUrls): string {
  return urls.absolute(path) ?? path;
}
