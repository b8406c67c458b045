import type { IsoDate } from '../digest/types.ts';
import type { Archive, FormerPaper, Paper } from './types.ts';

/** What publishing one archive in the place of another would change for readers. */
export interface ArchiveChanges {
  readonly newDates: readonly IsoDate[];
  readonly newPapers: readonly Paper[];
  /** Papers that were there and are listed once more. */
  readonly repeated: readonly Paper[];
  /** Addresses that were those of papers and lead elsewhere now, or are withdrawn. */
  readonly retired: readonly FormerPaper[];
  /** Papers that were there and whose addresses would no longer answer. */
  readonly gone: readonly Paper[];
  /** Papers that were there and have another abstract now, or one more. */
  readonly rewritten: readonly Paper[];
}

/** Compares two archives; nothing of `before` in `after` is no change. Papers are those of `after`, but for
 * those that are gone. */
export function compareArchives(before: Archive, after: Archive): ArchiveChanges {
  const known = new Map(before.papers.map((paper) => [paper.id, paper]));
  const dates = new Set(before.dates.map(({ date }) => date));
  const both = after.papers.flatMap((paper) => {
    const old = known.get(paper.id);
    return old ? [{ old, paper }] : [];
  });
  const retired = after.formerPapers.filter(({ id }) => known.has(id));
  const renamed = new Set(retired.flatMap(({ movedTo }) => movedTo ?? []));
  const answering = new Set([...after.papers, ...after.formerPapers].map(({ id }) => id));
  return {
    newDates: after.dates.map(({ date }) => date).filter((date) => !dates.has(date)),
    newPapers: after.papers.filter(({ id }) => !known.has(id) && !renamed.has(id)),
    retired,
    gone: before.papers.filter(({ id }) => !answering.has(id)),
    repeated: both
      .filter(({ old, paper }) => paper.appearances.length > old.appearances.length)
      .map(({ paper }) => paper),
    rewritten: both
      .filter(({ old, paper }) => textsOf(old) !== textsOf(paper))
      .map(({ paper }) => paper),
  };
}

function textsOf({ versions }: Paper): string {
  return versions.map(({ paragraphs }) => paragraphs.join('\n')).join('\n\n');
}
