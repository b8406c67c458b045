import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { compileArchive, countEntries } from '../archive/compile.ts';
import { contentSignature, readContentFolder } from '../loaders/content-folder.ts';
import { contentFolder, siteAddress } from '../loaders/environment.ts';
import { buildSite } from './build-site.ts';
import { progress } from './progress.ts';
import { count, reportLines, reportSummary } from './report.ts';
import { checkSitePlace } from './site-place.ts';
import { secondsSinceStart, StageClock, type StageName, type StageSpan } from './stage-clock.ts';
import { exitCodes } from './usage.ts';

const HELP = `Usage: npm run build -- [--outDir DIR] [--keep-going] [--timings FILE]

Builds the site of the content folder.

  --outDir DIR    the folder to write (default: dist)
  --keep-going    publish what is sound and list the rest
  --timings FILE  write start and end of each stage in seconds, and peak memory in MB, to FILE as JSON

Environment: OFFPRINT_CONTENT (the content folder, default: content),
SITE_URL (https://example.org), BASE_PATH (/archive),
REPOSITORY_URL (https://github.com/owner/name).`;

/** What `--timings` writes. */
export interface BuildTimings {
  readonly stages: readonly StageSpan[];
  /** Seconds from the start of the process to the site in its place, `wait` included. */
  readonly total: number;
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
  const clock = new StageClock(progress(process.stderr, () => performance.now()));
  const endRead = clock.begin('read');
  const signature = await contentSignature(folder);
  const isCurrent = async (): Promise<boolean> => (await contentSignature(folder)) === signature;
  const archive = compileArchive(await readContentFolder(folder));
  endRead();
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
  await buildSite(archive, outDir, isCurrent, clock);
  const timings: BuildTimings = {
    stages: clock.spans,
    total: secondsSinceStart(),
    memory: process.resourceUsage().maxRSS / 1024,
  };
  console.log(timingsLine(clock, timings));
  if (values.timings !== undefined) await writeFile(values.timings, `${JSON.stringify(timings)}\n`);
  if (siteAddress().site === undefined)
    console.log(
      'Without feeds, sitemap, OpenSearch description, JSON-LD and social images, which hold whole addresses: ' +
        'set SITE_URL to scheme and host of the site, https://example.org, to have them.',
    );
  console.log(`The site is in ${outDir}`);
  return exitCodes.done;
}

function timingsLine(clock: StageClock, { total, memory }: BuildTimings): string {
  const after = (name: StageName): string => `after ${clock.endOf(name).toFixed(1)} s`;
  return (
    `Content read ${after('read')}, papers related ${after('relate')}, search index ${after('search')}, ` +
    `pages ${after('pages')}; ${total.toFixed(1)} s in all, ${memory.toFixed(0)} MB`
  );
}
