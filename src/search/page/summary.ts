import { count, number } from '../../publish/count.ts';
import type { SearchAnswer } from '../search.ts';

/** How many papers were found, in a sentence: what a screen reader is told. */
export function summaryOf(text: string, { papers, full }: SearchAnswer): string {
  if (text === '') return '';
  if (papers.length === 0) return `Nothing in this archive is like “${text}”.`;
  if (full === papers.length) return count(full, 'paper');
  const some = number(papers.length - full);
  if (full === 0) return `${count(papers.length, 'paper')} with some of the words, none with all`;
  return `${count(full, 'paper')} with all the words, ${some} with some`;
}

/** A query with the words that were corrected replaced, as a reader reads it. */
export function correctedText(text: string, corrections: SearchAnswer['corrections']): string {
  return corrections.reduce(
    (rest, { from, to }) =>
      rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${from}(?![\\p{L}\\p{N}])`, 'iu'), () => to),
    text,
  );
}
