import { countEntries } from '../../archive/compile.ts';
import { datesOf } from '../../archive/merge.ts';
import type { Archive } from '../../archive/types.ts';
import { GENERATOR } from '../generator.ts';
import type { ArchiveRecord } from './archive-record.ts';
import { listedAt } from './record-fields.ts';

/**
 * The archive as one JSON document: what it holds, where every block of every digest went, and what is
 * wrong with it.
 *
 * @param files number of published files, this one included.
 */
export function archiveJson(archive: Archive, files: number): string {
  const { papers, dates, formerPapers, formerDates, digests, problems } = archive;
  const document: ArchiveRecord = {
    generator: GENERATOR,
    format: 'offprint-archive',
    version: 1,
    papers: papers.map(({ id, title, appearances, versions, links, facts }) => ({
      id,
      title,
      dates: datesOf(appearances),
      appearances: appearances.map(listedAt),
      versions: versions.length,
      links,
      ...facts,
    })),
    dates: dates.map(({ date, digests: ofDate, listings }) => ({
      date,
      digests: ofDate.map((digest) => digest.file),
      papers: listings.length,
    })),
    former: {
      papers: formerPapers.map(({ id, title, movedTo, withdrawn, appearances }) => ({
        id,
        title,
        movedTo,
        withdrawn,
        appearances: appearances.map(listedAt),
      })),
      dates: formerDates,
    },
    digests,
    counts: {
      digests: digests.filter((digest) => digest.date !== undefined).length,
      entries: countEntries(archive),
      papers: papers.length,
      dates: dates.length,
      files,
    },
    problems,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
