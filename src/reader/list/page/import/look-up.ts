import type { FoundReference } from './read-file.ts';

/** More pages than that are not asked for: a file of references can name any number. */
export const MOST_ASKED = 500;

/** How the references of a file are recognised. */
export interface LookUp {
  /** Those that are of this archive by their address. */
  readonly known: readonly FoundReference[];
  /** Those whose page has to be asked for, by id: each is asked for once. */
  readonly asked: ReadonlyMap<string, readonly FoundReference[]>;
  /** Those beyond `MOST_ASKED` pages. */
  readonly beyond: readonly FoundReference[];
}

/** Divides references by what it takes to recognise them. */
export function lookUpOf(
  references: readonly FoundReference[],
  isKnown: (reference: FoundReference) => boolean,
): LookUp {
  const known: FoundReference[] = [];
  const asked = new Map<string, FoundReference[]>();
  const beyond: FoundReference[] = [];
  for (const reference of references) {
    const { id } = reference.paper;
    const same = asked.get(id);
    if (isKnown(reference)) known.push(reference);
    else if (same !== undefined) same.push(reference);
    else if (asked.size < MOST_ASKED) asked.set(id, [reference]);
    else beyond.push(reference);
  }
  return { known, asked, beyond };
}
