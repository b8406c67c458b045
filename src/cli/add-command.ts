import { appendFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

import { type ArchiveChanges, compareArchives } from '../archive/changes.ts';
import { compileArchive, type RawArchive, readDigests } from '../archive/compile.ts';
import { reviewArchive } from '../archive/review.ts';
import { parseIsoDate, readableFileName } from '../digest/dates.ts';
import { fixDigest } from '../digest/fix.ts';
import { compareProblems } from '../digest/problems.ts';
import { readDigest } from '../digest/read.ts';
import type { IsoDate, Problem, RawDigest } from '../digest/types.ts';
import { readContentFolder } from '../loaders/content-folder.ts';
import { contentFolder } from '../loaders/environment.ts';
import { changeSentence, changeSummary } from '../publish/change-summary.ts';
import { titleText } from '../publish/title.ts';
import { freeName, writeContent } from './content-writer.ts';
import { readInputFile } from './input-file.ts';
import { count, inert, reportLines, reportSummary } from './report.ts';
import { exitCodes, UsageError } from './usage.ts';

const HELP = `Usage: npm run add -- FILE… [--date YYYY-MM-DD] [--dry-run] [--summary FILE]
       npm run add -- - [--date YYYY-MM-DD]

Adds digests to the content folder: finds the date, checks the text, says what it will publish, and
writes it under its dated name. With an error in one of them, nothing is written.

  FILE…           text files; “-” is the text you paste or pipe in
  --date DATE     the date of the digest, when its text does not say it
  --anyway        write it although many of its papers look wrong
  --dry-run       check and say what would be published, and write nothing
  --summary FILE  append what would be published to FILE, as Markdown

Environment: OFFPRINT_CONTENT (the content folder, default: content).`;

/** A digest on its way into the content folder. */
interface Arrival {
  /** The file it comes from, or `-`. */
  readonly source: string;
  /** As it came, under the name it will have. */
  readonly digest: RawDigest;
  /** As it will be written: mended where that needs no judgement. */
  readonly text: string;
  /** What its own name says and its text does not. */
  readonly disagreement: readonly Problem[];
  /** Neither its name nor its text says the year. */
  readonly isOfDefaultYear: boolean;
}

/** `npm run add`: puts digests in their place under their dated names, after checking them. */
export async function addCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      anyway: { type: 'boolean', default: false },
      summary: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return exitCodes.done;
  }
  if (positionals.length === 0)
    throw new UsageError(
      'Which digest? npm run add -- FILE, or npm run add -- - and paste the text.',
    );
  const date = readDateOption(values.date, positionals);

  const folder = contentFolder();
  const raw = await readContentFolder(folder);
  const arrivals: Arrival[] = [];
  for (const name of positionals) {
    const taken = [...raw.digests, ...arrivals.map(({ digest }) => digest)];
    arrivals.push(arrivalOf(name, await readSource(name), taken, raw.settings.year, date));
  }
  const after: RawArchive = {
    ...raw,
    digests: [...raw.digests, ...arrivals.map(({ digest }) => digest)],
  };
  const digests = readDigests(after);
  const archive = compileArchive(after, digests);
  const found = [...archive.problems, ...reviewArchive(after, digests, archive)];
  const problems = arrivals.flatMap(({ source, digest, disagreement }) =>
    [...disagreement, ...found.filter(({ file }) => file === digest.file)]
      .sort(compareProblems)
      .map((each) => ({ ...each, file: nameOf(source) })),
  );
  const before = compileArchive(
    raw,
    digests.filter(({ file }) => arrivals.every(({ digest }) => digest.file !== file)),
  );
  const changes = compareArchives(before, archive);
  for (const line of reportLines(problems, '.')) console.log(line);
  if (problems.length > 0) console.log(`${reportSummary(problems)}.`);
  if (values.summary !== undefined)
    await appendFile(values.summary, `${changeSummary(changes, problems)}\n`);

  const refusal = refusalOf(problems, changes, arrivals, raw, values.anyway);
  if (refusal !== undefined) {
    console.log(inert(refusal));
    return exitCodes.contentErrors;
  }
  for (const arrival of arrivals) console.log(inert(dateLine(arrival)));
  for (const line of changeLines(changes)) console.log(inert(line));
  for (const { digest, text } of arrivals) {
    const path = relative(process.cwd(), join(folder, digest.file));
    if (!values['dry-run']) await writeContent(folder, { file: digest.file, text });
    console.log(`${values['dry-run'] ? 'Would write' : 'Written:'} ${path}`);
  }
  if (!values['dry-run']) console.log('Commit the file to publish it.');
  return exitCodes.done;
}

/** A source as people know it. */
function nameOf(source: string): string {
  return source === '-' ? 'pasted text' : relative(process.cwd(), resolve(source));
}

function readDateOption(
  date: string | undefined,
  positionals: readonly string[],
): IsoDate | undefined {
  if (date === undefined) return undefined;
  const read = parseIsoDate(date);
  if (read === undefined) throw new UsageError(`--date takes a day such as 2025-03-11: “${date}”.`);
  if (positionals.length > 1) throw new UsageError('--date goes with one digest at a time.');
  return read;
}

