import { getEntry } from 'astro:content';

import type { FormerData } from '../loaders/schemas.ts';

/** The addresses below `/papers/` or `/dates/` that are no longer those of papers or dates. */
export async function formerAddresses(kind: FormerData['kind']): Promise<readonly FormerData[]> {
  const site = await getEntry('site', 'site');
  return site?.data.former.filter((former) => former.kind === kind) ?? [];
}
