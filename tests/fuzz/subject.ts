import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';

import { compileArchive } from '../../src/archive/compile.ts';
import { reviewArchive } from '../../src/archive/review.ts';
import type { Archive, DateIssue, Paper } from '../../src/archive/types.ts';
import { fixDigest, type FixedDigest } from '../../src/digest/fix.ts';
import { readDigest } from '../../src/digest/read.ts';
import type { Digest, Problem } from '../../src/digest/types.ts';
import { archiveJson } from '../../src/publish/dumps/archive-json.ts';
import { dateDocument } from '../../src/publish/dumps/date-markdown.ts';
import { abstractText, excerpt } from '../../src/publish/excerpt.ts';
import { findLinks } from '../../src/publish/find-links.ts';
import { paperBody } from '../../src/publish/paper-body.ts';
import { siteUrls } from '../../src/publish/site-urls.ts';
import { displayTitle, sortKey, titleLetter, type Title } from '../../src/publish/title.ts';
import type { SearchRecord } from '../../src/search/index/records.ts';
import { recordOf } from '../helpers.ts';
import type { FuzzCase } from './cases.ts';

/** Everything that is published of a paper. */
export interface PublishedPaper {
  readonly paper: Paper;
  readonly title: Title;
  readonly sortKey: string;
  readonly letter: string;
  readonly findLinks: readonly string[];
  /** The body of its page. */
  readonly html: string;
  readonly excerpt: string;
  readonly record: SearchRecord;
}

/** What the code under test makes of a case. */
export interface Outcome extends FuzzCase {
  /** One for each digest of the case. */
  readonly read: readonly Digest[];
  readonly archive: Archive;
  /** The same digests compiled in the opposite order. */
  readonly reversed: Archive;
  readonly papers: readonly PublishedPaper[];
  /** Dates with their Markdown documents, as a CommonMark parser reads them. */
  readonly dates: readonly { issue: DateIssue; html: string }[];
  readonly json: string;
  /** What somebody should look at. */
  readonly review: readonly Problem[];
  /** One for each digest that can be mended. */
  readonly fixed: readonly (FixedDigest | undefined)[];
  /** Processor time of all of it, but for `reversed`. */
  readonly milliseconds: number;
}

const commonMark = await createSatteriMarkdownProcessor({
  features: { gfm: false, smartPunctuation: false },
  syntaxHighlight: false,
});
const urls = siteUrls('/', 'https://papers.example.org');
const FILES = 1;

/** Walks a case all the way from bytes to what is published. */
export async function runCase({ digests, settings }: FuzzCase): Promise<Outcome> {
  const raw = { digests, notes: [], settings, problems: [] };
  const start = process.threadCpuUsage();
  const read = digests.map((digest) => readDigest(digest, settings.year));
  const archive = compileArchive(raw);
  const papers = archive.papers.map(publish);
  const byId = new Map(archive.papers.map((paper) => [paper.id, paper]));
  const dates = await Promise.all(
    archive.dates.map(async (issue) => {
      const document = dateDocument(issue, { archive: 'Papers', papers: byId, urls });
      return { issue, html: (await commonMark.render(document)).code };
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

function publish(paper: Paper): PublishedPaper {
  const title = displayTitle(paper.title);
  return {
    paper,
    title,
    html: paperBody(paper),
    sortKey: sortKey(paper.title),
    letter: titleLetter(paper.title),
    findLinks: findLinks(title.text).map(({ url }) => url),
    excerpt: excerpt(abstractText(paper), 240),
    record: recordOf(paper),
  };
}
