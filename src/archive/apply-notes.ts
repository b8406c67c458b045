import { problem } from '../digest/problems.ts';
import type { IsoDate, Problem } from '../digest/types.ts';
import { type Group, inOrder, type PlacedEntry, titleOf } from './groups.ts';
import { paperId, titleKey } from './identity.ts';
import type { DateNote, PaperNote } from './notes.ts';
import type { FormerDate, FormerPaper, PaperId } from './types.ts';

/** The entries and the notes of one paper. */
export interface NotedGroup {
  readonly entries: Group;
  /** The note with the paper's own id first, then those that lead to it, in the order of their files. */
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
  const ends = notes.map((note) => ({ note, end: follow(note.id, byId) }));
  /** Addresses that a corrected title gives to a paper of some digest. */
  const corrected = new Set(
    ends.flatMap(({ note, end }) => (end?.isByTitle && groups.has(note.id) ? [end.id] : [])),
  );
  const problems: Problem[] = [];
  const destinations = new Map<PaperId, PaperId>();
  for (const { note, end } of ends) {
    const isReal =
      end !== undefined &&
      (groups.has(end.id) || corrected.has(end.id) || byId.get(end.id)?.withdrawn !== undefined);
    if (isReal) destinations.set(note.id, end.id);
    else problems.push(unusable(note, end?.id, groups));
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
    const group = { entries, notes: onPaper };
    const withdrawn = own?.withdrawn;
    const title = own?.title ?? notedTitle(id, group);
    if (withdrawn === undefined) noted.set(id, group);
    else
      formerPapers.push({
        id,
        title,
        withdrawn,
        appearances: entries.map(({ appearance }) => appearance),
        notes: onPaper.map((note) => ({ id: note.id, hasText: note.hasText })),
      });
    for (const note of others)
      formerPapers.push({ id: note.id, title, movedTo: id, appearances: [], notes: [] });
  }
  formerPapers.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { groups: noted, formerPapers, problems };
}

/**
 * The title of the paper with this id: as a note states it, else as its own entries do, which are not those
 * that notes lead to it.
 */
export function notedTitle(id: PaperId, { entries, notes }: NotedGroup): string {
  if (notes.length === 0) return titleOf(entries);
  const isOwn = (title: string): boolean => paperId(titleKey(title)) === id;
  const stated = notes.find(({ title }) => title !== undefined && isOwn(title))?.title;
  if (stated !== undefined) return stated;
  const own = entries.filter(({ entry }) => isOwn(entry.title.text));
  return titleOf(own) || wordsOf(id);
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
  const byDate = new Map(notes.map((note) => [note.date, note]));
  const formerDates: FormerDate[] = [];
  const problems: Problem[] = [];
  for (const { file, date, withdrawn } of notes) {
    const place = { file, line: 1, column: 1 };
    const end = followDate(date, dates, byDate);
    if (dates.has(date)) problems.push(problem('note-superfluous', place, { date }));
    else if (withdrawn !== undefined) formerDates.push({ date, withdrawn });
    else if (dates.has(end) || byDate.get(end)?.withdrawn !== undefined)
      formerDates.push({ date, movedTo: end });
    else if (byDate.has(end)) problems.push(problem('note-circle', place, {}));
    else problems.push(problem('note-leads-nowhere', place, { address: end }));
  }
  return { formerDates, problems };
}

/** Follows `sameAs` to a date with digests, or as far as it leads; into a circle until it closes. */
function followDate(
  start: IsoDate,
  dates: ReadonlySet<IsoDate>,
  notes: ReadonlyMap<IsoDate, DateNote>,
): IsoDate {
  const seen = new Set<IsoDate>();
  let date = start;
  while (!seen.has(date) && !dates.has(date)) {
    seen.add(date);
    date = notes.get(date)?.sameAs ?? date;
  }
  return date;
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
    const isSpelling = next === id && note?.title !== undefined;
    if (next === undefined || isSpelling) return { id, isByTitle };
    [id, isByTitle] = [next, note?.title !== undefined];
  }
}

function nextOf({ withdrawn, sameAs, title }: PaperNote): PaperId | undefined {
  if (withdrawn !== undefined) return undefined;
  return sameAs ?? (title === undefined ? undefined : paperId(titleKey(title)));
}

function unusable(
  note: PaperNote,
  destination: PaperId | undefined,
  groups: ReadonlyMap<PaperId, Group>,
): Problem {
  const place = { file: note.file, line: 1, column: 1 };
  if (destination === undefined) return problem('note-circle', place, {});
  const isUnknown = destination === note.id || (note.title !== undefined && !groups.has(note.id));
  return isUnknown
    ? problem('note-without-paper', place, { id: note.id })
    : problem('note-leads-nowhere', place, { address: destination });
}

/** What is known of a title of which only the id is left. */
function wordsOf(id: PaperId): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
