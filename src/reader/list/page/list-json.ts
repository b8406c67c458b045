import type { CitedArchive } from '../../../publish/citations/citation.ts';
import type { SavedPaper } from '../saved-paper.ts';
import { LIST_FORMAT } from './import/read-file.ts';

/** A list as JSON: all that the browser keeps of it, in the order given. */
export function listJson(papers: readonly SavedPaper[], { name, urls }: CitedArchive): string {
  const described = papers.map((paper) => ({ ...paper, url: urls.whole(urls.paper(paper.id)) }));
  return `${JSON.stringify({ format: LIST_FORMAT, version: 1, archive: name, papers: described }, null, 2)}\n`;
}
