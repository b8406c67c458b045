import { FIELD_SIZE, FIELDS, type Field, type Places, type Postings } from './engine.ts';

/** The field that a place is in. */
export function fieldOf(place: number): Field {
  return FIELDS[Math.floor(place / FIELD_SIZE)] ?? 'also';
}

/** The papers that have any of several words in one of some fields. */
export function papersWithWord(
  lists: readonly Postings[],
  counts: (field: Field) => boolean,
): ReadonlySet<number> {
  const fields = [...FIELDS.keys()].filter((number) => counts(FIELDS[number] ?? 'also'));
  const found = new Set<number>();
  for (const list of lists)
    list.papers.forEach((paper, index) => {
      if (fields.some((field) => list.counts[index * FIELDS.length + field] !== 0))
        found.add(paper);
    });
  return found;
}

/**
 * The papers in which words stand one after the other, in one field.
 *
 * @param words for each place of the phrase the places of the words that may stand there.
 * @param counts whether a field is looked in.
 */
export function papersWithPhrase(
  words: readonly (readonly Places[])[],
  counts: (field: Field) => boolean,
): ReadonlySet<number> {
  const [first = [], ...rest] = words;
  const found = new Set<number>();
  for (const { papers, starts: bounds, places } of first)
    papers.forEach((paper, index) => {
      const here = Array.from(places.subarray(bounds[index], bounds[index + 1]));
      let starts = new Set(here.filter((place) => counts(fieldOf(place))));
      rest.forEach((lists, distance) => {
        if (starts.size === 0) return;
        const next = new Set(placesIn(lists, paper));
        starts = new Set([...starts].filter((start) => next.has(start + distance + 1)));
      });
      if (starts.size > 0) found.add(paper);
    });
  return found;
}

/** The places of any of several words in one paper, in no order. */
export function placesIn(lists: readonly Places[], paper: number): readonly number[] {
  return lists.flatMap((list) => {
    const index = indexOf(list.papers, paper);
    return index === -1
      ? []
      : Array.from(list.places.subarray(list.starts[index], list.starts[index + 1]));
  });
}

/** Where a number is in an ascending list, by halving; −1 when it is not. */
function indexOf(ascending: Uint32Array, wanted: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = ascending[middle] ?? 0;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
