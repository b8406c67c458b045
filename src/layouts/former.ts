import type { FormerData } from '../publish/page-data/former-data.ts';
import { pagesArchive } from './archive.ts';

/** The addresses below `/papers/` or `/dates/` that are no longer those of papers or dates. */
export async function formerAddresses(kind: FormerData['kind']): Promise<readonly FormerData[]> {
  const { former } = await pagesArchive();
  return former.filter((each) => each.kind === kind);
}
