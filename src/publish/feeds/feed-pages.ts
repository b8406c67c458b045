import type { IsoDate } from '../../digest/types.ts';

/**
 * Entries from which on a page of older ones is closed. Each page is a file in each format, and hosts
 * limit the number of files; readers ask for the rest, which is never much larger, again and again.
 */
export const PAGE_ENTRIES = 1000;

/** What is listed on a date. */
export interface DatedItems<T> {
  readonly date: IsoDate;
  readonly items: readonly T[];
}

/** A part of a feed, its dates oldest first. */
export type FeedPage<T> = readonly DatedItems<T>[];

/**
 * Divides the dates of a feed into pages, as RFC 5005 has it (section 4, archived feeds): from the oldest
 * on, whole dates until a page holds enough. A closed page does not change when dates are added after it;
 * the newest date is never in one.
 *
 * @param dates oldest first, none of them empty.
 * @param size entries from which on a page is closed.
 */
export function feedPages<T>(
  dates: readonly DatedItems<T>[],
  size: number,
): { closed: readonly FeedPage<T>[]; open: FeedPage<T> } {
  const closed: FeedPage<T>[] = [];
  let page: DatedItems<T>[] = [];
  let entries = 0;
  for (const date of dates) {
    if (entries >= size) {
      closed.push(page);
      page = [];
      entries = 0;
    }
    page.push(date);
    entries += date.items.length;
  }
  return { closed, open: page };
}
