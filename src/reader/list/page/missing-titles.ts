import type { SiteUrls } from '../../../publish/site-urls.ts';
import { paperOnPage, someAtATime } from './paper-pages.ts';
import type { SavedPaper } from '../saved-paper.ts';
import type { ReadingList } from '../store.ts';

/** Papers whose pages have been asked for in this visit: a page that is not there is asked for once. */
const asked = new Set<string>();

/** Reads the titles of saved papers that came without one, from their pages. */
export async function fillTitles(
  list: ReadingList,
  papers: readonly SavedPaper[],
  urls: SiteUrls,
): Promise<void> {
  const untitled = papers.filter(({ id, title }) => title === id && !asked.has(id));
  for (const { id } of untitled) asked.add(id);
  await someAtATime(untitled, async ({ id }) => {
    const found = await paperOnPage(urls.paper(id));
    const paper = list.get(id);
    if (found === undefined || paper === undefined) return;
    list.put({ ...paper, title: found.title.slice(0, 1000), facts: found.facts });
  });
}
