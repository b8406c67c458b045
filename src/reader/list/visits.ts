import type { IsoDate } from '../../digest/types.ts';

/** What the browser remembers of visits to the archive. Times are ISO 8601 in UTC. */
export interface Visits {
  /** When the reader was last active. */
  readonly last: string;
  /** The newest date of the archive as a page showed it last; absent until one has. */
  readonly newest?: IsoDate;
  /** The visit before this one: its end, and the newest date that was known then. */
  readonly before?: { readonly last: string; readonly newest: IsoDate };
}

/** Milliseconds without a page after which the next one begins a new visit. */
const GAP = 30 * 60 * 1000;

/**
 * What to remember once a page is open. No date counts as seen that is later than the newest of the page:
 * one would hide all that is new until then.
 *
 * @param now the reader's clock, never the dates of the archive: these may lie years back.
 * @param newest the newest date that the page shows; absent on pages that show none.
 */
export function visited(before: Visits | undefined, now: string, newest?: IsoDate): Visits {
  const known = newest ?? before?.newest;
  const isNewVisit = before !== undefined && Date.parse(now) - Date.parse(before.last) >= GAP;
  const visit =
    isNewVisit && before.newest !== undefined
      ? { last: before.last, newest: before.newest }
      : before?.before;
  return {
    last: now,
    ...(known === undefined ? {} : { newest: known }),
    ...(visit === undefined ? {} : { before: { ...visit, newest: earlier(visit.newest, newest) } }),
  };
}

/** Reads what was stored; nothing when any part of it is not as `visited` makes it. */
export function readVisits(text: string | null): Visits | undefined {
  try {
    const value = JSON.parse(text ?? '') as Partial<Visits> | null;
    if (!isTime(value?.last) || !isAbsentOrDate(value.newest)) return undefined;
    const { last, newest, before } = value;
    const isSound = before === undefined || (isTime(before.last) && isDate(before.newest));
    if (!isSound) return undefined;
    return { last, ...(newest && { newest }), ...(before && { before }) };
  } catch {
    return undefined;
  }
}

function earlier(seen: IsoDate, shown: IsoDate | undefined): IsoDate {
  return shown !== undefined && shown < seen ? shown : seen;
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isDate(value: unknown): value is IsoDate {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
}

function isAbsentOrDate(value: unknown): value is IsoDate | undefined {
  return value === undefined || isDate(value);
}
