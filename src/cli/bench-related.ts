import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { compileArchive } from '../archive/compile.ts';
import { readContentFolder } from '../loaders/content-folder.ts';
import { abstractText } from '../publish/excerpt.ts';
import { titleText } from '../publish/title.ts';
import { readSample } from './bench/sample.ts';
import { readRelatedCollection, type RelatedCollection } from './bench/related/collection.ts';
import { relatingCost } from './bench/related/cost.ts';
import { halvesCollection } from './bench/related/halves.ts';
import { measureRelated } from './bench/related/measure.ts';
import { mentionsCollection } from './bench/related/mentions.ts';
import { type RelatedReport, relatedReport } from './bench/related/report.ts';
import { SUBJECTS } from './bench/related/subject.ts';
import { writeCollection } from './bench/related/write-collection.ts';
import { machine } from './bench/report.ts';
import { grouped } from './bench/table.ts';
import { exitCodes, runCommand, UsageError } from './usage.ts';

const HELP = `Usage: npm run bench:related -- [--collection DIR]… [--from CONTENT]… [--sample N] [--write DIR] [--json]

Measures how well papers are related to each other, beside a plain TF-IDF cosine.

  --collection DIR  judged papers: corpus.jsonl {id, title, abstract} or {_id, title, text}, and qrels.tsv
                    (paper, other paper, grade); 123-method or 123_method is a facet of the paper 123
  --from CONTENT    a content folder, errors left out: finds the other half of abstracts, and papers that
                    mention the same names, with the names taken out
  --sample N        abstracts to find the other half of (default: 1000)
  --write DIR       save the collections made with --from in DIR/halves and DIR/mentions
  --json            print JSON (with npm run -s, nothing else is printed)

Choose at least one folder. The same folder gives the same figures; seconds differ from run to run.
Environment: TMPDIR (where the papers go while the time is taken).`;

/** `npm run bench:related`: ranks papers by how related they are, and prints tables. */
async function benchRelatedCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      collection: { type: 'string', multiple: true, default: [] },
      from: { type: 'string', multiple: true, default: [] },
      sample: { type: 'string', default: '1000' },
      write: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return exitCodes.done;
  }
  if (values.collection.length + values.from.length === 0)
    throw new UsageError('Choose what to measure with: --collection DIR, --from CONTENT or both.');
  if (values.write !== undefined && values.from.length !== 1)
    throw new UsageError(
      '--write saves the collections made of one folder; add one --from CONTENT.',
    );
  const sample = readSample(values.sample, 1000);

  const reports: RelatedReport[] = [];
  for (const folder of values.collection)
    reports.push(await report(folder, await readRelatedCollection(folder)));
  for (const folder of values.from)
    for (const [name, collection] of Object.entries(await collectionsOf(folder, sample))) {
      if (values.write !== undefined) await writeCollection(join(values.write, name), collection);
      if (collection.queries.length === 0) console.error(`${folder} is too small for ${name}.`);
      else reports.push(await report(`${folder}, ${name}`, collection));
    }
  const document = { machine: machine(), collections: reports };
  console.log(values.json ? JSON.stringify(document, null, 1) : relatedReport(reports));
  return exitCodes.done;
}

/** Collections made of the papers of a content folder. */
async function collectionsOf(
  folder: string,
  sample: number,
): Promise<Readonly<Record<'halves' | 'mentions', RelatedCollection>>> {
  const { papers } = compileArchive(await readContentFolder(resolve(folder)));
  if (papers.length === 0) throw new UsageError(`There is no sound paper in ${folder}.`);
  const documents = papers.map((paper) => ({
    id: paper.id,
    title: titleText(paper.title),
    abstract: abstractText(paper),
  }));
  return {
    halves: halvesCollection(documents, sample),
    mentions: mentionsCollection(documents),
  };
}

/** One subject after the other, so that none has to share the machine. */
async function report(name: string, collection: RelatedCollection): Promise<RelatedReport> {
  const { documents, queries } = collection;
  const results: RelatedReport['results'][number][] = [];
  for (const subject of ['offprint', 'tfidf'] as const) {
    // Standard output is for the result alone.
    console.error(`Relating ${grouped(documents.length)} papers of ${name}: ${subject} …`);
    const cost = await relatingCost(subject, documents);
    results.push({ ...measureRelated(SUBJECTS[subject], collection), cost });
  }
  const grades = queries.flatMap(({ judged }) => [...judged.values()]);
  return {
    collection: name,
    documents: documents.length,
    queries: queries.length,
    related: grades.filter((grade) => grade > 0).length,
    results,
  };
}

await runCommand(() => benchRelatedCommand(process.argv.slice(2)));
