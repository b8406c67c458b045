import { getCollection, type CollectionEntry } from 'astro:content';

import type { PaperId } from '../archive/types.ts';
import type { IsoDate } from '../digest/types.ts';
import type { PaperData } from '../loaders/schemas.ts';

/** A paper as one date lists it. */
export interface PaperOnDate {
  readonly id: PaperId;
  readonly data: PaperData;
  readonly listing: {
    readonly date: IsoDate;
    readonly firstSeen: IsoDate;
    readonly digests: number;
  };
}

/** Every date, newest first. */
export async function newestDates(): Promise<CollectionEntry<'dates'>[]> {
  const dates = await getCollection('dates');
  return dates.sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Looks up the papers of dates; made once and asked for each date. */
export async function paperLookup(): Promise<
  (date: CollectionEntry<'dates'>) => readonly PaperOnDate[]
> {
  const papers = new Map((await getCollection('papers')).map((paper) => [paper.id, paper.data]));
  return ({ data: { date, listings } }) =>
    listings.map(({ id, firstSeen, digests }) => {
      const data = papers.get(id);
      if (data === undefined) throw new Error(`Date ${date} lists an unknown paper: ${id}`);
      return { id, data, listing: { date, firstSeen, digests } };
    });
}
