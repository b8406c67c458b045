import type { PaperFacts } from '../../archive/types.ts';
import { count } from '../count.ts';
import { longDate, weekday } from '../dates.ts';
import { excerpt } from '../excerpt.ts';
import { shortAuthorLine } from '../facts.ts';
import type { MailContents } from './mail-contents.ts';

/** The longest title of an archive in a subject: lists of mail show little more. */
const LONGEST_TITLE = 100;

/** `Trending Papers, 11 March 2025: 12 new papers`. */
export function subjectOf(contents: MailContents): string {
  const title = excerpt(contents.archiveTitle, LONGEST_TITLE);
  return `${title}, ${longDate(contents.date)}: ${countsOf(contents)}`;
}

/** The day with its weekday, and how many papers there are. */
export function introductionOf(contents: MailContents): string {
  return `${weekday(contents.date)}, ${longDate(contents.date)}: ${countsOf(contents)}.`;
}

function countsOf({ newPapers, repeatedPapers }: MailContents): string {
  const parts = [
    ...(newPapers.length > 0 ? [count(newPapers.length, 'new paper')] : []),
    ...(repeatedPapers.length > 0 ? [`${count(repeatedPapers.length, 'paper')} seen before`] : []),
  ];
  return parts.length === 0 ? 'no new papers' : parts.join(', ');
}

/** The longest line of authors: a name may be that of a group, of any length. */
const LONGEST_AUTHORS = 300;

/** The first authors of a paper, whose page has all; empty when nobody names any. */
export function authorsOf(facts: PaperFacts): string {
  return excerpt(shortAuthorLine(facts), LONGEST_AUTHORS);
}

/** Headings and words of links, the same in both parts of a mail. */
export const words = {
  newPapers: 'New',
  repeatedPapers: 'Seen before',
  onTheSite: 'On the site',
  more: (left: number): string => `${count(left, 'more paper')} on the page of the date`,
  firstSeen: 'first on',
  unsubscribe: 'Unsubscribe',
  subscribe: 'Subscribe',
} as const;
