import { count, number } from '../../publish/count.ts';
import type { SearchAnswer } from '../search.ts';
import { textWords } from '../../text/words.ts';

/** How many papers were found, in a sentence: what a screen reader is told. */
export function summaryOf(text: string, { papers, full }: SearchAnswer): string {
  if (text === '') return '';
  if (papers.length === 0) return 'Nothing in this archive answers that.';
  if (full === papers.length) return count(full, 'paper');
  const some = number(papers.length - full);
  if (full === 0) return `${count(papers.length, 'paper')} with some of the words, none with all`;
  return `${count(full, 'paper')} with all the words, ${some} with some`;
}

/** A query with the words that were corrected replaced, as a reader reads it. */
export function correctedText(text: string, corrections: SearchAnswer['corrections']): string {
  const byWord = new Map(corrections.map(({ from, to }) => [from, to]));
  let corrected = '';
  let end = 0;
  for (const { word, start, end: after } of textWords(text)) {
    const replacement = byWord.get(word);
    if (replacement === undefined) continue;
    corrected += text.slice(end, start) + replacement;
    end = after;
  }
  return corrected + text.slice(end);
}
