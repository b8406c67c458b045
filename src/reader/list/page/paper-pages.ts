import type { SiteUrls } from '../../../publish/site-urls.ts';
import { shownTitle, type SavedPaper, type ShownPaper } from '../saved-paper.ts';
import { paperAt } from '../shown-papers.ts';

/**
 * What a paper's own page says of it; nothing when the archive has none of that id, or it cannot be read now.
 */
export async function paperOnPage(
  urls: SiteUrls,
  id: SavedPaper['id'],
): Promise<ShownPaper | undefined> {
  try {
    const response = await fetch(urls.paper(id));
    if (!response.ok) return undefined;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const marks = page.querySelector('.marks[data-paper]');
    const paper = marks ? paperAt(marks, urls.home()) : undefined;
    const title = shownTitle(paper?.title ?? '');
    // A site may answer every address with a page of its own.
    return paper?.id === id && title !== '' ? { ...paper, title } : undefined;
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
