import { appendFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { type ArchiveChanges, compareArchives } from '../archive/changes.ts';
import { compileArchive, countEntries, type RawArchive, readDigests } from '../archive/compile.ts';
import { reviewArchive } from '../archive/review.ts';
import type { Archive } from '../archive/types.ts';
import { compareProblems, explain } from '../digest/problems.ts';
import type { Problem } from '../digest/types.ts';
import { ContentFolderError, readContentFolder } from '../loaders/content-folder.ts';
import { contentFolder } from '../loaders/environment.ts';
import { changeSentence, changeSummary } from '../publish/change-summary.ts';
import { changedFiles, checkBase } from './base.ts';
import { type Writing, writeContent } from './content-writer.ts';
import { fixContent } from './fix-content.ts';
import { checkPublished } from './published.ts';
import { annotationLines, count, inert, reportLines, reportSummary } from './report.ts';
import { exitCodes, UsageError } from './usage.ts';

const HELP = `Usage: npm run check -- [FILE…] [--fix] [--published FILE] [--base DIR] [--json] [--summary FILE]
       npm run check -- --explain CODE

Checks the content without building it, and lists every problem with its place and what to do.

  FILE…             list only the problems of these files
  --fix             mend what needs no judgement, and show it
  --published FILE  fail when an address in FILE (permalinks.txt of the live site) would no longer
                    answer; with --fix, write a note that keeps each of them
  --base DIR        compare with another content folder: say what would be published, and fail when
                    an address of it would no longer answer
  --json            print one JSON document
  --summary FILE    append what --base says to FILE, as Markdown
  --explain CODE    say what a code means

Environment: OFFPRINT_CONTENT (the content folder, default: content).
Exit code: 0 nothing is wrong, or only warnings and notices; 1 there are errors; 2 wrong use.`;

/** What a check has found. */
interface Findings {
  readonly archive: Archive;
  readonly problems: readonly Problem[];
  /** Only with `--base`. */
  readonly changes?: ArchiveChanges;
}

/** `npm run check`: says what is wrong with the content, without building it. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      fix: { type: 'boolean', default: false },
      published: { type: 'string' },
      base: { type: 'string' },
      json: { type: 'boolean', default: false },
      summary: { type: 'string' },
      explain: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return print(HELP);
  if (values.explain !== undefined) return print(explanationOf(values.explain));

  if (values.summary !== undefined && values.base === undefined)
    throw new UsageError('--summary says what --base finds: give both.');

  const folder = contentFolder();
  let raw = await readContentFolder(folder);
  const chosen = chosenFiles(positionals, folder, raw);
  const patches: string[] = [];
  if (values.fix) {
    const isChosen = (file: string): boolean => chosen.length === 0 || chosen.includes(file);
    const fixes = fixContent(raw, isChosen);
    await write(folder, fixes.writings);
    patches.push(...fixes.patches);
    if (chosen.length > 0) chosen.push(...fixes.writings.map(({ file }) => file));
    if (fixes.writings.length > 0) raw = await readContentFolder(folder);
  }

  const digests = readDigests(raw);
  const archive = compileArchive(raw, digests);
  const problems = [...archive.problems, ...reviewArchive(raw, digests, archive)];
  if (values.published !== undefined) {
    const published = await checkPublished(values.published, archive, folder);
    const notes = published.flatMap(({ note }) => (values.fix && note ? [note] : []));
    await write(folder, notes);
    patches.push(...notes.map(({ file, text }) => `New file ${file}\n${text}`));
    problems.push(
      ...published.flatMap(({ problem, note }) => (values.fix && note ? [] : [problem])),
    );
  }
  const base = values.base === undefined ? undefined : await readBase(values.base);
  const before = base && compileArchive(base);
  if (before) problems.push(...checkBase(before, archive));
  problems.sort(compareProblems);

  // An address is missed wherever it came from.
  const shown = problems.filter(
    ({ file, code }) => chosen.length === 0 || chosen.includes(file) || code === 'address-vanished',
  );
  const changes = before && compareArchives(before, archive);
  const findings: Findings = { archive, problems: shown, ...(changes && { changes }) };
  if (values.json) console.log(asJson(findings, patches));
  else {
    for (const patch of patches) console.log(inert(patch));
    report(findings, folder, base && changedFiles(base, raw));
  }
  if (values.summary !== undefined && changes)
    await appendFile(values.summary, `${changeSummary(changes, shown)}\n`);
  const hasErrors = shown.some(({ severity }) => severity === 'error');
  return hasErrors ? exitCodes.contentErrors : exitCodes.done;
}

function print(text: string): number {
  console.log(text);
  return exitCodes.done;
}

function explanationOf(code: string): string {
  const text = explain(code);
  if (text === undefined)
    throw new UsageError(`There is no code “${code}”. .github/problems.md lists all of them.`);
  return text;
}

/** The paths in the content folder of files that are named as they lie, or by these paths. */
function chosenFiles(paths: readonly string[], folder: string, raw: RawArchive): string[] {
  const files = [...raw.digests, ...raw.notes, ...raw.problems].map(({ file }) => file);
  const known = new Set([...files, 'archive.yaml', 'about.mdx']);
  return paths.map((path) => {
    const within = (full: string): string => relative(folder, full).replaceAll('\\', '/');
    const file = [resolve(path), resolve(folder, path)].map(within).find((each) => known.has(each));
    if (file === undefined)
      throw new UsageError(
        `${path} is no file of the content folder. To try a digest that is not in it yet: ` +
          'npm run add -- --dry-run FILE',
      );
    return file;
  });
}

async function readBase(base: string): Promise<RawArchive> {
  return readContentFolder(resolve(base)).catch((error: unknown) => {
    if (!(error instanceof ContentFolderError)) throw error;
    throw new UsageError(`--base takes a content folder; ${base} has no “digests/” in it.`);
  });
}

async function write(folder: string, writings: readonly Writing[]): Promise<void> {
  for (const writing of writings) await writeContent(folder, writing);
}

/**
 * Prints problems and counts. In a workflow the problems are annotations; of a change, those in the files
 * that it changes, because GitHub shows only some.
 */
function report(
  { archive, problems, changes }: Findings,
  folder: string,
  changed?: ReadonlySet<string>,
): void {
  const isWorkflow = process.env['GITHUB_ACTIONS'] === 'true';
  for (const line of reportLines(problems, folder)) console.log(line);
  if (isWorkflow) {
    const annotated = problems.filter(({ file }) => changed === undefined || changed.has(file));
    for (const line of annotationLines(annotated, folder)) console.log(line);
  }
  if (changes) console.log(inert(`Compared with the base: ${changeSentence(changes)}`));
  const { digests, papers, dates } = archive;
  const found = reportSummary(problems);
  console.log(
    `${count(digests.length, 'digest')}, ${count(countEntries(archive), 'entry', 'entries')}, ` +
      `${count(papers.length, 'paper')}, ${count(dates.length, 'date')}: ` +
      (found === '' ? 'everything is in order.' : `${found}.`),
  );
}

function asJson({ archive, problems, changes }: Findings, patches: readonly string[]): string {
  const { digests, papers, dates } = archive;
  const counts = {
    digests: digests.length,
    entries: countEntries(archive),
    papers: papers.length,
    dates: dates.length,
  };
  const named = (list: ArchiveChanges['newPapers']): object[] =>
    list.map(({ id, title }) => ({ id, title }));
  const changed = changes && {
    newDates: changes.newDates,
    newPapers: named(changes.newPapers),
    repeated: named(changes.repeated),
    rewritten: named(changes.rewritten),
  };
  return JSON.stringify({ problems, counts, fixed: patches, changes: changed }, undefined, 1);
}
