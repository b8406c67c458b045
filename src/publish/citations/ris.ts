import { oneLine, type Citation } from './citation.ts';

/**
 * A paper as a reference of RIS, the format of reference managers: two characters, two spaces, a hyphen, a
 * space and the value, lines ending in CR and LF (Research Information Systems, “RIS Format Specifications”;
 * https://en.wikipedia.org/wiki/RIS_(file_format)). `GEN` is its type when nobody says how a paper was
 * published. What facts do not state is not there; the reader's note is `N1`.
 */
export function risEntry(citation: Citation): string {
  const { id, title, url, authors = [], year, venue, arxiv, doi, note, archive } = citation;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['TY', 'GEN'],
    ['ID', id],
    ...authors.map((author) => ['AU', familyFirst(author)] as const),
    ['TI', title],
    ['T2', venue],
    ['PY', year === undefined ? undefined : String(year)],
    ['DO', doi],
    ['AN', arxiv === undefined ? undefined : `arXiv:${arxiv}`],
    ['UR', url],
    ['DB', archive],
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

/**
 * A name as RIS wants it, family name first, split by the rule of BibTeX: the family name starts at the first
 * word in small letters, else it is the last word.
 */
function familyFirst(author: string): string {
  const name = oneLine(author);
  const words = name.split(' ');
  if (name.includes(',') || words.length === 1) return name;
  const particle = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
  const start = particle === -1 ? words.length - 1 : particle;
  return `${words.slice(start).join(' ')}, ${words.slice(0, start).join(' ')}`;
}
