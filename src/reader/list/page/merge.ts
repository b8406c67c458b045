import { LONGEST_NOTE, withoutAbsent, type SavedPaper } from '../saved-paper.ts';

/**
 * One paper of two lists: of each field the newer change counts. Notes are never lost: of two that say
 * different things, both stay, the newer one first.
 *
 * Merging in what is already there changes nothing.
 */
export function mergedPaper(one: SavedPaper, other: SavedPaper): SavedPaper {
  const [newer, older] = isNewer(one, other) ? [one, other] : [other, one];
  const title = newer.title === newer.id ? older.title : newer.title;
  const read = changeOf(one, 'read') >= changeOf(other, 'read') ? one : other;
  const note = mergedNote(one, other);
  const changed = withoutAbsent({
    read: latest(one.changed?.read, other.changed?.read),
    note: latest(one.changed?.note, other.changed?.note),
  });
  return {
    id: one.id,
    title,
    saved: newer.saved,
    ...withoutAbsent({
      read: read.read,
      note,
      facts: newer.facts ?? older.facts,
      firstSeen: newer.firstSeen ?? older.firstSeen,
      changed: Object.keys(changed).length > 0 ? changed : undefined,
    }),
  };
}

function isNewer(one: SavedPaper, other: SavedPaper): boolean {
  return one.saved === other.saved ? one.title >= other.title : one.saved > other.saved;
}

/** When a field was changed; empty when it never was. */
function changeOf(paper: SavedPaper, field: 'read' | 'note'): string {
  return paper.changed?.[field] ?? (field === 'read' ? (paper.read ?? '') : '');
}

function latest(one: string | undefined, other: string | undefined): string | undefined {
  return one !== undefined && (other === undefined || one > other) ? one : other;
}

/** The note of two: the newer one first, unless one of them says all that the other one does. */
export function mergedNote(one: SavedPaper, other: SavedPaper): string | undefined {
  const [newer, older] =
    changeOf(one, 'note') >= changeOf(other, 'note') ? [one, other] : [other, one];
  const { note: first = '' } = newer;
  const { note: second = '' } = older;
  if (isIn(second, first) && !(isIn(first, second) && second.length > first.length))
    return first === '' ? undefined : first;
  if (isIn(first, second)) return second;
  return `${first}\n\n${second}`.slice(0, 4 * LONGEST_NOTE);
}

/** Whether a note says nothing that another one does not; formats other than ours lose its line ends. */
function isIn(note: string, other: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return plain(other).includes(plain(note));
}
