import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { compileArchive, countEntries } from '../archive/compile.ts';
import { contentSignature, readContentFolder } from '../loaders/content-folder.ts';
import { contentFolder, siteAddress } from '../loaders/environment.ts';
import { buildSite } from './build-site.ts';
import { count, reportLines, reportSummary } from './report.ts';
import { checkSitePlace } from './site-place.ts';
import { exitCodes } from './usage.ts';

const HELP = `Usage: npm run build -- [--outDir DIR] [--keep-going] [--timings FILE]

Builds the site of the content folder.

  --outDir DIR    the folder to write (default: dist)
  --keep-going    publish what is sound and list the rest
  --timings FILE  write seconds by stage and peak memory in MB to FILE, as JSON

Environment: OFFPRINT_CONTENT (the content folder, default: content),
SITE_URL (https://example.org), BASE_PATH (/archive),
REPOSITORY_URL (https://github.com/owner/name).`;

/** What `--timings` writes. */
export interface BuildTimings {
  /** After reading, papers are related and search starts; then pages. Each from there to its end. */
  readonly seconds: {
    readonly read: number;
    readonly relate: number;
    readonly pages: number;
    readonly search: number;
    readonly total: number;
    /** For another build of the project to end; in none of the others. */
    readonly waited: number;
  };
  /** The most resident memory this process had, in MB. */
  readonly memory: number;
}

/** `npm run build`: checks the content, then builds it. */
export async function buildCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      outDir: { type: 'string', default: 'dist' },
      'keep-going': { type: 'boolean', default: false },
      timings: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return exitCodes.done;
  }
  checkSitePlace(process.env);

  const folder = contentFolder();
  const start = performance.now();
  const signature = await contentSignature(folder);
  const isCurrent = async (): Promise<boolean> => (await contentSignature(folder)) === signature;
  const archive = compileArchive(await readContentFolder(folder));
  const read = (performance.now() - start) / 1000;
  const { problems, papers, dates, digests } = archive;
  for (const line of reportLines(problems, folder)) console.error(line);
  if (problems.length > 0) console.error(reportSummary(problems));
  const hasErrors = problems.some((found) => found.severity === 'error');
  if (hasErrors && !values['keep-going']) {
    console.error(
      'Nothing was built. Correct the errors, or publish the rest: npm run build -- --keep-going',
    );
    return exitCodes.contentErrors;
  }
  // Without its settings or any paper, a site would replace the previous one by something else.
  const isHollow = hasErrors && papers.length === 0;
  if (isHollow || problems.some((found) => found.code === 'settings-invalid')) {
    console.error(
      'Nothing was built: there is nothing sound to publish. Correct the errors first.',
    );
    return exitCodes.contentErrors;
  }

  const outDir = resolve(values.outDir);
  console.log(
    `${count(digests.length, 'digest')}, ${count(countEntries(archive), 'entry', 'entries')} → ` +
      `${count(papers.length, 'paper')}, ${count(dates.length, 'date')}`,
  );
  const turn = performance.now();
  const { relate, pages, search, total: built } = await buildSite(archive, outDir, isCurrent);
  const waited = (performance.now() - turn) / 1000 - built;
  const total = read + built;
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `Read in ${read.toFixed(1)} s; then papers related after ${relate.toFixed(1)} s, search index after ` +
      `${search.toFixed(1)} s, pages after ${pages.toFixed(1)} s; ${total.toFixed(1)} s in all, ` +
      `${memory.toFixed(0)} MB`,
  );
  if (values.timings !== undefined) {
    const timings: BuildTimings = {
      seconds: { read, relate, pages, search, total, waited },
      memory,
    };
    await writeFile(values.timings, `${JSON.stringify(timings)}\n`);
  }
  if (siteAddress().site === undefined)
    console.log(
      'Without feeds, sitemap, OpenSearch description, JSON-LD and social images, which hold whole addresses: ' +
        'set SITE_URL to scheme and host of the site, https://example.org, to have them.',
    );
  console.log(`The site is in ${outDir}`);
  return exitCodes.done;
}
