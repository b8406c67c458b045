import { withoutAbsent, type SavedPaper, type ShownPaper } from './saved-paper.ts';
import type { ReadingList } from './store.ts';

/** Saves a paper, or takes it off the list when it is on it. One taken off before comes back as it was. */
export function toggleSaved(list: ReadingList, paper: ShownPaper, now: string): void {
  if (list.get(paper.id) === undefined) list.put(list.removed(paper.id) ?? newPaper(paper, now));
  else list.remove(paper.id);
}

/** Marks a paper as read, which saves it, or as unread. */
export function toggleRead(list: ReadingList, paper: ShownPaper, now: string): void {
  const { read, ...rest } = list.get(paper.id) ?? newPaper(paper, now);
  const changed = { ...rest.changed, read: now };
  list.put({ ...rest, ...(read === undefined ? { read: now } : {}), changed });
}

/** A paper that is saved now. */
export function newPaper({ id, title, facts, firstSeen }: ShownPaper, now: string): SavedPaper {
  return { id, title, saved: now, ...withoutAbsent({ facts, firstSeen }) };
}
