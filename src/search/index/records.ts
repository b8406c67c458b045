import type { CustomRecord } from 'pagefind';

import { siteUrls } from '../../publish/site-urls.ts';
import type { Stem } from '../../text/stems.ts';
import { wordsOf } from '../../text/words.ts';
import { otherForms, type Acronyms } from '../../text/acronyms.ts';
import { compoundForms } from './compounds.ts';
import type { SearchDocument } from './documents.ts';

/** Pagefind puts the base of the site before the address itself. */
const urls = siteUrls('/', undefined);

/** The code for “no language” of ISO 639-2: Pagefind indexes the words as they are; the query layer stems. */
const NO_LANGUAGE = 'zxx';

/** A word for Pagefind and for nobody else: `wordsOf` makes none of signs. */
const NO_WORD = '_';

/**
 * A paper as Pagefind indexes it: its words in the form they are searched by, so that a place in the index
 * is the number of a word. The metadata are the fields of `FIELDS`, all of them in every record.
 */
export function searchRecord(
  document: SearchDocument,
  acronyms: Acronyms,
  stem: Stem,
): CustomRecord {
  const { id, title, abstract, authors, names } = document;
  const text = `${title}. ${abstract}`;
  const also = [...compoundForms(text), ...otherForms(text, acronyms, stem)];
  return {
    url: urls.paper(id),
    language: NO_LANGUAGE,
    // Pagefind leaves out what has no word in its content, whatever its title.
    content: searched(abstract) || NO_WORD,
    meta: {
      also: listed(also),
      authors: listed(authors.flatMap(orders)),
      names: listed(names),
      title: searched(title),
    },
  };
}

/** “Curie, Marie” is looked for as “Marie Curie”, too. */
function orders(author: string): readonly string[] {
  const [family = '', given] = author.split(/,\s*/);
  return given === undefined ? [author] : [author, `${given} ${family}`];
}

/** No phrase goes from one name to the next. */
function listed(names: readonly string[]): string {
  return names.map(searched).join(` ${NO_WORD} `);
}

function searched(text: string): string {
  return wordsOf(text).join(' ');
}
