import { problem } from '../digest/problems.ts';
import type { Digest, Entry, Problem } from '../digest/types.ts';
import { paperId, titleKey } from './identity.ts';
import type { Appearance, PaperId } from './types.ts';

/** An entry with the place it came from. */
export interface PlacedEntry {
  readonly entry: Entry;
  readonly appearance: Appearance;
}

/** The entries of one paper, in order of their appearance; not empty. */
export type Group = readonly PlacedEntry[];

/**
 * Gathers the entries of all digests whose titles name the same paper. The outcome does not depend on the
 * order of `digests`. Where two different titles get one id, the one whose key sorts later is left out and
 * reported.
 */
export function groupEntries(digests: readonly Digest[]): {
  groups: ReadonlyMap<PaperId, Group>;
  problems: readonly Problem[];
} {
  const byKey = new Map<string, PlacedEntry[]>();
  for (const placed of digests.flatMap(placeEntries)) {
    const key = titleKey(placed.entry.title.text);
    const group = byKey.get(key);
    if (group) group.push(placed);
    else byKey.set(key, [placed]);
  }

  const groups = new Map<PaperId, Group>();
  const problems: Problem[] = [];
  for (const [key, group] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const id = paperId(key);
    const sorted = inOrder(group);
    const holder = groups.get(id);
    if (holder) problems.push(...sorted.map((placed) => addressTaken(placed, titleOf(holder))));
    else groups.set(id, sorted);
  }
  return { groups, problems };
}

/** Entries in order of their appearance. */
export function inOrder(entries: readonly PlacedEntry[]): Group {
  return entries.toSorted((a, b) => compareAppearances(a.appearance, b.appearance));
}

/** Orders files by their names without the ending: `2025-03-11.txt` before `2025-03-11-2.txt`. */
export function compareFiles(a: string, b: string): number {
  const [first, second] = [a.replace(/\.\w+$/, ''), b.replace(/\.\w+$/, '')];
  if (first === second) return a < b ? -1 : 1;
  return first < second ? -1 : 1;
}

/** Orders appearances by date, then digest, then place in it. */
export function compareAppearances(a: Appearance, b: Appearance): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.file !== b.file) return compareFiles(a.file, b.file);
  return a.position - b.position;
}

/** The newest spelling of a title, one in capitals only where there is no other. */
export function titleOf(group: Group): string {
  const spellings = group.map(({ entry }) => entry.title.text);
  return spellings.findLast((title) => /\p{Ll}/u.test(title)) ?? spellings.at(-1) ?? '';
}

function placeEntries(digest: Digest): readonly PlacedEntry[] {
  const { date, file } = digest;
  if (date === undefined) return [];
  return digest.entries.map((entry, position) => ({
    entry,
    appearance: { date, file, line: entry.title.line, position },
  }));
}

function addressTaken({ appearance, entry: { title } }: PlacedEntry, other: string): Problem {
  const place = { ...appearance, column: title.column };
  return problem('address-taken', place, { title: title.text, other });
}
