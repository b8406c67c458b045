import { CITATION_FORMATS, citationFile, type CitationFormatKey } from '../citations/formats.ts';
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

/** The citations of all papers, by their formats. */
const CITATIONS: Readonly<Record<CitationFormatKey, Pick<DataFile, 'holds' | 'size'>>> = {
  bibtex: {
    holds: 'All papers for LaTeX; the key of an entry is the id of the paper.',
    size: '0.4 kilobytes per paper.',
  },
  ris: {
    holds:
      'The same for reference managers such as EndNote and Mendeley; Zotero would take each paper for a journal article.',
    size: '0.4 kilobytes per paper.',
  },
  'csl-json': {
    holds: 'The same for Zotero, Pandoc and everything that works with citation styles.',
    size: 'Half a kilobyte per paper.',
  },
  text: {
    holds: 'The same for people, a line each.',
    size: 'A quarter of a kilobyte per paper.',
  },
};

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
        size: 'A line of about two kilobytes per paper.',
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
    files: CITATION_FORMATS.map((format) => ({
      name: citationFile(format),
      format: format.name,
      mediaType: format.mediaType,
      ...CITATIONS[format.key],
    })),
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
