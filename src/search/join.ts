import type { Places, Postings } from './engine.ts';

/** What a part of the index says, and how much higher the numbers of its papers are in the whole. */
export interface Shifted<T> {
  readonly list: T;
  readonly by: number;
}

/**
 * Joins the lists that parts have of the same words.
 *
 * @param lists those of one part before those of the next.
 * @returns one list for each word, alphabetically.
 */
export function joinPostings(lists: readonly Shifted<Postings>[]): readonly Postings[] {
  const byWord = new Map<string, Shifted<Postings>[]>();
  for (const each of lists) {
    const known = byWord.get(each.list.word);
    if (known === undefined) byWord.set(each.list.word, [each]);
    else known.push(each);
  }
  return Array.from(byWord, ([word, same]) => ({
    word,
    papers: shifted(same.map(({ list, by }) => ({ list: list.papers, by }))),
    counts: concatenated(
      same.map(({ list }) => list.counts),
      (length) => new Uint16Array(length),
    ),
  })).sort((a, b) => (a.word < b.word ? -1 : 1));
}

/** Joins the places that parts have of one word; nothing when none has it. */
export function joinPlaces(lists: readonly Shifted<Places>[]): Places | undefined {
  if (lists.length === 0) return undefined;
  const starts = [0];
  let end = 0;
  for (const { list } of lists) {
    for (const start of list.starts.subarray(1)) starts.push(end + start);
    end += list.places.length;
  }
  return {
    papers: shifted(lists.map(({ list, by }) => ({ list: list.papers, by }))),
    starts: Uint32Array.from(starts),
    places: concatenated(
      lists.map(({ list }) => list.places),
      (length) => new Uint32Array(length),
    ),
  };
}

function shifted(lists: readonly Shifted<Uint32Array>[]): Uint32Array {
  const joined = concatenated(
    lists.map(({ list }) => list),
    (length) => new Uint32Array(length),
  );
  let at = 0;
  for (const { list, by } of lists) {
    const end = at + list.length;
    for (; at < end; at += 1) joined[at] = (joined[at] ?? 0) + by;
  }
  return joined;
}

function concatenated<T extends Uint16Array | Uint32Array>(
  lists: readonly T[],
  make: (length: number) => T,
): T {
  const joined = make(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    joined.set(list, at);
    at += list.length;
  }
  return joined;
}
