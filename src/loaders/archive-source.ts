import { compileArchive } from '../archive/compile.ts';
import type { Archive } from '../archive/types.ts';
import { contentSignature, readContentFolder } from './content-folder.ts';

/** Where the collections get the archive from: compiled once, and again only when a file has changed. */
export interface ArchiveSource {
  read: () => Promise<Archive>;
}

/** The archive in a content folder. */
export function archiveSource(folder: string): ArchiveSource {
  let signature = '';
  let archive: Promise<Archive> | undefined;
  return {
    async read() {
      const current = await contentSignature(folder);
      if (archive === undefined || current !== signature) {
        signature = current;
        archive = readContentFolder(folder).then(compileArchive);
      }
      return archive;
    },
  };
}
