import { givenFirst } from '../author-name.ts';
import type { SiteUrls } from '../site-urls.ts';
import type { DescribedArchive, DescribedPaper } from './described-paper.ts';
import { namedTags, type MetaTag } from './meta-tag.ts';

/**
 * A paper in the tags of Highwire Press, which Google Scholar and reference managers read
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing). Scholar takes a page without an author
 * for one without tags, so there are none then. Nor is there ever a `citation_pdf_url`, because the paper is
 * not ours, or a title of a journal or a conference, because a venue does not say which of them it is.
 */
export function highwireTags(
  { id, title, facts }: DescribedPaper,
  { language }: DescribedArchive,
  urls: SiteUrls,
): readonly MetaTag[] {
  const { authors = [], year, doi, arxiv } = facts;
  if (authors.length === 0) return [];
  return namedTags([
    ['citation_title', title],
    ...authors.map((author) => ['citation_author', scholarName(author)] as const),
    ['citation_publication_date', year === undefined ? undefined : String(year)],
    ['citation_doi', doi],
    ['citation_arxiv_id', arxiv],
    ['citation_language', language],
    ['citation_abstract_html_url', urls.absolute(urls.paper(id))],
  ]);
}

/** Zotero takes a comma with several words on either side for one between two authors. */
function scholarName(author: string): string {
  const [before = '', after = ''] = author.split(',', 2);
  const isOfSeveralWords = (part: string): boolean => /\s/.test(part.trim());
  return isOfSeveralWords(before) && isOfSeveralWords(after) ? givenFirst(author) : author;
}
