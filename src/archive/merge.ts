import { problem } from '../digest/problems.ts';
import type { Entry, IsoDate, Problem } from '../digest/types.ts';
import { type NotedGroup, notedTitle } from './apply-notes.ts';
import type { Group } from './groups.ts';
import { titleKey } from './identity.ts';
import { linksOf, resolveMirrors } from './links.ts';
import { mergeFacts } from './merge-facts.ts';
import type { Settings } from './settings.ts';
import type { AbstractVersion, Appearance, Paper, PaperId, PaperLink } from './types.ts';

/**
 * Makes one paper of its entries and its notes. Differing abstracts are kept as versions and reported; notes
 * and digests that state different things are reported.
 */
export function mergeGroup(
  id: PaperId,
  noted: NotedGroup,
  settings: Settings,
): { paper: Paper; problems: readonly Problem[] } {
  const { entries, notes } = noted;
  const versions = versionsOf(entries, settings);
  const { facts, problems } = mergeFacts(notes, entries);
  const paper: Paper = {
    id,
    title: notedTitle(id, noted),
    appearances: entries.map((placed) => placed.appearance),
    versions,
    links: distinct([
      ...notes.flatMap((note) => note.links),
      ...linksOf(versions[0]?.paragraphs ?? []),
    ]),
    facts,
    notes: notes.map(({ id: note, hasText }) => ({ id: note, hasText })),
  };
  const found = [...differencesIn(entries, settings), ...repeatsIn(entries), ...problems];
  return { paper, problems: found };
}

/** The date a paper was first seen. */
export function firstSeen(paper: Paper): IsoDate {
  const [first] = paper.appearances;
  if (first === undefined) throw new TypeError(`Paper without an appearance: ${paper.id}`);
  return first.date;
}

/** The dates of appearances, each once, in their order. */
export function datesOf(appearances: readonly Appearance[]): readonly IsoDate[] {
  return [...new Set(appearances.map(({ date }) => date))];
}

function versionsOf(group: Group, settings: Settings): readonly AbstractVersion[] {
  const versions = new Map<string, { paragraphs: readonly string[]; appearances: Appearance[] }>();
  for (const { entry, appearance } of group.toReversed()) {
    if (entry.abstract.length === 0) continue;
    const paragraphs = paragraphsOf(entry, settings);
    const text = textOf(paragraphs);
    const version = versions.get(text) ?? { paragraphs, appearances: [] };
    version.appearances.unshift(appearance);
    versions.set(text, version);
  }
  return [...versions.values()];
}

function paragraphsOf(entry: Entry, settings: Settings): readonly string[] {
  return entry.abstract.map((paragraph) =>
    resolveMirrors(paragraph.text.normalize('NFC'), settings.links.mirrors),
  );
}

/** The words of an abstract: pages and mailings break the same text into other paragraphs. */
function textOf(paragraphs: readonly string[]): string {
  return paragraphs.join(' ');
}

function distinct(links: readonly PaperLink[]): readonly PaperLink[] {
  const seen = new Set<string>();
  return links.filter(({ url }) => !seen.has(url) && seen.add(url));
}

/** A warning at each appearance whose abstract is another than that of the appearance before it. */
function differencesIn(group: Group, settings: Settings): readonly Problem[] {
  const withAbstract = group.filter(({ entry }) => entry.abstract.length > 0);
  return withAbstract.flatMap(({ entry, appearance }, index) => {
    const before = withAbstract[index - 1];
    const [first] = entry.abstract;
    if (before === undefined || first === undefined) return [];
    const textIn = (each: Entry): string => textOf(paragraphsOf(each, settings));
    if (textIn(entry) === textIn(before.entry)) return [];
    const other = `${before.appearance.file}:${String(before.appearance.line)}`;
    const place = { file: appearance.file, line: first.line, column: first.column };
    return [problem('abstract-differs', place, { title: entry.title.text, other })];
  });
}

/** A warning for each further listing of a title in one digest; two titles that a note makes one are meant. */
function repeatsIn(group: Group): readonly Problem[] {
  return group.flatMap(({ entry: { title }, appearance }, index) => {
    const before = group[index - 1];
    if (before?.appearance.file !== appearance.file) return [];
    if (titleKey(before.entry.title.text) !== titleKey(title.text)) return [];
    const place = { ...appearance, column: title.column };
    const { line } = before.appearance;
    return [problem('title-repeated', place, { title: title.text, line })];
  });
}
