import { FIELD_SIZE, FIELDS, type Field, type Postings } from './engine.ts';

/** Calls back with each paper of a list and its places. */
export function eachPaper(
  { papers, starts, places }: Postings,
  call: (paper: number, places: Uint32Array) => void,
): void {
  papers.forEach((paper, index) => {
    call(paper, places.subarray(starts[index], starts[index + 1]));
  });
}

/** The field that a place is in. */
export function fieldOf(place: number): Field {
  return FIELDS[Math.floor(place / FIELD_SIZE)] ?? 'also';
}

/** The places of any of several words in one paper, in no order. */
export function placesIn(lists: readonly Postings[], paper: number): readonly number[] {
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

/**
 * The papers in which words stand one after the other, in one field.
 *
 * @param words for each place of the phrase the postings of the words that may stand there.
 * @param counts whether a field is looked in.
 */
export function papersWithPhrase(
  words: readonly (readonly Postings[])[],
  counts: (field: Field) => boolean,
): ReadonlySet<number> {
  const [first = [], ...rest] = words;
  const found = new Set<number>();
  for (const list of first)
    eachPaper(list, (paper, places) => {
      let starts = new Set(Array.from(places).filter((place) => counts(fieldOf(place))));
      rest.forEach((lists, index) => {
        if (starts.size === 0) return;
        const here = new Set(placesIn(lists, paper));
        starts = new Set([...starts].filter((start) => here.has(start + index + 1)));
      });
      if (starts.size > 0) found.add(paper);
    });
  return found;
}
