import { firstSeen } from '../../archive/merge.ts';
import type { Archive } from '../../archive/types.ts';
import type { MachineFile } from '../machine-file.ts';
import type { SiteUrls } from '../site-urls.ts';
import { titleText } from '../title.ts';
import { citationOf } from './citation.ts';
import { CITATION_FORMATS, citationFile } from './formats.ts';

/**
 * The citations of all papers, in the order of their ids, as a file in each format: `papers.bib`,
 * `papers.ris`, `papers.csl.json`, `papers.txt`. Where the address of the site is not known, addresses are
 * paths. Abstracts are not in them: they would be most of each file, and citations made in the browser,
 * which are the same, do not know them.
 */
export function* citationFiles(
  { papers, settings }: Pick<Archive, 'papers' | 'settings'>,
  urls: SiteUrls,
): Generator<MachineFile> {
  const archive = { name: settings.title, urls };
  const citations = papers.map((paper) => {
    const { id, title, facts } = paper;
    return citationOf({ id, title: titleText(title), facts, firstSeen: firstSeen(paper) }, archive);
  });
  for (const format of CITATION_FORMATS)
    yield { name: citationFile(format), contents: format.write(citations) };
}
