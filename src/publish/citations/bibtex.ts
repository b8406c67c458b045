import { authorName, authorsOf } from '../author-name.ts';
import { listingLine, type Citation } from './citation.ts';
import { oneLine } from '../one-line.ts';
import { latexText } from './latex-text.ts';

/**
 * A paper as an entry of BibTeX, `@misc` because the archive does not know how it was published
 * (Oren Patashnik, “BibTeXing”, 1988; https://ctan.org/pkg/bibtex). Its key is the id. Authors, year, venue,
 * DOI and arXiv (https://info.arxiv.org/help/hypertex/bibstyles/) are there when facts state them, the
 * reader's note as `annote`.
 */
export function bibtexEntry(citation: Citation): string {
  const { id, title, url, year, venue, arxiv, categories, doi, note } = citation;
  const isOnArxiv = arxiv !== undefined;
  const fields: readonly (readonly [string, string])[] = [
    ['author', authorsOf(citation).map(authorText).join(' and ')],
    // The inner braces keep the capitals of the title in every style.
    ['title', `{${latexText(oneLine(title))}}`],
    ['year', year === undefined ? '' : String(year)],
    ['howpublished', latexText(oneLine(venue ?? ''))],
    ['eprint', addressText(arxiv ?? '')],
    ['archivePrefix', isOnArxiv ? 'arXiv' : ''],
    ['primaryClass', isOnArxiv ? latexText(oneLine(categories?.[0] ?? '')) : ''],
    ['doi', addressText(doi ?? '')],
    ['url', addressText(url)],
    ['note', latexText(oneLine(listingLine(citation) ?? ''))],
    ['annote', latexText(oneLine(note ?? ''))],
  ];
  const lines = fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@misc{${id},\n${lines.join('')}}\n`;
}

/** The text of a `.bib` file, UTF-8. */
export function bibtexText(citations: readonly Citation[]): string {
  return citations.map(bibtexEntry).join('\n');
}

/** BibTeX splits names at “and”, and a name at its commas: one that is not to be divided is in braces. */
function authorText(author: string): string {
  const name = authorName(author);
  if ('literal' in name) return `{${latexText(name.literal)}}`;
  const { family, given, suffix } = name;
  return latexText(suffix === undefined ? oneLine(author) : `${family}, ${suffix}, ${given}`);
}

/** Addresses and ids are read as they are written, so that only what would end the field is encoded. */
function addressText(address: string): string {
  return address.replace(/[\s{}\\]/g, encodeURIComponent);
}
