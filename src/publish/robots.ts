import type { SiteUrls } from './site-urls.ts';

/** The text of `robots.txt` (RFC 9309): everything may be read. */
export function robotsText(urls: SiteUrls): string {
  const sitemap = urls.absolute(urls.file('sitemap.xml'));
  return `User-agent: *\nDisallow:\n${sitemap === undefined ? '' : `\nSitemap: ${sitemap}\n`}`;
}
