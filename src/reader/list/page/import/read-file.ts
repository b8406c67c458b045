import { newPaper } from '../../changes.ts';
import {
  asPaperId,
  savedPaperIn,
  shownTitle,
  type SavedPaper,
  LONGEST_NOTE,
} from '../../saved-paper.ts';
import { bibtexEntries, type ReferenceEntry } from './bibtex-entries.ts';
import { cslEntries } from './csl-entries.ts';
import { lineEntries } from './line-entries.ts';
import { risEntries } from './ris-entries.ts';

/** A reference whose address has the form of a paper's page. */
export interface FoundReference {
  readonly paper: SavedPaper;
  /** Its address; absent of a list of our own, whose ids are said as such. */
  readonly address?: URL;
}

/** What a file holds. */
export interface ReadFile {
  readonly found: readonly FoundReference[];
  /** What is from elsewhere: its title, else its key or place in the file. */
  readonly foreign: readonly string[];
  /** How many entries of a list cannot be read. */
  readonly unreadable: number;
  /** How many papers are left out because there are too many. */
  readonly left: number;
}

/** What a list exported as JSON says of itself. */
export const LIST_FORMAT = 'offprint-reading-list';

/** A file brings no more papers than that: a browser has room for about ten thousand. */
export const MOST_PAPERS = 5000;

/**
 * Reads a file of papers: a list of our own (JSON), CSL-JSON, RIS, BibTeX or lines that end in an address,
 * recognised by what is in it.
 *
 * @param now when papers count as saved of which the file does not say it.
 * @returns nothing when it is none of these; no more than `MOST_PAPERS` papers.
 */
export function readFile(text: string, now: string): ReadFile | undefined {
  const content = text.replace(/^\ufeff/, '');
  const list = /^\s*\{/.test(content) ? parsed(content) : undefined;
  if (list !== undefined) return readList(list);
  const entries = entriesIn(content);
  if (entries === undefined) return undefined;
  const results = entries.map((entry) => referenceIn(entry, now));
  return {
    ...limited(results.flatMap((result) => result ?? [])),
    foreign: entries.flatMap((entry, index) =>
      results[index] === undefined ? [labelOf(entry, index)] : [],
    ),
    unreadable: 0,
  };
}

function entriesIn(text: string): readonly ReferenceEntry[] | undefined {
  const items = /^\s*\[/.test(text) ? cslEntries(text) : undefined;
  if (items !== undefined) return items;
  if (/^TY {1,2}- *\w*\s*$/m.test(text)) return risEntries(text);
  if (/^[ \t]*@[A-Za-z]+\s*[{(]/m.test(text)) return bibtexEntries(text);
  return lineEntries(text);
}

function readList(value: Readonly<Record<string, unknown>>): ReadFile | undefined {
  if (value['format'] !== LIST_FORMAT || !Array.isArray(value['papers'])) return undefined;
  const papers = (value['papers'] as readonly unknown[]).map(savedPaperIn);
  const found = papers.flatMap((paper) => (paper === undefined ? [] : { paper }));
  return { ...limited(found), foreign: [], unreadable: papers.length - found.length };
}

function limited(found: readonly FoundReference[]): Pick<ReadFile, 'found' | 'left'> {
  return { found: found.slice(0, MOST_PAPERS), left: Math.max(0, found.length - MOST_PAPERS) };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}

/** The paper that a reference leads to, if its address ends like one: `…/papers/<id>/`. */
function referenceIn({ fields }: ReferenceEntry, now: string): FoundReference | undefined {
  const written = /https?:\/\/[^\s{}]+/.exec(
    fields.get('url') ?? fields.get('ur') ?? fields.get('howpublished') ?? '',
  );
  const address = written && URL.canParse(written[0]) ? new URL(written[0]) : undefined;
  const id = asPaperId(/\/papers\/([^/]+)\/?$/.exec(address?.pathname ?? '')?.[1] ?? '');
  if (address === undefined || id === undefined) return undefined;
  const title = titleOf(fields) ?? id;
  const note = (fields.get('annote') ?? fields.get('n1') ?? '').slice(0, LONGEST_NOTE);
  const paper = { ...newPaper({ id, title }, now), ...(note === '' ? {} : { note }) };
  return { paper, address };
}

function titleOf(fields: ReferenceEntry['fields']): string | undefined {
  return ['title', 'ti', 't1']
    .map((name) => shownTitle(fields.get(name) ?? ''))
    .find((title) => title !== '');
}

function labelOf({ fields }: ReferenceEntry, index: number): string {
  const label = titleOf(fields) ?? shownTitle(fields.get('label') ?? '');
  return label === '' ? `entry ${String(index + 1)}` : label;
}
