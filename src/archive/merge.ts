import { problem } from '../digest/problems.ts';
import type { Digest, Entry, IsoDate, Problem } from '../digest/types.ts';
import { paperId, titleKey } from './identity.ts';
import { linksOf, resolveMirrors } from './links.ts';
import type { Settings } from './settings.ts';
import type { AbstractVersion, Appearance, Paper, PaperId } from './types.ts';

/** An entry with the place it came from. */
interface PlacedEntry {
  readonly entry: Entry;
  readonly appearance: Appearance;
}

/** Papers by id, and what merging found. */
export interface Merged {
  readonly papers: ReadonlyMap<PaperId, Paper>;
  readonly problems: readonly Problem[];
}

/**
 * Makes one paper of all entries whose titles name the same paper. The outcome does not depend on the
 * order of `digests`. Differing abstracts are kept as versions and reported; where two different titles
 * get one id, the one whose key sorts later is left out and reported.
 */
export function mergeEntries(digests: readonly Digest[], settings: Settings): Merged {
  const groups = new Map<string, PlacedEntry[]>();
  for (const placed of digests.flatMap(placeEntries)) {
    const key = titleKey(placed.entry.title.text);
    const group = groups.get(key);
    if (group) group.push(placed);
    else groups.set(key, [placed]);
  }

  const papers = new Map<PaperId, Paper>();
  const problems: Problem[] = [];
  for (const [key, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const id = paperId(key);
    const sorted = group.sort((a, b) => compareAppearances(a.appearance, b.appearance));
    const holder = papers.get(id);
    if (holder) {
      for (const { appearance, entry } of sorted)
        problems.push(
          problem(
            'address-taken',
            { ...appearance, column: entry.title.column },
            { title: entry.title.text, other: holder.title },
          ),
        );
      continue;
    }
    papers.set(id, paperOf(id, sorted, settings));
    problems.push(...differencesIn(sorted, settings), ...repeatsIn(sorted));
  }
  return { papers, problems };
}

/** Orders appearances by date, then digest, then place in it. */
export function compareAppearances(a: Appearance, b: Appearance): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.position - b.position;
}

function placeEntries(digest: Digest): readonly PlacedEntry[] {
  const { date, file } = digest;
  if (date === undefined) return [];
  return digest.entries.map((entry, position) => ({
    entry,
    appearance: { date, file, line: entry.title.line, position },
  }));
}

function paperOf(id: PaperId, group: readonly PlacedEntry[], settings: Settings): Paper {
  const versions = versionsOf(group, settings);
  return {
    id,
    title: titleOf(group),
    appearances: group.map((placed) => placed.appearance),
    versions,
    links: linksOf(versions[0]?.paragraphs ?? []),
  };
}

/** The newest spelling of a title, one in capitals only where there is no other. */
function titleOf(group: readonly PlacedEntry[]): string {
  const spellings = group.map(({ entry }) => entry.title.text);
  return spellings.findLast((title) => /\p{Ll}/u.test(title)) ?? spellings.at(-1) ?? '';
}

function versionsOf(group: readonly PlacedEntry[], settings: Settings): readonly AbstractVersion[] {
  const versions = new Map<string, { paragraphs: readonly string[]; appearances: Appearance[] }>();
  for (const { entry, appearance } of group.toReversed()) {
    if (entry.abstract.length === 0) continue;
    const paragraphs = paragraphsOf(entry, settings);
    const text = paragraphs.join('\n');
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

/** A warning at each appearance whose abstract is another than that of the appearance before it. */
function differencesIn(group: readonly PlacedEntry[], settings: Settings): readonly Problem[] {
  const withAbstract = group.filter(({ entry }) => entry.abstract.length > 0);
  return withAbstract.flatMap(({ entry, appearance }, index) => {
    const before = withAbstract[index - 1];
    const [first] = entry.abstract;
    if (before === undefined || first === undefined) return [];
    const isSame =
      paragraphsOf(entry, settings).join('\n') === paragraphsOf(before.entry, settings).join('\n');
    if (isSame) return [];
    const other = `${before.appearance.file}:${String(before.appearance.line)}`;
    const place = { file: appearance.file, line: first.line, column: first.column };
    return [problem('abstract-differs', place, { title: entry.title.text, other })];
  });
}

/** A warning for each further listing of a paper in one digest. */
function repeatsIn(group: readonly PlacedEntry[]): readonly Problem[] {
  return group.flatMap(({ entry, appearance }, index) => {
    const before = group[index - 1]?.appearance;
    if (before?.file !== appearance.file) return [];
    const place = { ...appearance, column: entry.title.column };
    return [problem('title-repeated', place, { title: entry.title.text, line: before.line })];
  });
}

/** The date a paper was first seen. */
export function firstSeen(paper: Paper): IsoDate {
  const [first] = paper.appearances;
  if (first === undefined) throw new TypeError(`Paper without an appearance: ${paper.id}`);
  return first.date;
}
