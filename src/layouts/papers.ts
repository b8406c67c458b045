import type { DateIssue, PaperId } from '../archive/types.ts';
import { type Mark, marksAnywhere, marksOnDate } from '../publish/marks.ts';
import type { PaperText } from '../publish/page-data/paper-data.ts';
import { pagesArchive } from './archive.ts';
import { topicLookup, type TopicLink } from './topics.ts';

/** A paper as lists show it: without what changes with other papers. */
export interface ListedPaper {
  readonly id: PaperId;
  readonly data: PaperText;
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
  const { papers: all } = await pagesArchive();
  const papers = new Map(all.map(({ id, text, data }) => [id, { text, topics: data.topics }]));
  const topicsOf = await topicLookup();
  return ({ date, digests, listings }) => {
    const listed = listings.map(({ id, ...listing }) => {
      const found = papers.get(id);
      if (found === undefined) throw new Error(`Date ${date} lists an unknown paper: ${id}`);
      const { text: data, topics } = found;
      const marks = marksOnDate(data, { date, ...listing }, digests.length);
      const isNew = listing.firstSeen === date;
      return { isNew, paper: { id, data, marks, topics: topicsOf(topics) } };
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
    .map(({ id, text, data }) => ({
      id,
      data: text,
      marks: marksAnywhere(text),
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
