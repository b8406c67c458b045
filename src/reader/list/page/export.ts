import { citationOf } from '../../../publish/citations/citation.ts';
import { citationFormat } from '../../../publish/citations/formats.ts';
import { count } from '../../../publish/count.ts';
import { archiveOfPage } from '../../cite/archive-of-page.ts';
import { elementWithId } from '../../dom.ts';
import { download } from '../../download.ts';
import { listJson } from './list-json.ts';
import type { ListPage } from './list-page.ts';
import { unreadWarning, withMissingFacts } from './missing-facts.ts';
import { selectedPapers, WHOLE_LIST } from './selection.ts';

/** Hands out the whole list: `json`, or in a format of citations. */
export async function exportList(
  { list, base, urls, notify }: ListPage,
  key: string,
): Promise<void> {
  const archive = archiveOfPage(elementWithId('list', HTMLElement), base);
  const papers = selectedPapers(list.contents().papers, WHOLE_LIST);
  if (papers.length === 0) {
    notify('The list is empty: there is nothing to export.');
    return;
  }
  const format = citationFormat(key);
  if (format === undefined) {
    download('reading-list.json', 'application/json', listJson(papers, archive));
    notify(`${count(papers.length, 'paper')} exported.`);
    return;
  }
  const { papers: complete, unread } = await withMissingFacts(papers, urls);
  const text = format.write(complete.map((paper) => citationOf(paper, archive)));
  download(`reading-list.${format.ending}`, format.mediaType, text);
  notify(`${count(papers.length, 'paper')} exported.${unreadWarning(unread)}`);
}
