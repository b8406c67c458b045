import type { CustomRecord } from 'pagefind';

import { firstSeen } from '../archive/merge.ts';
import type { Paper } from '../archive/types.ts';
import { abstractText } from '../publish/excerpt.ts';
import { siteUrls } from '../publish/site-urls.ts';
import { displayTitle } from '../publish/title.ts';

/** Pagefind puts the base of the site before the address itself. */
const urls = siteUrls('/', undefined);

/** What the search index knows of a paper: its title (which Pagefind searches and weighs), its text, its dates and what it links to. */
export function searchRecord(paper: Paper, language: string): CustomRecord {
  const title = displayTitle(paper.title).text;
  const text = abstractText(paper);
  const dates = [...new Set(paper.appearances.map((appearance) => appearance.date))];
  return {
    url: urls.paper(paper.id),
    language,
    // Pagefind leaves out what has no word in its content, whatever its title.
    content: /[\p{L}\p{N}]/u.test(text) ? text : `${title} ${text}`.trim(),
    meta: { title, date: firstSeen(paper) },
    filters: {
      year: [...new Set(dates.map((date) => date.slice(0, 4)))],
      month: [...new Set(dates.map((date) => date.slice(0, 7)))],
      links: [...new Set(paper.links.map((link) => link.kind))],
    },
    sort: { date: dates.at(-1) ?? '', seen: String(paper.appearances.length) },
  };
}
