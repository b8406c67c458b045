import { resolve } from 'node:path';

import { UsageError } from '../usage.ts';
import { inventArchive } from './invented-archive.ts';
import { grouped } from './table.ts';
import { writeArchive } from './write-archive.ts';

const MOST_PAPERS = 1_000_000;

/** An archive to build. */
export interface Subject {
  readonly name: string;
  readonly label: string;
  /** Makes its content folder in the folder given, or finds it outside; returns where it is. */
  readonly provide: (folder: string) => Promise<string>;
}

/**
 * Reads the option `--papers`.
 *
 * @throws UsageError when it is no list of whole numbers.
 */
export function readSizes(list: string): readonly number[] {
  return list.split(',').map((item) => {
    const size = /^\s*\d+\s*$/.test(item) ? Number(item) : 0;
    if (size < 1 || size > MOST_PAPERS)
      throw new UsageError(
        `--papers takes whole numbers from 1 to ${grouped(MOST_PAPERS)}, as in 1000,5000; ` +
          `not “${item}”.`,
      );
    return size;
  });
}

/** An archive of so many invented papers. */
export function inventedSubject(papers: number): Subject {
  return {
    name: 'invented',
    label: `${grouped(papers)} invented papers`,
    async provide(folder) {
      await writeArchive(folder, inventArchive(papers));
      return folder;
    },
  };
}

/** The archive of a content folder. */
export function folderSubject(folder: string): Subject {
  return { name: folder, label: folder, provide: () => Promise.resolve(resolve(folder)) };
}
