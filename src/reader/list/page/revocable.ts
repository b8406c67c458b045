import { count } from '../../../publish/count.ts';
import type { Notify } from '../../notice.ts';
import type { SavedPaper } from '../saved-paper.ts';
import type { ReadingList } from '../store.ts';

/** Papers put on a list that can be taken back together, however many times were put. */
export interface Revocable {
  /** Returns how many of the papers the storage did not take. */
  readonly put: (papers: readonly SavedPaper[]) => number;
  /**
   * Puts back what was there before. What the reader has changed since stays as it is.
   *
   * @returns how many papers stay.
   */
  readonly revoke: () => number;
}

/** Begins to put papers on a list. */
export function revocable(list: ReadingList): Revocable {
  const before = new Map<string, SavedPaper | undefined>();
  const written = new Map<string, string | undefined>();
  return {
    put: (papers) => {
      for (const { id } of papers) if (!before.has(id)) before.set(id, list.get(id));
      const missed = list.put(...papers);
      for (const { id } of papers) written.set(id, ownWords(list.get(id)));
      return missed;
    },
    revoke: () => {
      const same = [...before].filter(([id]) => ownWords(list.get(id)) === written.get(id));
      list.put(...same.flatMap(([, paper]) => paper ?? []));
      list.remove(...same.flatMap(([id, paper]) => (paper === undefined ? [id] : [])));
      return before.size - same.length;
    },
  };
}

/** What a notice offers to undo of a change. */
export function undoOf(change: Revocable, notify: Notify): () => void {
  return () => {
    const stay = change.revoke();
    if (stay > 0) notify(`Undone, but for ${count(stay, 'paper')} that you have changed since.`);
  };
}

/** What the reader says of a paper: its title and facts are filled in from its page without being asked. */
function ownWords(paper: SavedPaper | undefined): string | undefined {
  return JSON.stringify(paper && [paper.saved, paper.read, paper.note, paper.changed]);
}
