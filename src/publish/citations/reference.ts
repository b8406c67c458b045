import { authorLine } from '../facts.ts';
import { authorsOf } from '../author-name.ts';
import { listingLine, type Citation } from './citation.ts';
import { oneLine } from '../one-line.ts';

/**
 * A paper as a reference that people read, one line of plain text: authors and year where facts state them,
 * the title, where it was published, where it is listed, and at the end its permanent address.
 */
export function referenceLine(citation: Citation): string {
  const { title, url, year, venue, arxiv } = citation;
  const authors = authorLine({ authors: authorsOf(citation) });
  const dated = year === undefined ? '' : `(${String(year)})`;
  return [
    sentence([authors, dated].filter((part) => part !== '').join(' ')),
    sentence(title),
    sentence(venue ?? ''),
    sentence(arxiv === undefined ? '' : `arXiv:${arxiv}`),
    sentence(listingLine(citation) ?? ''),
    oneLine(url),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** References, one on each line. */
export function referencesText(citations: readonly Citation[]): string {
  return citations.map((citation) => `${referenceLine(citation)}\n`).join('');
}

/** A text on one line, with a full stop unless it ends like a sentence. */
function sentence(text: string): string {
  const line = oneLine(text);
  return line === '' || /[.!?…。！？]["'”’»)\]]?$/u.test(line) ? line : `${line}.`;
}
