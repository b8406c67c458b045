import type { CitedArchive } from '../../publish/citations/citation.ts';
import { siteUrls } from '../../publish/site-urls.ts';

/** The archive that papers of this page are cited from, as an element names it; its address else is this one. */
export function archiveOfPage({ dataset }: HTMLElement, base: string): CitedArchive {
  const { archive = '', site = location.origin } = dataset;
  return { name: archive, urls: siteUrls(base, site) };
}
