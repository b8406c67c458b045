import { parseIsoDate } from '../digest/dates.ts';
import { decode } from '../digest/decode.ts';
import { problem } from '../digest/problems.ts';
import type { IsoDate, Problem } from '../digest/types.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import { asPaperId } from './identity.ts';
import { dateNoteSchema, paperNoteSchema } from './note-schema.ts';
import type { PaperFacts, PaperId, PaperLink } from './types.ts';
import { readYaml, type YamlSource } from './yaml-values.ts';

/** A note as it lies in the content folder: `notes/<id>.mdx` or `notes/dates/<date>.mdx`. */
export interface RawNote {
  /** Path relative to the content folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What a maintainer says of one paper. */
export interface PaperNote {
  readonly file: string;
  /** The address the note is about. */
  readonly id: PaperId;
  /** The right title; the paper moves to its address. With `withdrawn`, only what is shown. */
  readonly title?: string;
  /** The paper that this one is the same as. */
  readonly sameAs?: PaperId;
  /** Papers that look alike and are not the same. */
  readonly differsFrom: readonly PaperId[];
  /** Why the paper is no longer shown. */
  readonly withdrawn?: string;
  readonly facts: PaperFacts;
  readonly links: readonly PaperLink[];
  /** There is a text below the front matter, for the page of the paper. */
  readonly hasText: boolean;
}

/** What a maintainer says of a date that is no longer there: where it went, or why. */
export interface DateNote {
  readonly file: string;
  readonly date: IsoDate;
  readonly sameAs?: IsoDate;
  readonly withdrawn?: string;
}

/** What the folder of notes says. */
export interface Notes {
  readonly papers: readonly PaperNote[];
  readonly dates: readonly DateNote[];
  readonly problems: readonly Problem[];
}

/** Reads all notes; one with a mistake is left out and reported at its line. */
export function readNotes(raw: readonly RawNote[]): Notes {
  const papers: PaperNote[] = [];
  const dates: DateNote[] = [];
  const problems: Problem[] = [];
  for (const note of [...raw].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const decoded = decode(note);
    const found = decoded.problems.filter(({ code }) => code !== 'file-empty');
    problems.push(...found);
    if (found.some(({ severity }) => severity === 'error')) continue;
    const text = splitFrontMatter(decoded.lines);
    const fault = faultOf(note.file, text);
    if (fault) {
      problems.push(fault);
      continue;
    }
    const read = note.file.startsWith('notes/dates/')
      ? readDateNote(note.file, text)
      : readPaperNote(note.file, text);
    problems.push(...read.problems);
    if (read.paper) papers.push(read.paper);
    if (read.date) dates.push(read.date);
  }
  return { papers, dates, problems };
}

interface ReadNote {
  readonly paper?: PaperNote;
  readonly date?: DateNote;
  readonly problems: readonly Problem[];
}

/** Settings at the start of a text, or dashes that a word processor made of hyphens. */
const LOST_FRONT_MATTER =
  /^\s*(?:[–—-]+\s*\n\s*)?(?:title|sameAs|differsFrom|withdrawn|authors|year|venue|arxiv|doi|links):(?:\s|$)/;

/** What keeps front matter from being read as such. */
function faultOf(
  file: string,
  { isOpen, firstLine, yaml, body }: FrontMatter,
): Problem | undefined {
  const at = (line: number, fact: string): Problem =>
    problem('note-invalid', { file, line, column: 1 }, { fact });
  if (isOpen) return at(firstLine - 1, 'The line “---” that ends the front matter is missing.');
  // Astro reads this as TOML.
  if (/^\s*\+\+\+/.test(body))
    return at(1, 'The front matter must stand between two lines of “---”, not “+++”.');
  if (yaml === '' && LOST_FRONT_MATTER.test(body))
    return at(1, 'What the note states must stand between two lines of three hyphens, “---”.');
  return undefined;
}

function readPaperNote(file: string, text: FrontMatter): ReadNote {
  const id = asPaperId(nameOf(file));
  if (id === undefined)
    return { problems: [misnamed(file, 'the last part of the address of a paper')] };
  const { value, problems } = readYaml(text.yaml, paperNoteSchema, sourceOf(file, text));
  if (value === undefined) return { problems };
  const { title, sameAs, differsFrom, withdrawn, links, ...facts } = value;
  const stated = { title: title?.normalize('NFC'), sameAs, withdrawn };
  const hasText = text.body.trim() !== '';
  return {
    paper: {
      file,
      id,
      ...defined(stated),
      differsFrom,
      facts: defined(facts),
      links,
      hasText,
    },
    problems,
  };
}

function readDateNote(file: string, text: FrontMatter): ReadNote {
  const date = parseIsoDate(nameOf(file));
  if (date === undefined) return { problems: [misnamed(file, 'a date such as 2025-03-11')] };
  if (text.body.trim() !== '') {
    const fact = 'A note on a date has no text; say in “withdrawn” what readers should know.';
    return {
      problems: [problem('note-invalid', { file, line: text.bodyLine, column: 1 }, { fact })],
    };
  }
  const { value, problems } = readYaml(text.yaml, dateNoteSchema, sourceOf(file, text));
  return value === undefined ? { problems } : { date: { file, date, ...defined(value) }, problems };
}

function sourceOf(file: string, { firstLine }: FrontMatter): YamlSource {
  return { file, firstLine, code: 'note-invalid', values: 'failsafe' };
}

function misnamed(file: string, what: string): Problem {
  const fact = `The name of the file, without .mdx, is not ${what}.`;
  return problem('note-invalid', { file, line: 1, column: 1 }, { fact });
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.mdx$/, '');
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** An object without the values that are not there. */
function defined<T extends object>(value: T): Defined<T> {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}
