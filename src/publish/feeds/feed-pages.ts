import type { IsoDate } from '../../digest/types.ts';

/** How many entries the documents of a feed hold. */
export interface FeedSizes {
  /** The one that is subscribed to has the newest dates, until it holds so many: it is asked for again and again. */
  readonly newest: number;
  /** A page of older ones that holds so many is closed: each is a file, whose number hosts limit. */
  readonly page: number;
}
export const FEED_SIZES: FeedSizes = { newest: 100, page: 1000 };

/** What is listed on a date. */
export interface DatedItems<T> {
  readonly date: IsoDate;
  readonly items: readonly T[];
}

/** A document of a feed. */
export interface FeedPart<T> {
  /** A number, or of one that still grows its newest date; absent on the one that is subscribed to. */
  readonly page?: string;
  /** The name of the page with the entries before these. */
  readonly older?: string;
  /** Oldest first. */
  readonly dates: readonly DatedItems<T>[];
}

/**
 * Divides the dates of a feed into documents, as RFC 5005 has it (section 4, archived feeds): pages of whole
 * dates from the oldest on, and the newest dates once more, to subscribe to. A page that is closed does not
 * change when newer dates are added. One that still grows has another name with every date, so that what was once
 * read under a name stays what it is; it is left out where the newest dates are all that it has.
 *
 * @param dates oldest first, none of them empty.
 * @returns the document to subscribe to, then the pages, oldest first; nothing when there are no dates.
 */
export function feedParts<T>(
  dates: readonly DatedItems<T>[],
  sizes: FeedSizes,
): readonly FeedPart<T>[] {
  const parts = divide(dates, sizes.page);
  const last = parts.at(-1);
  const growing = last?.at(-1);
  if (last === undefined || growing === undefined) return [];
  const newest = newestOf(last, sizes.newest);
  const pages = newest.length < last.length ? parts : parts.slice(0, -1);
  const nameOf = (index: number): string =>
    pages[index] === last ? growing.date : String(index + 1);
  const older = (index: number): Pick<FeedPart<T>, 'older'> =>
    index < 0 ? {} : { older: nameOf(index) };
  return [
    { ...older(pages.length - 1), dates: newest },
    ...pages.map((page, index) => ({ page: nameOf(index), ...older(index - 1), dates: page })),
  ];
}

/** Whole dates, from the oldest on, as many together as make a page; the rest is the last part. */
function divide<T>(
  dates: readonly DatedItems<T>[],
  size: number,
): readonly (readonly DatedItems<T>[])[] {
  const parts: DatedItems<T>[][] = [];
  let entries = size;
  for (const date of dates) {
    if (entries >= size) {
      parts.push([]);
      entries = 0;
    }
    parts.at(-1)?.push(date);
    entries += date.items.length;
  }
  return parts;
}

/** The newest dates that have so many entries together. */
function newestOf<T>(dates: readonly DatedItems<T>[], size: number): readonly DatedItems<T>[] {
  let entries = 0;
  const first = dates.findLastIndex(({ items }) => (entries += items.length) >= size);
  return dates.slice(Math.max(0, first));
}
