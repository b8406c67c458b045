import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import type { CustomRecord } from 'pagefind';

import { compileArchive } from '../../src/archive/compile.ts';
import { reviewArchive } from '../../src/archive/review.ts';
import type { Archive, DateIssue, Paper } from '../../src/archive/types.ts';
import { fixDigest, type FixedDigest } from '../../src/digest/fix.ts';
import { readDigest } from '../../src/digest/read.ts';
import type { Digest, Problem } from '../../src/digest/types.ts';
import { archiveJson } from '../../src/publish/dumps/archive-json.ts';
import { abstractText, excerpt } from '../../src/publish/excerpt.ts';
import { findLinks } from '../../src/publish/find-links.ts';
import { dateMarkdown, paperMarkdown } from '../../src/publish/markdown.ts';
import { siteUrls } from '../../src/publish/site-urls.ts';
import { displayTitle, sortKey, titleLetter, type Title } from '../../src/publish/title.ts';
import { recordOf } from '../helpers.ts';
import type { FuzzCase } from './cases.ts';

/** Everything that is published of a paper. */
export interface PublishedPaper {
  readonly paper: Paper;
  readonly title: Title;
  readonly sortKey: string;
  readonly letter: string;
  readonly findLinks: readonly string[];
  readonly markdown: string;
  /** The Markdown, rendered as the site renders it. */
  readonly html: string;
  readonly excerpt: string;
  readonly record: CustomRecord;
}

/** What the code under test makes of a case. */
export interface Outcome extends FuzzCase {
  /** One for each digest of the case. */
  readonly read: readonly Digest[];
  readonly archive: Archive;
  /** The same digests compiled in the opposite order. */
  readonly reversed: Archive;
  readonly papers: readonly PublishedPaper[];
  readonly dates: readonly { issue: DateIssue; html: string }[];
  readonly json: string;
  /** What somebody should look at. */
  readonly review: readonly Problem[];
  /** One for each digest that can be mended. */
  readonly fixed: readonly (FixedDigest | undefined)[];
  /** Processor time of all of it, but for `reversed`. */
  readonly milliseconds: number;
}

/** As `astro.config.mjs` sets it. */
const processor = await createSatteriMarkdownProcessor({
  features: { gfm: false, smartPunctuation: false },
  syntaxHighlight: false,
});
const urls = siteUrls('/', undefined);
const FILES = 1;

/** Walks a case all the way from bytes to what is published. */
export async function runCase({ digests, settings }: FuzzCase): Promise<Outcome> {
  const raw = { digests, notes: [], settings, problems: [] };
  const start = process.threadCpuUsage();
  const read = digests.map((digest) => readDigest(digest, settings.year));
  const archive = compileArchive(raw);
  const papers = await Promise.all(archive.papers.map((paper) => publish(paper)));
  const titles = new Map(archive.papers.map(({ id, title }) => [id, title]));
  const dates = await Promise.all(
    archive.dates.map(async (issue) => {
      return { issue, html: await render(dateMarkdown(issue, titles, urls)) };
    }),
  );
  const json = archiveJson(archive, FILES);
  const review = reviewArchive(raw, read, archive);
  const fixed = digests.map((digest) => fixDigest(digest, settings.year));
  const { user, system } = process.threadCpuUsage(start);
  const milliseconds = (user + system) / 1000;
  const reversed = compileArchive({ ...raw, digests: digests.toReversed() });
  return {
    digests,
    settings,
    read,
    archive,
    papers,
    dates,
    json,
    review,
    fixed,
    reversed,
    milliseconds,
  };
}

async function publish(paper: Paper): Promise<PublishedPaper> {
  const title = displayTitle(paper.title);
  const markdown = paperMarkdown(paper);
  return {
    paper,
    title,
    markdown,
    html: await render(markdown),
    sortKey: sortKey(paper.title),
    letter: titleLetter(paper.title),
    findLinks: findLinks(title.text).map(({ url }) => url),
    excerpt: excerpt(abstractText(paper), 240),
    record: recordOf(paper),
  };
}

async function render(markdown: string): Promise<string> {
  return (await processor.render(markdown)).code;
}
