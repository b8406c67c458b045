import { oneLine, sourceLine, type Citation } from './citation.ts';
import { latexText } from './latex-text.ts';

/**
 * A paper as an entry of BibTeX, `@misc` because the archive does not know how it was published
 * (Oren Patashnik, “BibTeXing”, 1988; https://ctan.org/pkg/bibtex). Its key is the id. Authors, year, venue,
 * arXiv and DOI are there when facts state them, the reader's note as `annote`.
 */
export function bibtexEntry(citation: Citation): string {
  const { id, title, url, authors = [], year, venue, arxiv, doi, note } = citation;
  const fields: readonly (readonly [string, string])[] = [
    ['author', authors.map(authorText).join(' and ')],
    // The inner braces keep the capitals of the title in every style.
    ['title', `{${latexText(oneLine(title))}}`],
    ['year', year === undefined ? '' : String(year)],
    ['howpublished', latexText(oneLine(venue ?? ''))],
    ['eprint', addressText(arxiv ?? '')],
    ['archiveprefix', arxiv === undefined ? '' : 'arXiv'],
    ['doi', addressText(doi ?? '')],
    ['url', addressText(url)],
    ['note', latexText(oneLine(sourceLine(citation)))],
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

/** BibTeX splits names at “and”, and a name at its commas: one that has more of them is taken whole. */
function authorText(author: string): string {
  const name = oneLine(author);
  const isPlain = !/(?:^|\s)and(?:\s|$)/i.test(name) && name.split(',').length <= 2;
  return isPlain ? latexText(name) : `{${latexText(name)}}`;
}

/** Addresses and ids are read as they are written, so that only what would end the field is encoded. */
function addressText(address: string): string {
  return address.replace(/[\s{}\\]/g, encodeURIComponent);
}
