import type { ReadingList } from '../store.ts';

/** Writes the note of a paper that is on the list; an empty one is none. */
export function writeNote(list: ReadingList, id: string, text: string, now: string): void {
  const paper = list.get(id);
  if (paper === undefined) return;
  const { note = '', ...rest } = paper;
  if (text.trim() === note) return;
  const changed = { ...rest.changed, note: now };
  list.put({ ...rest, ...(text.trim() === '' ? {} : { note: text.trim() }), changed });
}
