import { bibtexText } from '../../../publish/citations/bibtex.ts';
import { risText } from '../../../publish/citations/ris.ts';
import { count } from '../../../publish/count.ts';
import { elementWithId } from '../../dom.ts';
import { citationOf, listJson, type ListedArchive } from './citations.ts';
import type { ListPage } from './list-page.ts';
import { paperOnPage, someAtATime } from './paper-pages.ts';
import type { SavedPaper } from '../saved-paper.ts';
import { selectedPapers, WHOLE_LIST } from './selection.ts';
import { download } from './take-along.ts';

/** Hands out the whole list in a format: `json`, `bib` or `ris`. */
export async function exportList(page: ListPage, format: string): Promise<void> {
  const { list, urls, notify } = page;
  const { archive = '', site = location.origin } = elementWithId('list', HTMLElement).dataset;
  const described: ListedArchive = {
    name: archive,
    addressOf: (id) => new URL(urls.paper(id), site).href,
  };
  const papers = selectedPapers(list.contents().papers, WHOLE_LIST);
  if (format === 'json') {
    download('reading-list.json', 'application/json', listJson(papers, described));
  } else {
    const complete = await withFacts(page, papers);
    const citations = complete.map((paper) => citationOf(paper, described));
    if (format === 'bib')
      download('reading-list.bib', 'application/x-bibtex', bibtexText(citations));
    else download('reading-list.ris', 'application/x-research-info-systems', risText(citations));
  }
  notify(`${count(papers.length, 'paper')} exported.`);
}

/** Papers with what their pages state: those saved from a list came without it. */
async function withFacts(
  { urls }: ListPage,
  papers: readonly SavedPaper[],
): Promise<readonly SavedPaper[]> {
  const found = new Map<string, SavedPaper>();
  await someAtATime(
    papers.filter(({ facts }) => facts === undefined),
    async (paper) => {
      const { facts, title } = (await paperOnPage(urls, paper.id)) ?? {};
      if (facts !== undefined && title !== undefined)
        found.set(paper.id, { ...paper, title, facts });
    },
  );
  return papers.map((paper) => found.get(paper.id) ?? paper);
}
