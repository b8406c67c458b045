import { getEntry } from 'astro:content';

import type { SiteData } from '../loaders/schemas.ts';

let known: Promise<SiteData> | undefined;

/** What pages say of the archive as a whole; a build asks for it on every page, and it stays the same. */
export function siteData(): Promise<SiteData> {
  return import.meta.env.PROD ? (known ??= readSite()) : readSite();
}

async function readSite(): Promise<SiteData> {
  const site = await getEntry('site', 'site');
  if (site === undefined) throw new Error('The collection “site” is empty.');
  return site.data;
}
