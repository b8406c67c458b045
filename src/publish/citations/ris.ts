import { authorName, authorsOf } from '../author-name.ts';
import { listingLine, type Citation } from './citation.ts';
import { oneLine } from '../one-line.ts';

/**
 * A paper as a reference of RIS, the format of reference managers: two characters, two spaces, a hyphen, a
 * space and the value, lines ending in CR and LF (Research Information Systems, “RIS Format Specifications”;
 * https://en.wikipedia.org/wiki/RIS_(file_format)). `GEN` is its type because nobody says how it was
 * published. What facts do not state is not there. The reader's note is `N1`, and where the paper is listed
 * `C1`: programs would take it for a note, too, or a date of publication.
 */
export function risEntry(citation: Citation): string {
  const { id, title, url, year, venue, arxiv, categories = [], doi, note } = citation;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['TY', 'GEN'],
    ['ID', id],
    ...authorsOf(citation).map((author) => ['AU', familyFirst(author)] as const),
    ['TI', title],
    ['T2', venue],
    ['PY', year === undefined ? undefined : String(year)],
    ['DO', doi],
    ['AN', arxiv === undefined ? undefined : `arXiv:${arxiv}`],
    ...categories.map((category) => ['KW', category] as const),
    ['UR', url],
    ['DB', citation.archive],
    ['C1', listingLine(citation)],
    ['N1', note],
  ];
  return [...lines, ['ER', ''] as const]
    .flatMap(([tag, value]) => (value === undefined ? [] : `${tag}  - ${oneLine(value)}\r\n`))
    .join('');
}

/** The text of an `.ris` file, UTF-8. */
export function risText(citations: readonly Citation[]): string {
  return citations.map(risEntry).join('\r\n');
}

/** A name as RIS wants it, `Family, Given, Suffix`, or whole. */
function familyFirst(author: string): string {
  const name = authorName(author);
  if ('literal' in name) return name.literal;
  const { family, given, suffix } = name;
  return [family, given, suffix].filter((part) => part !== undefined).join(', ');
}
