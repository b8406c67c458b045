import { withoutVersion } from '../digest/identifiers.ts';
import { problem } from '../digest/problems.ts';
import type { PaperFacts, Problem } from '../digest/types.ts';
import type { Group, PlacedEntry } from './groups.ts';
import type { PaperNote } from './notes.ts';

/**
 * What notes and digests state of one paper together. Of notes that state different things the first counts,
 * of digests the newest, and a note before every digest; what differs is reported, unless a note settles it.
 *
 * @param entries in order of their appearance.
 */
export function mergeFacts(
  notes: readonly PaperNote[],
  entries: Group,
): { facts: PaperFacts; problems: readonly Problem[] } {
  const ofNotes = factsOfNotes(notes);
  const ofDigests = entries.reduce<PaperFacts>(
    (facts, { entry }) => ({ ...facts, ...entry.facts }),
    {},
  );
  const isOpen = (name: string): boolean => !Object.hasOwn(ofNotes.facts, name);
  return {
    facts: { ...ofDigests, ...ofNotes.facts },
    problems: [...ofNotes.problems, ...differencesOfDigests(entries, isOpen)],
  };
}

function factsOfNotes(notes: readonly PaperNote[]): {
  facts: PaperFacts;
  problems: readonly Problem[];
} {
  const stated = new Map<string, { value: unknown; file: string }>();
  const problems: Problem[] = [];
  for (const { file, facts } of notes)
    for (const [name, value] of Object.entries(facts)) {
      const first = stated.get(name);
      if (first === undefined) stated.set(name, { value, file });
      else if (JSON.stringify(first.value) !== JSON.stringify(value)) {
        const place = { file, line: 1, column: 1 };
        problems.push(problem('note-disagrees', place, { name, other: first.file }));
      }
    }
  return {
    facts: Object.fromEntries([...stated].map(([name, { value }]) => [name, value])),
    problems,
  };
}

/** A warning at each entry that states something else than the one before it that states it. */
function differencesOfDigests(
  entries: Group,
  isOpen: (name: string) => boolean,
): readonly Problem[] {
  const last = new Map<string, { value: unknown; placed: PlacedEntry }>();
  const problems: Problem[] = [];
  for (const placed of entries)
    for (const [name, value] of Object.entries(placed.entry.facts ?? {}).filter(([each]) =>
      isOpen(each),
    )) {
      const before = last.get(name);
      last.set(name, { value, placed });
      if (before === undefined || isSameFact(name, before.value, value)) continue;
      const { title } = placed.entry;
      const place = { file: placed.appearance.file, line: title.line, column: title.column };
      const { file, line } = before.placed.appearance;
      const other = `${file}:${String(line)}`;
      problems.push(problem('facts-differ', place, { name, title: title.text, other }));
    }
  return problems;
}

/** A new version of a paper, and a category that it is listed under besides, are no other facts. */
function isSameFact(name: string, a: unknown, b: unknown): boolean {
  if (name === 'arxiv') return withoutVersion(String(a)) === withoutVersion(String(b));
  if (name === 'doi') return String(a).toLowerCase() === String(b).toLowerCase();
  if (name === 'categories' && Array.isArray(a) && Array.isArray(b))
    return a.every((each) => b.includes(each)) || b.every((each) => a.includes(each));
  return JSON.stringify(a) === JSON.stringify(b);
}
