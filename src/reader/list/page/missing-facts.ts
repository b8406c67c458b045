import type { SiteUrls } from '../../../publish/site-urls.ts';
import type { ShownPaper } from '../saved-paper.ts';
import { paperOnPage, someAtATime } from './paper-pages.ts';

/**
 * Papers with all that their citations need: what is not known of one is read from its page.
 *
 * @returns the papers in the order given, and how many of the pages could not be read.
 */
export async function withMissingFacts<T extends ShownPaper>(
  papers: readonly T[],
  urls: SiteUrls,
): Promise<{ readonly papers: readonly T[]; readonly unread: number }> {
  const found = new Map<string, T>();
  const wanting = papers.filter(
    ({ facts, firstSeen }) => facts === undefined || firstSeen === undefined,
  );
  await someAtATime(wanting, async (paper) => {
    const read = await paperOnPage(urls, paper.id);
    if (read !== undefined) found.set(paper.id, { ...paper, ...read });
  });
  return {
    papers: papers.map((paper) => found.get(paper.id) ?? paper),
    unread: wanting.filter(({ id }) => !found.has(id)).length,
  };
}

/** What to say of pages that could not be read; empty when all were. */
export function unreadWarning(unread: number): string {
  return unread === 0
    ? ''
    : ` The pages of ${String(unread)} could not be read: their authors and dates may be missing.`;
}
