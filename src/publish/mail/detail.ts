import type { MailContents } from './mail-contents.ts';

/** How much of a date its mail holds. */
export interface Detail {
  /** The most characters of an abstract; 0 leaves abstracts out. */
  readonly abstract: number;
  /** The most papers of each kind. */
  readonly papers: number;
}

/** From everything downwards. */
export const details: readonly Detail[] = [
  { abstract: Infinity, papers: Infinity },
  ...[800, 400, 200, 0].map((abstract) => ({ abstract, papers: Infinity })),
  ...[200, 100, 50].map((papers) => ({ abstract: 0, papers })),
];

/** So few that even the longest titles and names fit. */
export const smallestDetail: Detail = { abstract: 0, papers: 10 };

/** What the mail says of how much it leaves out; nothing when it holds everything. */
export function detailNote({ abstract, papers }: Detail): string | undefined {
  if (abstract === Infinity) return undefined;
  const kept =
    abstract > 0
      ? 'abstracts are shortened here. Each title leads to the whole one.'
      : papers === Infinity
        ? 'abstracts are left out here. Each title leads to its abstract.'
        : 'abstracts and most papers are left out here. The page of the date has them all.';
  return `Mail programs cut long mail off, so ${kept}`;
}

/** How many papers a mail leaves out, new and repeated ones together. */
export function papersLeftOut(contents: MailContents, { papers }: Detail): number {
  return [contents.newPapers, contents.repeatedPapers]
    .map((listed) => Math.max(0, listed.length - papers))
    .reduce((sum, left) => sum + left, 0);
}
