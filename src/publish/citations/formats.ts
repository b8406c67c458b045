import { bibtexText } from './bibtex.ts';
import type { Citation } from './citation.ts';
import { cslJsonText } from './csl-json.ts';
import { referencesText } from './reference.ts';
import { risText } from './ris.ts';

/** The name of a format in addresses, forms and scripts. */
export type CitationFormatKey = 'bibtex' | 'ris' | 'csl-json' | 'text';

/** A format of citations: how it is called, and how a file of it is made. */
export interface CitationFormat {
  readonly key: CitationFormatKey;
  readonly name: string;
  /** What the names of its files end in, after the full stop. */
  readonly ending: string;
  readonly mediaType: string;
  readonly write: (citations: readonly Citation[]) => string;
}

/** Every format, the one that most ask for first. */
export const CITATION_FORMATS: readonly CitationFormat[] = [
  {
    key: 'bibtex',
    name: 'BibTeX',
    ending: 'bib',
    mediaType: 'application/x-bibtex',
    write: bibtexText,
  },
  {
    key: 'ris',
    name: 'RIS',
    ending: 'ris',
    mediaType: 'application/x-research-info-systems',
    write: risText,
  },
  {
    key: 'csl-json',
    name: 'CSL-JSON',
    ending: 'csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: cslJsonText,
  },
  {
    key: 'text',
    name: 'Plain text',
    ending: 'txt',
    mediaType: 'text/plain',
    write: referencesText,
  },
];

/** The file with the citations of all papers in a format, below the folder of the site. */
export function citationFile({ ending }: CitationFormat): string {
  return `papers.${ending}`;
}

/** The format of a key, or nothing when there is none. */
export function citationFormat(key: string | undefined): CitationFormat | undefined {
  return CITATION_FORMATS.find((format) => format.key === key);
}
