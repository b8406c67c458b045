import type { SavedPaper } from '../saved-paper.ts';
import type { ReadingList } from '../store.ts';
import { mergedNote } from './merge.ts';

/** What a reader makes of a note. */
export interface NoteEdit {
  readonly text: string;
  /** The stored note that the reader began with. */
  readonly from: string;
}

/**
 * Writes the note of a paper; an empty one is none. When another tab has written a different one meanwhile,
 * both stay. A paper that was taken off meanwhile is put back, for words would be lost with it.
 *
 * @param paper as it was when its note was shown.
 * @returns the note as it is now, and whether it is made of two.
 */
export function writeNote(
  list: ReadingList,
  paper: SavedPaper,
  { text, from }: NoteEdit,
  now: string,
): { readonly note: string; readonly isMerged: boolean } {
  const written = text.trim();
  const there = list.get(paper.id);
  const { note: before = '', ...rest } = there ?? list.removed(paper.id) ?? paper;
  if (there !== undefined && written === before) return { note: before, isMerged: false };
  const changed = { ...rest.changed, note: now };
  const isMerged = before !== from && before !== written;
  const note = isMerged
    ? (mergedNote({ ...rest, note: written, changed }, { ...rest, note: before }) ?? '')
    : written;
  list.put({ ...rest, ...(note === '' ? {} : { note }), changed });
  return { note, isMerged };
}
