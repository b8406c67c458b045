import type { Digest, IsoDate } from '../digest/types.ts';
import { compareAppearances, compareFiles } from './groups.ts';
import { firstSeen } from './merge.ts';
import type { Appearance, DateIssue, Listing, Paper } from './types.ts';

/** One issue per date, oldest first: the digests of the day merged, each paper where it is first listed. */
export function gatherDates(
  digests: readonly Digest[],
  papers: Iterable<Paper>,
): readonly DateIssue[] {
  const byDate = new Map<IsoDate, { paper: Paper; appearance: Appearance }[]>();
  for (const paper of papers)
    for (const appearance of paper.appearances) {
      const day = byDate.get(appearance.date) ?? [];
      day.push({ paper, appearance });
      byDate.set(appearance.date, day);
    }

  const dates = new Set(digests.flatMap((digest) => digest.date ?? []));
  return [...dates].sort().map((date) => {
    const day = byDate.get(date) ?? [];
    day.sort((a, b) => compareAppearances(a.appearance, b.appearance));
    return {
      date,
      digests: digests
        .filter((digest) => digest.date === date)
        .map(({ file, entries }) => ({ file, entries: entries.length }))
        .sort((a, b) => compareFiles(a.file, b.file)),
      listings: listingsOf(day),
    };
  });
}

function listingsOf(day: readonly { paper: Paper; appearance: Appearance }[]): readonly Listing[] {
  const files = new Map<Paper, Set<string>>();
  for (const { paper, appearance } of day)
    files.set(paper, (files.get(paper) ?? new Set()).add(appearance.file));
  return [...files].map(([paper, digests]) => ({
    id: paper.id,
    firstSeen: firstSeen(paper),
    digests: digests.size,
  }));
}
