import { FIELDS, FIELD_SIZE } from '../engine.ts';
import {
  IN_OTHERS,
  MOST_IN_ABSTRACT,
  MOST_IN_TITLE,
  OTHER_FIELDS,
  TITLE_SHIFT,
} from '../words-file.ts';
import { ByteWriter } from './byte-writer.ts';
import type { Occurrences } from './occurrences.ts';

/** Words next to each other, and which word of the part the first one is. */
export interface WordRun {
  readonly first: number;
  readonly words: readonly Occurrences[];
}

/** The file of some words without their places, as `readWordsFile` reads it. */
export function wordsFile({ first, words }: WordRun): Uint8Array {
  const file = new ByteWriter();
  file.number(first);
  file.number(words.length);
  let last = new Uint8Array();
  for (const { word } of words) {
    const bytes = new TextEncoder().encode(word);
    const shared = sharedStart(last, bytes);
    file.number(shared);
    file.number(bytes.length - shared);
    file.append(bytes.subarray(shared));
    last = bytes;
  }
  const [steps, heads, more] = [new ByteWriter(), new ByteWriter(), new ByteWriter()];
  for (const word of words) file.number(writePapers(word, steps, heads, more));
  for (const section of [steps, heads]) {
    file.number(section.length);
    file.append(section.bytes());
  }
  file.append(more.bytes());
  return file.bytes();
}

function sharedStart(a: Uint8Array, b: Uint8Array): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** @returns how many papers the word has. */
function writePapers(
  { papers, places }: Occurrences,
  steps: ByteWriter,
  heads: ByteWriter,
  more: ByteWriter,
): number {
  const counts = new Uint32Array(FIELDS.length);
  let size = 0;
  let last = 0;
  papers.forEach((paper, index) => {
    const field = Math.floor((places[index] ?? 0) / FIELD_SIZE);
    counts[field] = (counts[field] ?? 0) + 1;
    if (papers[index + 1] === paper) return;
    steps.number(paper - last);
    last = paper;
    size += 1;
    writeCounts(counts, heads, more);
    counts.fill(0);
  });
  return size;
}

function writeCounts(counts: Uint32Array, heads: ByteWriter, more: ByteWriter): void {
  const [abstract = 0, also = 0, authors = 0, names = 0, title = 0] = counts;
  const others = also + authors + names > 0;
  const [inAbstract, inTitle] = [
    Math.min(abstract, MOST_IN_ABSTRACT),
    Math.min(title, MOST_IN_TITLE),
  ];
  heads.byte(inAbstract | (inTitle << TITLE_SHIFT) | (others ? IN_OTHERS : 0));
  if (inAbstract === MOST_IN_ABSTRACT) more.number(abstract - inAbstract);
  if (inTitle === MOST_IN_TITLE) more.number(title - inTitle);
  if (others) for (const field of OTHER_FIELDS) more.number(counts[FIELDS.indexOf(field)] ?? 0);
}

/** The file of the places of some words, as `readPlaces` reads it. */
export function placesFile(words: readonly Occurrences[]): Uint8Array {
  const file = new ByteWriter();
  const all = new ByteWriter();
  file.number(words.length);
  for (const { papers, places } of words) {
    const start = all.length;
    let last = 0;
    places.forEach((place, index) => {
      const goesOn =
        index > 0 &&
        papers[index] === papers[index - 1] &&
        Math.floor(place / FIELD_SIZE) === Math.floor(last / FIELD_SIZE);
      all.number(goesOn ? place - last : place % FIELD_SIZE);
      last = place;
    });
    file.number(all.length - start);
  }
  file.append(all.bytes());
  return file.bytes();
}
