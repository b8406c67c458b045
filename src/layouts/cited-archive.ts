import type { CitedArchive } from '../publish/citations/citation.ts';
import { siteData } from './site.ts';
import { urls } from './urls.ts';

/** This archive, as its papers are cited from it. */
export async function citedArchive(): Promise<CitedArchive> {
  const { title } = await siteData();
  return { name: title, urls };
}
