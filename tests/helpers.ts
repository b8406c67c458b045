import { compileArchive } from '../src/archive/compile.ts';
import { defaultSettings, type Settings } from '../src/archive/settings.ts';
import type { Appearance, Archive, Paper, PaperId } from '../src/archive/types.ts';
import { readDigest } from '../src/digest/read.ts';
import { acronymsIn } from '../src/text/acronyms.ts';
import { searchDocument } from '../src/search/index/documents.ts';
import { searchRecord, type SearchRecord } from '../src/search/index/records.ts';
import { stemOf } from '../src/text/stems.ts';
import type { Block, Digest, IsoDate, Paragraph, Problem, RawDigest } from '../src/digest/types.ts';

/** The file that a digest is in when a test does not care. */
export const FILE = 'digests/2025-03-11.txt';

/** A digest of this text, or of these bytes. */
export function raw(content: string | Iterable<number>, file = FILE): RawDigest {
  const bytes = typeof content === 'string' ? bytesOf(content) : Uint8Array.from(content);
  return { file, bytes };
}

/** A text as UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** An invented abstract of four sentences, of the length and the look of a real one. */
export function abstractOn(subject: string): string {
  return (
    `This invented abstract is about ${subject} and about nothing else. ` +
    'Forty jars were filled with river water, shaken by hand and left on a shelf for a week. ' +
    'Half of them turned green, which the usual model of shelves does not predict. ' +
    'A second shelf, a little higher than the first, gave the same result.'
  );
}

/** Paragraphs as a digest writes them. */
export function blocks(...paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}

/** The text of a digest with an abstract of its own for each title. */
export function digestOf(...titles: readonly string[]): string {
  return blocks(...titles.flatMap((title) => [title, abstractOn(title)]));
}

/** A digest, read; the file name gives the date. */
export function read(text: string, file = FILE): Digest {
  return readDigest(raw(text, file));
}

/** Each entry as its title and its paragraphs. */
export function textsOf({ entries }: Pick<Digest, 'entries'>): readonly (readonly string[])[] {
  return entries.map(({ title, abstract }) => [title.text, ...abstract.map(({ text }) => text)]);
}

/** Problems as `line:column code`. */
export function places(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ line, column, code }) => `${String(line)}:${String(column)} ${code}`);
}

/** The codes of problems. */
export function codes(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code }) => code);
}

/** Blocks without blank lines inside, one line after the other. */
export function blocksOf(...texts: readonly string[]): readonly Block[] {
  return texts.map((text, index) => ({ text, line: index * 2 + 1, column: 1 }));
}

export function paragraphsOf(...texts: readonly string[]): readonly Paragraph[] {
  return blocksOf(...texts);
}

/** The archive of these files, by their names in `digests/` and, without `.mdx`, in `notes/`. */
export function archiveOf(
  files: Readonly<Record<string, string>>,
  settings: Partial<Settings> = {},
  notes: Readonly<Record<string, string>> = {},
): Archive {
  return compileArchive({
    digests: Object.entries(files).map(([name, text]) => raw(text, `digests/${name}`)),
    notes: Object.entries(notes).map(([name, text]) => raw(text, `notes/${name}.mdx`)),
    settings: { ...defaultSettings, ...settings },
    problems: [],
  });
}

/** A date that a test is sure of. */
export function day(date: `${number}-${number}-${number}`): IsoDate {
  return date as string as IsoDate;
}

export function appearance(date: IsoDate, file: string, line = 1, position = 0): Appearance {
  return { date, file, line, position };
}

/** A paper that appeared once, with an abstract of these paragraphs. */
export function paperWith(
  title: string,
  paragraphs: readonly string[],
  more: Partial<Paper> = {},
): Paper {
  const appearances = [appearance(day('2025-03-11'), FILE)];
  return {
    id: 'invented' as PaperId,
    title,
    appearances,
    versions: paragraphs.length === 0 ? [] : [{ paragraphs, appearances }],
    links: [],
    facts: {},
    notes: [],
    ...more,
  };
}

/** A piece of work with the milliseconds of processor time it takes, whatever else the machine does. */
export function timed<T>(work: () => T): { result: T; milliseconds: number } {
  const before = process.threadCpuUsage();
  const result = work();
  const { user, system } = process.threadCpuUsage(before);
  return { result, milliseconds: (user + system) / 1000 };
}

export function millisecondsOf(work: () => unknown): number {
  return timed(work).milliseconds;
}

/** What the search knows of a paper that stands alone. */
export function recordOf(paper: Paper): SearchRecord {
  const stem = stemOf('en');
  const document = searchDocument(paper);
  return searchRecord(document, acronymsIn([document.abstract], stem), stem);
}
