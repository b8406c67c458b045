import { readStoredText, storedText, type SavedPaper } from './saved-paper.ts';

/** Why the browser keeps a change for this visit only: no room left, or no storage at all. */
export type Trouble = 'full' | 'closed';

/** An entry of the storage that is no paper this page can read. */
export interface UnreadableEntry {
  readonly key: string;
  readonly text: string;
}

/** The reading list of one archive in one browser. No method throws: what cannot be stored is remembered. */
export interface ReadingList {
  readonly get: (id: string) => SavedPaper | undefined;
  /** Every paper that can be read, in no order, and every entry that cannot. */
  readonly contents: () => {
    readonly papers: readonly SavedPaper[];
    readonly unreadable: readonly UnreadableEntry[];
  };
  /** Returns how many of the papers the storage did not take. */
  readonly put: (...papers: readonly SavedPaper[]) => number;
  readonly remove: (...ids: readonly string[]) => void;
  /** What `remove` took off last under an id: in this visit, or with a note, whenever that was. */
  readonly removed: (id: string) => SavedPaper | undefined;
  /** What was wrong when something could last not be stored. */
  readonly trouble: () => Trouble | undefined;
  readonly onChange: (listener: () => void) => void;
  /** Tells the listeners that another tab changed entries, by their keys; `null` for all of them. */
  readonly changedElsewhere: (...keys: readonly (string | null)[]) => void;
}

/**
 * Opens a list: an entry of the storage for each paper, so that neither a damaged one nor another tab costs
 * the rest.
 *
 * @param base the folder the site lives in: two archives on one host have a list each.
 * @param storage may throw: browsers close it in private windows.
 */
export function readingList(base: string, storage: () => Storage): ReadingList {
  const prefix = `offprint-list:${base}:`;
  const removedPrefix = `offprint-removed:${base}:`;
  /** What storage did not take, and `null` for what it did not give up. */
  const visit = new Map<string, string | null>();
  const removed = new Map<string, SavedPaper>();
  const listeners = new Set<() => void>();
  let trouble: Trouble | undefined;

  const textAt = (key: string): string | null => {
    const own = visit.get(key);
    if (own !== undefined) return own;
    try {
      return storage().getItem(key);
    } catch {
      trouble ??= 'closed';
      return null;
    }
  };
  /** @throws what storage throws, and then nothing has changed. */
  const keepUnreadable = (key: string): void => {
    const id = key.slice(prefix.length);
    const text = key.startsWith(prefix) ? storage().getItem(key) : null;
    if (text === null || readStoredText(id, text) !== undefined) return;
    // It may hold a note: it moves aside, and no paper has a colon in its id.
    const place = `${prefix}unreadable:${id}`;
    let free = place;
    for (let copy = 2; storage().getItem(free) !== null; copy += 1) {
      if (storage().getItem(free) === text) return;
      free = `${place}:${String(copy)}`;
    }
    storage().setItem(free, text);
  };
  const write = (key: string, text: string | null): void => {
    try {
      keepUnreadable(key);
      if (text === null) storage().removeItem(key);
      else storage().setItem(key, text);
      visit.delete(key);
      if (visit.size === 0) trouble = undefined;
    } catch (error) {
      visit.set(key, text);
      const name = error instanceof Error || error instanceof DOMException ? error.name : '';
      trouble = name === 'QuotaExceededError' ? 'full' : 'closed';
    }
  };
  const keys = (): readonly string[] => {
    try {
      return [...new Set([...Object.keys(storage()), ...visit.keys()])].filter((key) =>
        key.startsWith(prefix),
      );
    } catch {
      trouble ??= 'closed';
      return [...visit.keys()];
    }
  };
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const get = (id: string): SavedPaper | undefined => {
    const text = textAt(prefix + id);
    return text === null ? undefined : readStoredText(id, text);
  };

  return {
    get,
    contents: () => {
      const papers: SavedPaper[] = [];
      const unreadable: UnreadableEntry[] = [];
      for (const key of keys()) {
        const text = textAt(key);
        if (text === null) continue;
        const paper = readStoredText(key.slice(prefix.length), text);
        if (paper === undefined) unreadable.push({ key, text });
        else papers.push(paper);
      }
      return { papers, unreadable };
    },
    put: (...papers) => {
      for (const paper of papers) {
        write(prefix + paper.id, storedText(paper));
        removed.delete(paper.id);
        if (textAt(removedPrefix + paper.id) !== null) write(removedPrefix + paper.id, null);
      }
      tell();
      return papers.filter(({ id }) => visit.has(prefix + id)).length;
    },
    remove: (...ids) => {
      for (const id of ids) {
        const paper = get(id);
        if (paper === undefined) continue;
        removed.set(id, paper);
        // Words are not lost by one key: they come back with the paper.
        if (paper.note !== undefined) write(removedPrefix + id, storedText(paper));
        write(prefix + id, null);
      }
      tell();
    },
    removed: (id) => {
      const text = textAt(removedPrefix + id);
      return removed.get(id) ?? (text === null ? undefined : readStoredText(id, text));
    },
    trouble: () => trouble,
    onChange: (listener) => {
      listeners.add(listener);
    },
    changedElsewhere: (...keys) => {
      if (keys.some((key) => key === null || key.startsWith(prefix))) tell();
    },
  };
}
