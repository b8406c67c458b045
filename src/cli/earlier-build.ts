import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { z } from 'zod';

import { type KeyedFile, knownFile } from './known-file.ts';
import { linkFile } from './link-file.ts';

/** Where builds leave what they know of the sites that they made. */
const RECORDS = '.astro/built';

/** What a build leaves for the next one into the same folder. */
const record = z.object({
  /** What the site was made with (`toolsKey`). */
  tools: z.string(),
  /** By file: what it was made of, and its digest in base64. */
  files: z.record(z.string(), z.tuple([z.string(), z.string()])),
});
type BuildRecord = z.infer<typeof record>;

/** The site that a build is going to replace. */
export interface EarlierBuild {
  /**
   * Puts a file at another place that was made of the same with the same tools, and is as it was left.
   *
   * @param key a hash of what it is made of.
   * @returns nothing when there is none.
   */
  readonly keep: (file: string, key: string, target: string) => KeyedFile | undefined;
}

/**
 * Reads what the last build into `outDir` left. A record that is damaged, of another version or of another
 * site counts as none: each file is compared with what the record says of it before it is used.
 *
 * @param tools what this build makes its site with.
 */
export async function readEarlierBuild(outDir: string, tools: string): Promise<EarlierBuild> {
  const found = await readRecord(recordFile(outDir));
  const files = new Map(found?.tools === tools ? Object.entries(found.files) : []);
  return {
    keep: (file, key, target) => {
      const [madeOf, digest] = files.get(file) ?? [];
      const path = join(outDir, file);
      const contents = madeOf === key ? readIfThere(path) : undefined;
      if (contents === undefined) return undefined;
      const known = { ...knownFile(file, contents), key };
      if (known.digest !== digest) return undefined;
      linkFile(path, target);
      return known;
    },
  };
}

/** Leaves to the next build what this one knows of its files. */
export async function recordBuild(
  outDir: string,
  tools: string,
  files: Iterable<readonly [file: string, known: KeyedFile]>,
): Promise<void> {
  const left: BuildRecord = { tools, files: {} };
  for (const [file, { key, digest }] of files)
    if (key !== undefined) left.files[file] = [key, digest];
  const file = recordFile(outDir);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(left));
}

/**
 * The folder of the parts of search indexes that builds into `outDir` with the same tools keep; those made with
 * others are removed.
 */
export async function searchPartsFolder(outDir: string, tools: string): Promise<string> {
  const own = join(`${recordName(outDir)}-search`, tools);
  const parts = join(resolve(RECORDS), dirname(own));
  const others = (await readdir(parts).catch(() => [])).filter((name) => name !== tools);
  for (const other of others) await rm(join(parts, other), { recursive: true, force: true });
  return join(resolve(RECORDS), own);
}

function recordFile(outDir: string): string {
  return join(resolve(RECORDS), `${recordName(outDir)}.json`);
}

function recordName(outDir: string): string {
  return createHash('sha256').update(outDir).digest('hex').slice(0, 16);
}

async function readRecord(file: string): Promise<BuildRecord | undefined> {
  try {
    return record.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
