import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { z } from 'zod';

import { knownFile, type KnownFile, type PageFile } from './page-files.ts';

/** Where builds leave what they know of the sites that they made. */
const RECORDS = '.astro/built';

/** What a build leaves for the next one into the same folder. */
const record = z.object({
  /** What the site was made with (`toolsKey`). */
  tools: z.string(),
  /** By file: what the page was made of, and its digest in base64. */
  pages: z.record(z.string(), z.tuple([z.string(), z.string()])),
});
type BuildRecord = z.infer<typeof record>;

/** A page as an earlier build left it. */
export interface EarlierPage {
  readonly path: string;
  readonly known: KnownFile;
}

/** The site that a build is going to replace. */
export interface EarlierBuild {
  /** A page that was made of the same with the same tools, and is as it was left; nothing otherwise. */
  readonly page: (file: string, key: string) => EarlierPage | undefined;
}

/**
 * Reads what the last build into `outDir` left. A record that is damaged, of another version or of another
 * site counts as none: each page is compared with what the record says of it before it is used.
 *
 * @param tools what this build makes its site with.
 */
export async function readEarlierBuild(outDir: string, tools: string): Promise<EarlierBuild> {
  const found = await readRecord(recordFile(outDir));
  const pages = new Map(found?.tools === tools ? Object.entries(found.pages) : []);
  return {
    page: (file, key) => {
      const [madeOf, digest] = pages.get(file) ?? [];
      if (madeOf !== key) return undefined;
      const path = join(outDir, file);
      const contents = readIfThere(path);
      if (contents === undefined) return undefined;
      const known = knownFile(file, contents);
      return known.digest.toString('base64') === digest ? { path, known } : undefined;
    },
  };
}

/** Leaves to the next build what this one knows of its pages. */
export async function recordBuild(
  outDir: string,
  tools: string,
  pages: ReadonlyMap<string, PageFile>,
): Promise<void> {
  const left: BuildRecord = { tools, pages: {} };
  for (const [file, { key, digest }] of pages)
    if (key !== undefined) left.pages[file] = [key, digest.toString('base64')];
  const file = recordFile(outDir);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(left));
}

function recordFile(outDir: string): string {
  const name = createHash('sha256').update(outDir).digest('hex').slice(0, 16);
  return join(resolve(RECORDS), `${name}.json`);
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
