import type { PaperFacts, PaperId } from '../../archive/types.ts';
import type { IsoDate } from '../../digest/types.ts';
import { visibleText } from '../../text/visible-text.ts';

/** A paper on the reading list. Times are ISO 8601 in UTC, as `toISOString` writes them. */
export interface SavedPaper {
  readonly id: PaperId;
  /** As the page it was saved from shows it; the id itself until somebody has read the title. */
  readonly title: string;
  readonly saved: string;
  /** Since when it has been read; absent of one that is not. */
  readonly read?: string;
  /** What the reader wrote about it. */
  readonly note?: string;
  readonly facts?: PaperFacts;
  /** When the archive first listed it, as far as the page it was saved from says so. */
  readonly firstSeen?: IsoDate;
  /** When the reader last changed what may be absent, so that of two lists the newer change counts. */
  readonly changed?: { readonly read?: string; readonly note?: string };
}

/** A paper as a page shows it: what is needed to save it. */
export type ShownPaper = Pick<SavedPaper, 'id' | 'title' | 'facts' | 'firstSeen'>;

/** The text that the browser stores of a paper. */
export function storedText(paper: SavedPaper): string {
  return JSON.stringify(paper);
}

/**
 * The paper of a stored text, or nothing when any part of it is not as this page would have written it.
 *
 * @param id from the name of the entry, which counts.
 */
export function readStoredText(id: string, text: string): SavedPaper | undefined {
  try {
    return savedPaperIn({ ...(JSON.parse(text) as object), id });
  } catch {
    return undefined;
  }
}

/** The paper that a value from outside is, or nothing; what it and its facts have besides is left out. */
export function savedPaperIn(value: unknown): SavedPaper | undefined {
  if (!isRecord(value)) return undefined;
  const { id, title, saved, read, note, facts, firstSeen, changed = {} } = value;
  const paperId = typeof id === 'string' ? asPaperId(id) : undefined;
  if (paperId === undefined || typeof title !== 'string' || title === '' || !isTime(saved))
    return undefined;
  if (!isAbsentOr(isTime, read) || !isAbsentOr(isNote, note) || !isAbsentOr(isFacts, facts))
    return undefined;
  if (!isAbsentOr(isDate, firstSeen)) return undefined;
  if (!isRecord(changed) || !isAbsentOr(isTime, changed['read'])) return undefined;
  if (!isAbsentOr(isTime, changed['note'])) return undefined;
  const times = withoutAbsent({ read: changed['read'], note: changed['note'] });
  const changes = Object.keys(times).length > 0 ? times : undefined;
  return {
    id: paperId,
    title: shownTitle(title) || paperId,
    saved,
    ...withoutAbsent({
      read,
      note,
      facts: facts && knownFacts(facts),
      firstSeen,
      changed: changes,
    }),
  };
}

/** A text that can be the last part of a paper's address (`src/archive/identity.ts` makes them). */
export function asPaperId(text: string): PaperId | undefined {
  const isId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 91;
  return isId ? (text as PaperId) : undefined;
}

/** An object without its absent values, which may not be written as `undefined`. */
export function withoutAbsent<T extends object>(
  value: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const present = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** A title from outside, as it may be shown: what cannot be seen is left out, and what is too long. */
export function shownTitle(title: string): string {
  return visibleText(title, 1000);
}

/** The longest note, in characters. */
export const LONGEST_NOTE = 20_000;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAbsentOr<T>(is: (value: unknown) => value is T, value: unknown): value is T | undefined {
  return value === undefined || is(value);
}

function isNote(value: unknown): value is string {
  // Two notes may have been put together.
  return typeof value === 'string' && value.length <= 4 * LONGEST_NOTE;
}

function isTime(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

/** Whether a value has the form of a date as pages write it. */
export function isDate(value: unknown): value is IsoDate {
  return (
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
  );
}

/** Whether a value has the form of what notes state of a paper; it may have more than that. */
function isFacts(value: unknown): value is PaperFacts {
  if (!isRecord(value)) return false;
  const { authors = [], year = 0, arxiv = '', doi = '', venue = '', categories = [] } = value;
  return (
    Array.isArray(authors) &&
    Array.isArray(categories) &&
    Number.isSafeInteger(year) &&
    [...(authors as unknown[]), ...(categories as unknown[]), arxiv, doi, venue].every(
      (text) => typeof text === 'string',
    )
  );
}

/** More authors or categories than any paper has. */
const MOST = 5000;

/** Facts without what is not known here: a citation is made of all that they have. */
function knownFacts({ authors, year, arxiv, doi, venue, categories }: PaperFacts): PaperFacts {
  const shown = (text: string | undefined): string | undefined => text && shownTitle(text);
  const all = (texts: readonly string[] | undefined): readonly string[] | undefined =>
    texts?.slice(0, MOST).map(shownTitle);
  return withoutAbsent({
    authors: all(authors),
    year,
    arxiv: shown(arxiv),
    doi: shown(doi),
    venue: shown(venue),
    categories: all(categories),
  });
}
