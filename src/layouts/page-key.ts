import { createHash } from 'node:crypto';

import type { SiteData } from '../publish/page-data/site-data.ts';

/**
 * Tells whether a page has to be rendered again: a hash of everything in the archive that it shows. What it
 * is made with, code and the address of the site, counts besides.
 *
 * @param shown what JSON can hold; its fields in the same order each time.
 */
export function pageKey(site: SiteData, ...shown: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([site, shown]))
    .digest('base64url')
    .slice(0, 22);
}
