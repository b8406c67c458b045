import type { SchemaFile } from './schemas.ts';

/** A file of the archive, or one for each date, as readers of the site are told of it. */
export interface DataFile {
  /** Below the address of the archive. */
  readonly name: string;
  readonly format: string;
  readonly mediaType: string;
  readonly holds: string;
  readonly size: string;
  /** What describes its fields. */
  readonly schema?: SchemaFile;
}

/** Files that have something in common. */
export interface DataFiles {
  readonly title: string;
  readonly files: readonly DataFile[];
}

/** The file of checksums, `sha256sum -c` reads it. */
export const CHECKSUMS = 'SHA256SUMS';

/** Stands in the name of a file that every date has. */
export const ANY_DATE = '<date>';

/** The files that the site offers as data; its page, `llms.txt` and the documentation list them from here. */
export const DATA_FILES: readonly DataFiles[] = [
  {
    title: 'Everything',
    files: [
      {
        name: 'papers.jsonl',
        format: 'JSON Lines',
        mediaType: 'application/jsonl',
        holds:
          'Every paper with all that the archive knows of it: title, abstract, dates, links, topics, related papers. For scripts, indexes and language models.',
        size: 'A line of two to three kilobytes per paper.',
        schema: 'schemas/paper.schema.json',
      },
      {
        name: 'archive.json',
        format: 'JSON',
        mediaType: 'application/json',
        holds:
          'What there is, without the abstracts: papers, dates, digests, counts, what has moved, and what is wrong with the content. For whoever watches the archive.',
        size: 'Half a kilobyte per paper.',
        schema: 'schemas/archive.schema.json',
      },
    ],
  },
  {
    title: 'Citations',
    files: [
      {
        name: 'papers.bib',
        format: 'BibTeX',
        mediaType: 'application/x-bibtex',
        holds: 'All papers for LaTeX; the key of an entry is the id of the paper.',
        size: 'A third of a kilobyte per paper.',
      },
      {
        name: 'papers.ris',
        format: 'RIS',
        mediaType: 'application/x-research-info-systems',
        holds: 'The same for reference managers such as Zotero, EndNote and Mendeley.',
        size: 'A third of a kilobyte per paper.',
      },
      {
        name: 'papers.csl.json',
        format: 'CSL-JSON',
        mediaType: 'application/vnd.citationstyles.csl+json',
        holds: 'The same for Pandoc and everything that works with citation styles.',
        size: 'A third of a kilobyte per paper.',
      },
      {
        name: 'papers.txt',
        format: 'Text',
        mediaType: 'text/plain',
        holds: 'The same for people, a line each.',
        size: 'A quarter of a kilobyte per paper.',
      },
    ],
  },
  {
    title: 'By date',
    files: [
      {
        name: `dates/${ANY_DATE}.md`,
        format: 'Markdown',
        mediaType: 'text/markdown',
        holds:
          'The papers of a date with their links, their authors where those are stated, and their whole abstracts. For reading elsewhere, and for language models.',
        size: 'One to two kilobytes per paper.',
      },
      {
        name: 'llms.txt',
        format: 'Markdown',
        mediaType: 'text/markdown',
        holds: 'What the archive is and where its files are, for language models (llmstxt.org).',
        size: 'A few kilobytes.',
      },
    ],
  },
  {
    title: 'Checking',
    files: [
      {
        name: 'permalinks.txt',
        format: 'Text',
        mediaType: 'text/plain',
        holds: 'Every permanent address, one on each line. For checking that links still answer.',
        size: 'A hundred bytes per paper.',
      },
      {
        name: 'schemas/paper.schema.json',
        format: 'JSON Schema',
        mediaType: 'application/schema+json',
        holds: 'The fields of a line of papers.jsonl.',
        size: 'A few kilobytes.',
      },
      {
        name: 'schemas/archive.schema.json',
        format: 'JSON Schema',
        mediaType: 'application/schema+json',
        holds: 'The fields of archive.json.',
        size: 'A few kilobytes.',
      },
      {
        name: CHECKSUMS,
        format: 'Text',
        mediaType: 'text/plain',
        holds:
          'The SHA-256 checksum of every file that is made for programs; pages and what they load are not in it.',
        size: 'A hundred bytes per file.',
      },
    ],
  },
];

/** What holds for all of them. */
export const DATA_RULES: readonly (readonly [title: string, text: string])[] = [
  [
    'Text',
    'All files are UTF-8. What is called text is plain: no markup, no control characters, formulas in the signs of Unicode as far as these go. In Markdown, formulas are TeX between dollar signs, and signs that Markdown would read have a backslash before them.',
  ],
  [
    'Facts',
    'Authors, year, venue, DOI, arXiv id and categories are there only where a digest or a maintainer states them. Nothing is guessed.',
  ],
  [
    'Versions',
    'The JSON formats say what they are in the fields “format” and “version”. Within a version fields may be added, so pass over those you do not know; none is removed, and none changes its meaning. What has to change in other ways gets a new number and a new file, and the old one stays.',
  ],
  [
    'Permanence',
    'The addresses of these files stay as they are. A paper keeps its id for good. A date that has moved or is withdrawn keeps its Markdown file, which says so; papers of which the same is true are listed in archive.json.',
  ],
  [
    'Order',
    'Papers come in order of their ids, dates oldest first, the papers of a date as its digests list them. The same content gives the same bytes.',
  ],
  [
    'Tables',
    'There is no CSV: a spreadsheet takes a title that starts with “=” for a formula. If you make a table of the JSON, import its columns as text.',
  ],
];
