import { readFile, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';

import { compileArchive } from '../archive/compile.ts';
import { relateArchive } from '../archive/relate/relate.ts';
import type { RelatedArchive } from '../archive/relate/types.ts';
import { contentSignature, readContentFolder } from './content-folder.ts';

/** Where the collections get the archive from. */
export interface ArchiveSource {
  read: () => Promise<RelatedArchive>;
}

/** The archive in a content folder: compiled once, and again only when a file has changed. */
export function archiveSource(folder: string): ArchiveSource {
  let signature = '';
  let archive: Promise<RelatedArchive> | undefined;
  return {
    async read() {
      const current = await contentSignature(folder);
      if (archive === undefined || current !== signature) {
        signature = current;
        archive = readContentFolder(folder).then((raw) => {
          const compiled = compileArchive(raw);
          return { ...compiled, relations: relateArchive(compiled) };
        });
      }
      return archive;
    },
  };
}

/** Astro loads the collections in a world of its own: a build hands it the archive over in a file. */
export function handedOver(file: string): ArchiveSource {
  let archive: Promise<RelatedArchive> | undefined;
  return {
    read: () => (archive ??= readFile(file).then((bytes) => deserialize(bytes) as RelatedArchive)),
  };
}

/** Writes what `handedOver` reads. */
export async function handOver(archive: RelatedArchive, file: string): Promise<void> {
  await writeFile(file, serialize(archive));
}
