import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** How large a built site is. */
export interface SiteSize {
  readonly papers: number;
  readonly dates: number;
  /** HTML files. */
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  /** Bytes of HTML after gzip. */
  readonly gzip: {
    readonly paperMedian: number;
    readonly paperLargest: number;
    readonly home: number;
    readonly dateLargest: number;
  };
  /** Errors in the content; what they concern is not in the site. */
  readonly errors: number;
}

/** The part of `archive.json` in use. */
interface Listing {
  readonly papers: readonly { readonly id: string }[];
  readonly dates: readonly { readonly date: string }[];
  readonly problems: readonly { readonly severity: string }[];
}

/** Counts and weighs what a build has written. */
export async function measureSite(site: string): Promise<SiteSize> {
  const { papers, dates, problems } = JSON.parse(
    await readFile(join(site, 'archive.json'), 'utf8'),
  ) as Listing;
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const { parentPath, name } of files) bytes += (await stat(join(parentPath, name))).size;

  const paperPages = papers.map(({ id }) => join(site, 'papers', id, 'index.html'));
  const datePages = dates.map(({ date }) => join(site, 'dates', date, 'index.html'));
  const paperWeights = (await weights(paperPages)).toSorted((a, b) => a - b);
  const [home = 0] = await weights([join(site, 'index.html')]);
  return {
    papers: papers.length,
    dates: dates.length,
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    files: files.length,
    bytes,
    gzip: {
      paperMedian: paperWeights[Math.floor(paperWeights.length / 2)] ?? 0,
      paperLargest: paperWeights.at(-1) ?? 0,
      home,
      dateLargest: Math.max(0, ...(await weights(datePages))),
    },
    errors: problems.filter(({ severity }) => severity === 'error').length,
  };
}

/** Sizes of files after gzip at the level servers use by default. */
async function weights(files: readonly string[]): Promise<readonly number[]> {
  const compress = promisify(gzip);
  const sizes: number[] = [];
  for (const file of files) sizes.push((await compress(await readFile(file))).length);
  return sizes;
}
