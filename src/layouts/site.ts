import type { SiteData } from '../publish/page-data/site-data.ts';
import { pagesArchive } from './archive.ts';

/** What pages say of the archive as a whole. */
export async function siteData(): Promise<SiteData> {
  return (await pagesArchive()).site;
}
