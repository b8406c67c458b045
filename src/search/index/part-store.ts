import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import type { Part } from '../part-table.ts';
import { packJson } from './packed.ts';
import type { MadePart } from './part-source.ts';

/** The file of a kept part that is written last, and how it is called until it is whole. */
const MANIFEST = 'part.json.gz';

/** What a kept part says of itself. */
interface Manifest extends Pick<MadePart, 'counts' | 'definitions'> {
  readonly part: Part;
  /** The files below the folder of the index, with SHA-256 of each. */
  readonly files: readonly (readonly [name: string, hash: string])[];
}

/** What a part that is published was made of, but for its files. */
export type PublishedPart = Omit<MadePart, 'files'>;

/** Parts of earlier builds, each in a folder that is named by what it was made of. */
export interface PartStore {
  /**
   * Publishes a part that was kept.
   *
   * @param outputPath the folder of the index.
   * @returns nothing when it was not kept, or when anything of it is missing or damaged.
   */
  readonly take: (key: string, outputPath: string) => Promise<PublishedPart | undefined>;
  readonly keep: (key: string, made: MadePart) => Promise<void>;
  /** Removes the parts that were neither taken nor kept since the store was opened. */
  readonly tidy: () => Promise<void>;
}

/** Opens a folder of parts; it need not be there yet. Only one build at a time may use it. */
export function openPartStore(folder: string): PartStore {
  const used = new Set<string>();
  return {
    async take(key, outputPath) {
      const kept = join(folder, key);
      const manifest = await readManifest(kept);
      if (manifest === undefined || !(await isWhole(kept, manifest))) return undefined;
      for (const [name] of manifest.files) await publish(join(kept, name), join(outputPath, name));
      used.add(key);
      return manifest;
    },
    async keep(key, { part, files, counts, definitions }) {
      const growing = join(folder, `${key}.new`);
      await rm(growing, { recursive: true, force: true });
      await writeFiles(growing, files);
      const hashes = Array.from(files, ([name, contents]) => [name, sha256(contents)] as const);
      const manifest: Manifest = { part, counts, definitions, files: hashes };
      await writeFile(join(growing, MANIFEST), packJson(manifest));
      await rm(join(folder, key), { recursive: true, force: true });
      await rename(growing, join(folder, key));
      used.add(key);
    },
    async tidy() {
      const names = await readdir(folder).catch(() => []);
      const old = names.filter((name) => !used.has(name));
      await Promise.all(
        old.map((name) => rm(join(folder, name), { recursive: true, force: true })),
      );
    },
  };
}

/** Writes files below a folder, which is made. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const folders = new Set(Array.from(files.keys(), (name) => dirname(join(folder, name))));
  for (const each of folders) await mkdir(each, { recursive: true });
  for (const [name, contents] of files) await writeFile(join(folder, name), contents);
}

/** Nothing when there is none or it cannot be read: it is of no use then, whatever the reason. */
async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const text = gunzipSync(await readFile(join(folder, MANIFEST))).toString();
    return JSON.parse(text) as Manifest;
  } catch {
    return undefined;
  }
}

async function isWhole(folder: string, { files }: Manifest): Promise<boolean> {
  try {
    for (const [name, hash] of files)
      if (sha256(await readFile(join(folder, name))) !== hash) return false;
    return true;
  } catch {
    return false;
  }
}

/** A second name for the file, with its time; a copy where the file system has no such thing. */
async function publish(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await link(from, to).catch(() => copyFile(from, to));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
