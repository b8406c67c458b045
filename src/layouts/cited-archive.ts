import { getEntry } from 'astro:content';

import type { CitedArchive } from '../publish/citations/citation.ts';
import { urls } from './urls.ts';

/** This archive, as its papers are cited from it. */
export async function citedArchive(): Promise<CitedArchive> {
  const site = await getEntry('site', 'site');
  if (site === undefined) throw new Error('The collection “site” is empty.');
  return { name: site.data.title, urls };
}
