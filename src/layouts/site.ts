import { getEntry } from 'astro:content';

import type { SiteData } from '../loaders/schemas.ts';

/** What pages say of the archive as a whole. */
export async function siteData(): Promise<SiteData> {
  const site = await getEntry('site', 'site');
  if (site === undefined) throw new Error('The collection “site” is empty.');
  return site.data;
}
