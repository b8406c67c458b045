import type { FormerData } from '../loaders/schemas.ts';
import { siteData } from './site.ts';

/** The addresses below `/papers/` or `/dates/` that are no longer those of papers or dates. */
export async function formerAddresses(kind: FormerData['kind']): Promise<readonly FormerData[]> {
  const { former } = await siteData();
  return former.filter((each) => each.kind === kind);
}
