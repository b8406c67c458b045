import type { SiteUrls } from '../../../publish/site-urls.ts';
import { collected } from '../../soon.ts';
import { paperOnPage, someAtATime } from './paper-pages.ts';
import type { SavedPaper, ShownPaper } from '../saved-paper.ts';
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
  const fill = collected<readonly [id: string, found: ShownPaper]>((all) => {
    const filled = all.flatMap(([id, found]) => {
      const paper = list.get(id);
      return paper === undefined ? [] : { ...paper, ...found };
    });
    list.put(...filled);
  });
  await someAtATime(untitled, async ({ id }) => {
    const found = await paperOnPage(urls, id);
    if (found !== undefined) fill([id, found]);
  });
}
