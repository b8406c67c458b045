import type { CustomRecord } from 'pagefind';

import { siteUrls } from '../../publish/site-urls.ts';
import type { Stem } from '../stems.ts';
import { wordsOf } from '../words.ts';
import { otherForms, type Acronyms } from './acronyms.ts';
import { compoundForms } from './compounds.ts';
import type { SearchDocument } from './documents.ts';

/** Pagefind puts the base of the site before the address itself. */
const urls = siteUrls('/', undefined);

/** The code for “no language” of ISO 639-2: Pagefind indexes the words as they are; the query layer stems. */
const NO_LANGUAGE = 'zxx';

/** Stands for an empty abstract: Pagefind leaves out what has no word in its content, whatever its title. */
const NO_ABSTRACT = 'noabstract';

/**
 * A paper as Pagefind indexes it: its words in the form they are searched by, so that a place in the index
 * is the number of a word. The metadata are the fields of `FIELDS`, all of them in every record.
 */
export function searchRecord(
  document: SearchDocument,
  acronyms: Acronyms,
  stem: Stem,
): CustomRecord {
  const { id, title, abstract, authors, names, dates, links } = document;
  const text = `${title}. ${abstract}`;
  const also = [...names, ...compoundForms(text), ...otherForms(text, acronyms, stem)];
  return {
    url: urls.paper(id),
    language: NO_LANGUAGE,
    content: searched(abstract) || NO_ABSTRACT,
    meta: {
      also: searched(also.join(' ')),
      authors: searched(authors.join(' ')),
      title: searched(title),
    },
    filters: {
      year: [...new Set(dates.map((date) => date.slice(0, 4)))],
      month: [...new Set(dates.map((date) => date.slice(0, 7)))],
      links: [...links],
    },
  };
}

function searched(text: string): string {
  return wordsOf(text).join(' ');
}
