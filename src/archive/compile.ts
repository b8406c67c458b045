import { compareProblems } from '../digest/problems.ts';
import { readDigest } from '../digest/read.ts';
import type { Digest, Problem, RawDigest } from '../digest/types.ts';
import { applyDateNotes, applyNotes } from './apply-notes.ts';
import { gatherDates } from './dates.ts';
import { compareFiles, groupEntries } from './groups.ts';
import { mergeGroup } from './merge.ts';
import { type RawNote, readNotes } from './notes.ts';
import type { Settings } from './settings.ts';
import type { Archive } from './types.ts';

/** A content folder, read and not yet understood. */
export interface RawArchive {
  readonly digests: readonly RawDigest[];
  readonly notes: readonly RawNote[];
  readonly settings: Settings;
  /** What reading the folder found: unreadable files, files that are no digests, bad settings. */
  readonly problems: readonly Problem[];
}

/** How many entries of all digests are published. */
export function countEntries(archive: Archive): number {
  return archive.digests.reduce((sum, { tally }) => sum + tally.titles, 0);
}

/** Reads every digest, in order of the file names. */
export function readDigests({ digests, settings }: RawArchive): readonly Digest[] {
  return digests
    .map((digest) => readDigest(digest, settings.year))
    .sort((a, b) => compareFiles(a.file, b.file));
}

/**
 * The whole way from files to the archive: read → identify → apply notes → merge → gather by date. Pure:
 * the same files in any order give the same archive, and every problem is in it.
 *
 * @param digests those of `raw`, where they are read already.
 */
export function compileArchive(raw: RawArchive, digests = readDigests(raw)): Archive {
  const { settings } = raw;
  const grouped = groupEntries(digests);
  const notes = readNotes(raw.notes);
  const noted = applyNotes(grouped.groups, notes.papers);
  const merged = [...noted.groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, group]) => mergeGroup(id, group, settings));
  const papers = merged.map(({ paper }) => paper);
  const dates = gatherDates(digests, papers);
  const { formerDates, problems } = applyDateNotes(
    new Set(dates.map(({ date }) => date)),
    notes.dates,
  );
  const stages = [raw, ...digests, grouped, notes, noted, ...merged, { problems }];
  return {
    settings,
    papers,
    dates,
    formerPapers: noted.formerPapers,
    formerDates,
    digests: digests.map(({ file, date, tally }) => ({ file, ...(date && { date }), tally })),
    problems: stages.flatMap((stage) => stage.problems).sort(compareProblems),
  };
}
