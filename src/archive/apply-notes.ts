import { problem } from '../digest/problems.ts';
import type { IsoDate, Problem } from '../digest/types.ts';
import { type Group, inOrder, type PlacedEntry, titleOf } from './groups.ts';
import { paperId, titleKey } from './identity.ts';
import type { DateNote, PaperNote } from './notes.ts';
import type { FormerDate, FormerPaper, PaperId } from './types.ts';

/** The entries and the notes of one paper. */
export interface NotedGroup {
  readonly entries: Group;
  /** The note with the paper's own id first, then those that lead to it, by id. */
  readonly notes: readonly PaperNote[];
}

/** What the notes make of the papers. */
export interface NotedGroups {
  readonly groups: ReadonlyMap<PaperId, NotedGroup>;
  readonly formerPapers: readonly FormerPaper[];
  readonly problems: readonly Problem[];
}

/**
 * Applies the notes to the papers: moves entries to the paper that a corrected title or `sameAs` names,
 * takes withdrawn papers out, and lists every address that is left behind. A note that leads nowhere is
 * reported and changes nothing.
 */
export function applyNotes(
  groups: ReadonlyMap<PaperId, Group>,
  notes: readonly PaperNote[],
): NotedGroups {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const problems: Problem[] = [];
  const destinations = new Map<PaperId, PaperId>();
  for (const note of notes) {
    const destination = follow(note.id, byId);
    const isReal =
      destination !== undefined &&
      (groups.has(destination.id) ||
        byId.get(destination.id)?.withdrawn !== undefined ||
        (destination.isByTitle && leadsHere(destination.id, groups, byId)));
    if (isReal) destinations.set(note.id, destination.id);
    else problems.push(unusable(note, destination?.id));
  }

  const moved = new Map<PaperId, PlacedEntry[]>();
  for (const [id, group] of groups) {
    const destination = destinations.get(id) ?? id;
    moved.set(destination, [...(moved.get(destination) ?? []), ...group]);
  }
  const usable = notes.filter((note) => destinations.has(note.id));
  const notesOf = Map.groupBy(usable, (note) => destinations.get(note.id) ?? note.id);

  const formerPapers: FormerPaper[] = [];
  const noted = new Map<PaperId, NotedGroup>();
  for (const id of new Set([...moved.keys(), ...notesOf.keys()])) {
    const entries = inOrder(moved.get(id) ?? []);
    const own = byId.get(id);
    const others = (notesOf.get(id) ?? []).filter((note) => note !== own);
    const onPaper = own && destinations.has(id) ? [own, ...others] : others;
    const title = statedTitle(id, onPaper) ?? (entries.length > 0 ? titleOf(entries) : wordsOf(id));
    const withdrawn = own?.withdrawn;
    if (withdrawn === undefined) noted.set(id, { entries, notes: onPaper });
    else {
      const appearances = entries.map(({ appearance }) => appearance);
      const references = own ? [{ id, hasText: own.hasText }] : [];
      formerPapers.push({
        id,
        title: own?.title ?? title,
        withdrawn,
        appearances,
        notes: references,
      });
    }
    for (const note of others)
      formerPapers.push({ id: note.id, title, movedTo: id, appearances: [], notes: [] });
  }
  formerPapers.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { groups: noted, formerPapers, problems };
}

/** The title that notes state for the paper with this id, if one does. */
export function statedTitle(id: PaperId, notes: readonly PaperNote[]): string | undefined {
  return notes.find(({ title }) => title !== undefined && paperId(titleKey(title)) === id)?.title;
}

/**
 * Where the dates went that notes speak of. A note on a date that is still there, or that leads to one
 * that is not, is reported.
 *
 * @param dates those the digests have.
 */
export function applyDateNotes(
  dates: ReadonlySet<IsoDate>,
  notes: readonly DateNote[],
): { formerDates: readonly FormerDate[]; problems: readonly Problem[] } {
  const formerDates: FormerDate[] = [];
  const problems: Problem[] = [];
  for (const { file, date, sameAs, withdrawn } of notes) {
    const place = { file, line: 1, column: 1 };
    if (dates.has(date)) problems.push(problem('note-superfluous', place, { date }));
    else if (withdrawn !== undefined) formerDates.push({ date, withdrawn });
    else if (sameAs !== undefined && dates.has(sameAs)) formerDates.push({ date, movedTo: sameAs });
    else problems.push(problem('note-leads-nowhere', place, { address: sameAs ?? date }));
  }
  return { formerDates, problems };
}

/** Follows corrected titles and `sameAs` from an address to its end; nothing for a circle. */
function follow(
  start: PaperId,
  notes: ReadonlyMap<PaperId, PaperNote>,
): { id: PaperId; isByTitle: boolean } | undefined {
  const seen = new Set<PaperId>();
  let [id, isByTitle] = [start, false];
  for (;;) {
    if (seen.has(id)) return undefined;
    seen.add(id);
    const note = notes.get(id);
    const next = note && nextOf(note);
    if (next === undefined || next === id) return { id, isByTitle };
    [id, isByTitle] = [next, note?.title !== undefined];
  }
}

function nextOf({ withdrawn, sameAs, title }: PaperNote): PaperId | undefined {
  if (withdrawn !== undefined) return undefined;
  return sameAs ?? (title === undefined ? undefined : paperId(titleKey(title)));
}

/** True when a paper of some digest is led to this address. */
function leadsHere(
  id: PaperId,
  groups: ReadonlyMap<PaperId, Group>,
  notes: ReadonlyMap<PaperId, PaperNote>,
): boolean {
  return [...notes.keys()].some((from) => groups.has(from) && follow(from, notes)?.id === id);
}

function unusable(note: PaperNote, destination: PaperId | undefined): Problem {
  const place = { file: note.file, line: 1, column: 1 };
  if (destination === undefined) return problem('note-circle', place, {});
  return destination === note.id
    ? problem('note-without-paper', place, { id: note.id })
    : problem('note-leads-nowhere', place, { address: destination });
}

/** What is known of a title of which only the id is left. */
function wordsOf(id: PaperId): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
