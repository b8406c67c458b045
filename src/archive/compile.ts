import { compareProblems } from '../digest/problems.ts';
import { readDigest } from '../digest/read.ts';
import type { Problem, RawDigest } from '../digest/types.ts';
import { gatherDates } from './dates.ts';
import { mergeEntries } from './merge.ts';
import type { Settings } from './settings.ts';
import type { Archive } from './types.ts';

/** A content folder, read and not yet understood. */
export interface RawArchive {
  readonly digests: readonly RawDigest[];
  readonly settings: Settings;
  /** What reading the folder found: unreadable files, files that are no digests, bad settings. */
  readonly problems: readonly Problem[];
}

/** How many entries of all digests are published. */
export function countEntries(archive: Archive): number {
  return archive.digests.reduce((sum, { tally }) => sum + tally.titles, 0);
}

/**
 * The whole way from files to the archive: read → identify → merge → gather by date. Pure: the same
 * files in any order give the same archive, and every problem is in it.
 */
export function compileArchive(raw: RawArchive): Archive {
  const { settings } = raw;
  const digests = raw.digests
    .map((digest) => readDigest(digest, settings.year))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const { papers, problems } = mergeEntries(digests, settings);
  const all = [...raw.problems, ...digests.flatMap((digest) => digest.problems), ...problems];
  return {
    settings,
    papers: [...papers.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    dates: gatherDates(digests, papers.values()),
    digests: digests.map(({ file, date, tally }) => ({ file, ...(date && { date }), tally })),
    problems: all.sort(compareProblems),
  };
}
