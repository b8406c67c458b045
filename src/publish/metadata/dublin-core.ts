import type { SiteUrls } from '../site-urls.ts';
import type { DescribedArchive, DescribedPaper } from './described-paper.ts';
import { namedTags, type MetaTag } from './meta-tag.ts';

/**
 * A paper in terms of Dublin Core (https://www.dublincore.org/specifications/dublin-core/dcq-html/), which need
 * no author. Zotero's translator “Embedded Metadata” makes an item of them: a DOI has to be bare, and without
 * `z:itemType` it would take the paper for a web page, or, with an author, for an article of a journal.
 */
export function dublinCoreTags(
  { id, title, facts }: DescribedPaper,
  { language }: DescribedArchive,
  urls: SiteUrls,
): readonly MetaTag[] {
  const { year, doi, arxiv, venue } = facts;
  return namedTags([
    ['DC.title', title],
    ['DC.type', 'Text'],
    ['DC.language', language],
    ['DC.identifier', urls.absolute(urls.paper(id))],
    ['DC.identifier', doi],
    ['DC.identifier', arxiv === undefined ? undefined : `arXiv:${arxiv}`],
    ['DC.source', venue],
    ['DCTERMS.issued', year === undefined ? undefined : String(year)],
    ['z:itemType', 'document'],
  ]);
}
