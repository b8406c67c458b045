import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

import { compileArchive } from '../archive/compile.ts';
import { relateArchive } from '../archive/relate/relate.ts';
import type { Relations } from '../archive/relate/types.ts';
import type { Archive } from '../archive/types.ts';
import { contentSignature, readContentFolder } from './content-folder.ts';

/** Where the collections get the archive from, and, later, what its papers have to do with each other. */
export interface ArchiveSource {
  archive: () => Promise<Archive>;
  relations: () => Promise<Relations>;
}

/** The archive in a content folder: compiled once, and again only when a file has changed. */
export function archiveSource(folder: string): ArchiveSource {
  let signature = '';
  let compiled: Promise<{ archive: Archive; relations: () => Relations }> | undefined;
  const current = async (): NonNullable<typeof compiled> => {
    const found = await contentSignature(folder);
    if (compiled === undefined || found !== signature) {
      signature = found;
      compiled = readContentFolder(folder).then((raw) => {
        const archive = compileArchive(raw);
        let relations: Relations | undefined;
        return { archive, relations: () => (relations ??= relateArchive(archive).relations) };
      });
    }
    return compiled;
  };
  return {
    archive: async () => (await current()).archive,
    relations: async () => (await current()).relations(),
  };
}

/** Milliseconds between looks. */
const PAUSE = 50;

/**
 * What a build leaves in a folder. Astro loads the collections in a world of its own, which shares nothing but
 * files with the build; they are waited for, because relating takes seconds in which Astro starts.
 */
export function handedOver(folder: string): ArchiveSource {
  const receive = async (name: keyof ArchiveSource): Promise<unknown> => {
    const file = join(folder, name);
    while (!existsSync(file)) await setTimeout(PAUSE);
    return deserialize(await readFile(file));
  };
  let archive: Promise<Archive> | undefined;
  let relations: Promise<Relations> | undefined;
  return {
    archive: () => (archive ??= receive('archive') as Promise<Archive>),
    relations: () => (relations ??= receive('relations') as Promise<Relations>),
  };
}

/** Writes what one of the functions of `handedOver` gives. */
export async function handOver(
  folder: string,
  name: keyof ArchiveSource,
  value: Archive | Relations,
): Promise<void> {
  const unfinished = join(folder, `${name}.unfinished`);
  await writeFile(unfinished, serialize(value));
  await rename(unfinished, join(folder, name));
}

/** Tells `handedOver` that the relations will not come: reading them fails. */
export async function giveUp(folder: string): Promise<void> {
  await writeFile(join(folder, 'relations'), '');
}
