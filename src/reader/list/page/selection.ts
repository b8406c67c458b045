import { wordsOf } from '../../../text/words.ts';
import type { SavedPaper } from '../saved-paper.ts';

/** What of the list is shown, and in which order. */
export interface Selection {
  /** Words that a title, a note or an author's name begins a word with; each has to be there. */
  readonly words: string;
  readonly order: 'newest' | 'oldest';
  readonly unreadOnly: boolean;
}

/** All of it, in the order that others get it in. */
export const WHOLE_LIST: Selection = { words: '', order: 'newest', unreadOnly: false };

/** The papers of a selection, by the time they were saved; those of one time by their ids. */
export function selectedPapers(
  papers: readonly SavedPaper[],
  { words, order, unreadOnly }: Selection,
): readonly SavedPaper[] {
  const wanted = wordsOf(words);
  const sign = order === 'newest' ? -1 : 1;
  return papers
    .filter((paper) => !(unreadOnly && paper.read !== undefined) && has(paper, wanted))
    .toSorted((a, b) =>
      a.saved === b.saved ? (a.id < b.id ? -1 : 1) : a.saved < b.saved ? -sign : sign,
    );
}

function has({ title, note = '', facts }: SavedPaper, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const words = wordsOf([title, note, ...(facts?.authors ?? [])].join(' '));
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}
