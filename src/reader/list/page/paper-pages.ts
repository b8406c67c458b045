import type { PaperFacts } from '../../../archive/types.ts';
import type { SiteUrls } from '../../../publish/site-urls.ts';
import { shownTitle, type SavedPaper } from '../saved-paper.ts';
import { factsOf } from '../shown-papers.ts';

/** What a paper's own page says of it. */
export interface PaperOnPage {
  readonly title: string;
  /** Empty when no note states any. */
  readonly facts: PaperFacts;
}

/**
 * Reads the page of a paper; nothing when the archive has none of that id, or it cannot be read now.
 */
export async function paperOnPage(
  urls: SiteUrls,
  id: SavedPaper['id'],
): Promise<PaperOnPage | undefined> {
  try {
    const response = await fetch(urls.paper(id));
    if (!response.ok) return undefined;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const heading = page.querySelector('article h1')?.textContent ?? '';
    const title = shownTitle(heading.replace(/\s+/g, ' ').trim());
    const marks = page.querySelector<HTMLElement>('.marks[data-paper]');
    // A site may answer every address with a page of its own.
    if (marks?.dataset['paper'] !== id || title === '') return undefined;
    return { title, facts: factsOf(marks) ?? {} };
  } catch {
    return undefined;
  }
}

/** Does something for each of many, some at a time, in order of their start. */
export async function someAtATime<T>(
  all: readonly T[],
  act: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = all.values();
  const work = async (): Promise<void> => {
    for (const one of waiting) await act(one);
  };
  await Promise.all(Array.from({ length: 6 }, work));
}