async function readSource(name: string): Promise<Uint8Array> {
  if (name !== '-') return readInputFile(name);
  if (process.stdin.isTTY)
    console.error(
      'Paste the text of the page, then press Ctrl-D on a line of its own (Windows: Ctrl-Z, Enter).',
    );
  return buffer(process.stdin);
}

/** The digest under the name it will have: its date, and a number where the date has one already. */
function arrivalOf(
  source: string,
  bytes: Uint8Array,
  taken: readonly RawDigest[],
  defaultYear: number | undefined,
  chosen: IsoDate | undefined,
): Arrival {
  // The name of the file may say the date or the year, as in the content folder.
  const own = source === '-' ? 'pasted-text.txt' : basename(source);
  const said = chosen === undefined ? (readableFileName(own) ?? own) : `${chosen}.txt`;
  const dated = { file: `digests/${said}`, bytes };
  const { date, problems } = readDigest(dated, defaultYear);
  if (chosen !== undefined && date !== undefined && date !== chosen)
    throw new UsageError(`The text says that it is of ${date}, and --date says ${chosen}.`);
  const file = freeName(
    date === undefined ? dated.file : `digests/${date}.txt`,
    new Set(taken.map((each) => each.file)),
  );
  const digest = { file, bytes };
  const isDisagreement = ({ code }: Problem): boolean => code === 'date-disagrees';
  const isStill = readDigest(digest, defaultYear).problems.some(isDisagreement);
  return {
    source,
    digest,
    text: fixDigest(digest, defaultYear)?.text ?? '',
    disagreement: isStill ? [] : problems.filter(isDisagreement),
    isOfDefaultYear: date !== undefined && readDigest(dated).date === undefined,
  };
}

/** Codes of digests whose text does not say their date. */
const UNDATED = new Set(['date-missing', 'date-unreadable', 'year-missing']);

/** Why nothing is written, if nothing is. */
function refusalOf(
  problems: readonly Problem[],
  changes: ArchiveChanges,
  arrivals: readonly Arrival[],
  raw: RawArchive,
  isAllowed: boolean,
): string | undefined {
  if (problems.some(({ code }) => UNDATED.has(code)))
    return 'Nothing was written. Say the date of the digest: --date 2025-03-11';
  if (problems.some(({ severity }) => severity === 'error'))
    return 'Nothing was written. Correct the errors and add it again.';
  const texts = new Map(raw.digests.map((each) => [fixDigest(each)?.text, each.file]));
  for (const arrival of arrivals.filter(({ text }) => text !== '')) {
    const name = nameOf(arrival.source);
    const twin = texts.get(arrival.text);
    if (twin !== undefined)
      return `Nothing was written: ${name} is in the archive already, as ${twin}.`;
    const other = arrivals.find((each) => each !== arrival && each.text === arrival.text);
    if (other) return `Nothing was written: ${name} and ${nameOf(other.source)} are the same.`;
  }
  if (problems.some(({ code }) => code === 'no-entries' || code === 'file-empty'))
    return 'Nothing was written: there is no paper in it.';
  const { newPapers, repeated } = changes;
  const published = newPapers.length + repeated.length;
  if (published === 0) return 'Nothing was written: it would change nothing.';
  const doubtful = new Set(problems.filter(({ code }) => DOUBTFUL.has(code)).map(lineKey)).size;
  if (isAllowed || doubtful < 2 || doubtful * MOST_DOUBTFUL < published) return undefined;
  return (
    `Nothing was written: ${count(doubtful, 'line')} of ${count(published, 'paper')} look wrong, and ` +
    'addresses are permanent. Correct them, or add it as it is: --anyway'
  );
}

/** Codes of what may be no paper at all. */
const DOUBTFUL = new Set([
  ...['title-without-abstract', 'abstract-short', 'abstract-in-parts', 'title-markup'],
  ...['title-like-abstract', 'paragraph-repeated', 'mailing-text-unknown', 'line-unindented'],
]);
/** One doubtful line in so many papers is a page that was not copied well. */
const MOST_DOUBTFUL = 4;

function lineKey({ file, line }: Problem): string {
  return `${file}:${String(line)}`;
}

/** Which date a digest is taken to be of, and what else there is of that date. */
function dateLine(arrival: Arrival): string {
  const { source, digest, isOfDefaultYear } = arrival;
  const [, name = '', date = ''] = /((\d{4}-\d{2}-\d{2}).*)\.txt$/.exec(digest.file) ?? [];
  const beside = name === date ? '' : `, beside ${date}.txt, which is of that date too`;
  const origin = isOfDefaultYear ? ` (${date.slice(0, 4)} is the year in archive.yaml)` : '';
  return `${nameOf(source)} is of ${date}${origin}${beside}.`;
}

/** Papers named of each kind; the rest is counted. */
const NAMED = 10;

function changeLines(changes: ArchiveChanges): readonly string[] {
  const { newPapers, repeated } = changes;
  const named = (label: string, papers: ArchiveChanges['newPapers']): readonly string[] => {
    const titles = papers.slice(0, NAMED).map(({ title }) => `  ${titleText(title)}`);
    const rest = papers.length - titles.length;
    if (titles.length === 0) return [];
    return [label, ...titles, ...(rest > 0 ? [`  and ${count(rest, 'more', 'more')}`] : [])];
  };
  return [
    `This publishes: ${changeSentence(changes)}`,
    ...named('New:', newPapers),
    ...named('Seen before:', repeated),
  ];
}
