import { compileArchive } from '../archive/compile.ts';
import { relateArchive } from '../archive/relate/relate.ts';
import type { Relations } from '../archive/relate/types.ts';
import type { Archive } from '../archive/types.ts';
import { contentSignature, readContentFolder } from './content-folder.ts';

/** An archive, and what its papers have to do with each other, which takes longer. */
export interface CompiledArchive {
  readonly archive: Archive;
  /** The same object each time. */
  readonly relations: () => Promise<Relations>;
}

/** Gives what pages are made from as it is now: the same object as long as nothing has changed. */
export type ArchiveSource = () => Promise<CompiledArchive>;

/** The archive in a content folder: compiled once, and again only when a file has changed. */
export function archiveSource(folder: string): ArchiveSource {
  let signature = '';
  let compiled: Promise<CompiledArchive> | undefined;
  return async () => {
    const found = await contentSignature(folder);
    if (compiled === undefined || found !== signature) {
      signature = found;
      compiled = readContentFolder(folder).then((raw) => {
        const archive = compileArchive(raw);
        let relations: Promise<Relations> | undefined;
        const relate = (): Relations => relateArchive(archive).relations;
        return { archive, relations: () => (relations ??= Promise.resolve().then(relate)) };
      });
    }
    return compiled;
  };
}
