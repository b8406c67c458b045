import type { DateIssue, PaperId } from '../archive/types.ts';
import { type Mark, marksAnywhere, marksOnDate } from '../publish/marks.ts';
import type { PaperData } from '../publish/page-data/paper-data.ts';
import { pagesArchive } from './archive.ts';
import { topicLookup, type TopicLink } from './topics.ts';

/** A paper as lists show it. */
export interface ListedPaper {
  readonly id: PaperId;
  readonly data: PaperData;
  readonly marks: readonly Mark[];
  readonly topics: readonly TopicLink[];
}

/** The papers of a date, and how many of them were new on it. */
export interface PapersOfDate {
  readonly papers: readonly ListedPaper[];
  readonly added: readonly ListedPaper[];
}

/** Looks up the papers of dates; made once and asked for each date. */
export async function paperLookup(): Promise<(date: DateIssue) => PapersOfDate> {
  const papers = new Map((await pagesArchive()).papers.map(({ id, data }) => [id, data]));
  const topicsOf = await topicLookup();
  return ({ date, digests, listings }) => {
    const listed = listings.map(({ id, ...listing }) => {
      const data = papers.get(id);
      if (data === undefined) throw new Error(`Date ${date} lists an unknown paper: ${id}`);
      const marks = marksOnDate(data, { date, ...listing }, digests.length);
      const isNew = listing.firstSeen === date;
      return { isNew, paper: { id, data, marks, topics: topicsOf(data.topics) } };
    });
    return {
      papers: listed.map(({ paper }) => paper),
      added: listed.filter(({ isNew }) => isNew).map(({ paper }) => paper),
    };
  };
}

/** Every paper, newest first by the date it was first seen, as a list of different dates shows it. */
export async function newestPapers(): Promise<readonly ListedPaper[]> {
  const topicsOf = await topicLookup();
  const { papers } = await pagesArchive();
  return papers
    .map(({ id, data }) => ({
      id,
      data,
      marks: marksAnywhere(data),
      topics: topicsOf(data.topics),
    }))
    .sort((a, b) => compare(firstDate(b), firstDate(a)) || compare(a.id, b.id));
}

function firstDate({ data }: ListedPaper): string {
  return data.appearances[0]?.date ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
