import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { compileArchive } from '../archive/compile.ts';
import { readContentFolder } from '../loaders/content-folder.ts';
import { abstractText } from '../publish/excerpt.ts';
import { titleText } from '../publish/title.ts';
import { machine } from './bench/report.ts';
import { readSample } from './bench/sample.ts';
import { readCollection } from './bench/search/collection.ts';
import { knownItems } from './bench/search/known-items.ts';
import { measureCollection, measureKnown, TRANSFER_QUERIES } from './bench/search/measure.ts';
import { miniSearch } from './bench/search/minisearch.ts';
import { offprint } from './bench/search/offprint.ts';
import { pagefindAsIs, writeIndex } from './bench/search/pagefind-as-is.ts';
import { type CollectionReport, type KnownReport, searchReport } from './bench/search/report.ts';
import type { BenchDocument, Subject, SubjectMaker } from './bench/search/subject.ts';
import { type Typing, typeInto, writePagefindPage } from './bench/search/typing.ts';
import { runBuild } from './bench/run-build.ts';
import { grouped } from './bench/table.ts';
import { exitCodes, runCommand, UsageError } from './usage.ts';

/** A search engine that can be compared. */
interface Engine {
  /** For `--only`. */
  readonly name: string;
  readonly make: SubjectMaker;
}

/** The engines compared, in the order of the tables. */
const ENGINES: readonly Engine[] = [
  { name: 'offprint', make: offprint },
  { name: 'pagefind', make: pagefindAsIs },
  { name: 'minisearch', make: miniSearch },
];

const HELP = `Usage: npm run bench:search -- [--collection DIR]… [--known DIR]… [--sample N] [--only NAME]… [--browser] [--json]

Measures how well search finds things and what readers download for it, beside other engines.

  --collection DIR  a test collection: corpus.jsonl {id, title, abstract}, queries.jsonl {id, text},
                    qrels.tsv (query, document, grade)
  --known DIR       a content folder, errors left out: asks for its papers as readers remember them
  --sample N        papers to ask for in each way (default: 200)
  --only NAME       one engine alone: ${ENGINES.map(({ name }) => name).join(', ')}
  --browser         for each --known, type a query into our search page and into one around Pagefind
  --json            print JSON (with npm run -s, nothing else is printed)

Choose at least one folder. The same folder gives the same queries; times differ from run to run.
Environment: TMPDIR (where the indexes go while they are measured).`;

/** What shells report for a command stopped with Ctrl-C. */
const INTERRUPTED = 130;

/** `npm run bench:search`: asks search engines what people ask, and prints tables. */
async function benchSearchCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      collection: { type: 'string', multiple: true, default: [] },
      known: { type: 'string', multiple: true, default: [] },
      sample: { type: 'string', default: '200' },
      only: { type: 'string', multiple: true, default: [] },
      browser: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return exitCodes.done;
  }
  if (values.collection.length + values.known.length === 0)
    throw new UsageError('Choose what to measure with: --collection DIR, --known DIR or both.');
  const sample = readSample(values.sample, 200);
  const engines = chosenEngines(values.only);

  const work = workFolder();

  const collections: CollectionReport[] = [];
  for (const folder of values.collection)
    collections.push(await onCollection(folder, engines, work));
  const known: KnownReport[] = [];
  for (const folder of values.known)
    known.push(await onPapers(folder, { sample, engines, work, browser: values.browser }));
  const document = { machine: machine(), collections, known };
  console.log(values.json ? JSON.stringify(document, null, 1) : searchReport(collections, known));
  return exitCodes.done;
}

function chosenEngines(only: readonly string[]): readonly Engine[] {
  const known = ENGINES.map(({ name }) => name);
  for (const name of only)
    if (!known.includes(name))
      throw new UsageError(`--only takes one of ${known.join(', ')}; not “${name}”.`);
  return only.length === 0 ? ENGINES : ENGINES.filter(({ name }) => only.includes(name));
}

/** A temporary folder that is gone when this process ends, also when it is stopped. */
function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-search-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  // Engines cannot be told to stop.
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => process.exit(INTERRUPTED));
  return folder;
}

async function onCollection(
  folder: string,
  engines: readonly Engine[],
  work: string,
): Promise<CollectionReport> {
  const { documents, queries } = await readCollection(folder);
  const results = await withEach(engines, documents, work, (subject) =>
    measureCollection(subject, queries),
  );
  return { collection: folder, documents: documents.length, queries: queries.length, results };
}

interface KnownOptions {
  readonly sample: number;
  readonly engines: readonly Engine[];
  readonly work: string;
  readonly browser: boolean;
}

async function onPapers(
  folder: string,
  { sample, engines, work, browser }: KnownOptions,
): Promise<KnownReport> {
  const { papers } = compileArchive(await readContentFolder(resolve(folder)));
  if (papers.length === 0) throw new UsageError(`There is no sound paper in ${folder}.`);
  const documents = papers.map((paper) => ({
    id: paper.id,
    title: titleText(paper.title),
    abstract: abstractText(paper),
  }));
  const groups = knownItems(documents, sample);
  const results = await withEach(engines, documents, work, (subject) =>
    measureKnown(subject, groups),
  );
  const typing = browser ? await typingOf(resolve(folder), documents, work) : [];
  return { content: folder, papers: documents.length, results, typing };
}

/** Types the same query into the search page of the built site and into one around Pagefind as it comes. */
async function typingOf(
  content: string,
  documents: readonly BenchDocument[],
  work: string,
): Promise<readonly (Typing & { subject: string })[]> {
  console.error(`Building the site of ${content} …`);
  const site = join(work, 'site');
  await runBuild(content, site, work, new AbortController().signal);
  const plain = await mkdtemp(join(work, 'index-'));
  await writeIndex(documents, plain);
  const [query] = TRANSFER_QUERIES;
  return [
    { subject: 'Offprint', ...(await typeInto(site, 'search/', query)) },
    {
      subject: 'Pagefind as is',
      ...(await typeInto(plain, await writePagefindPage(plain), query)),
    },
  ];
}

/** One engine after the other, so that none has to share the machine. */
async function withEach<T>(
  engines: readonly Engine[],
  documents: readonly BenchDocument[],
  work: string,
  measure: (subject: Subject) => Promise<T>,
): Promise<readonly T[]> {
  const results: T[] = [];
  for (const { name, make } of engines) {
    // Standard output is for the result alone.
    console.error(`Measuring ${name} on ${grouped(documents.length)} documents …`);
    const folder = await mkdtemp(join(work, 'index-'));
    const subject = await make(documents, folder);
    try {
      results.push(await measure(subject));
    } finally {
      await subject.close();
    }
    await rm(folder, { recursive: true });
  }
  return results;
}

await runCommand(() => benchSearchCommand(process.argv.slice(2)));
