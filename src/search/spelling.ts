import type { VocabularyWord } from './engine.ts';

/** How many corrections are tried with the rest of the query. */
const MOST_CORRECTIONS = 3;
/** Half of a word that was written without a space has to be this frequent: in eight papers. */
const PART_WEIGHT = 3;

/**
 * What a word that the archive does not have may have been meant as, the likeliest first: the words that
 * fewest mistakes lead to, by how frequent they are, or two words written as one.
 *
 * @returns corrections of one or two words each, at most three.
 */
export function correctionsOf(
  word: string,
  vocabulary: readonly VocabularyWord[],
): readonly (readonly string[])[] {
  const most = mistakesIn(word);
  const initial = word.slice(0, 1);
  const letters = lettersOf(word);
  const similar = vocabulary
    .filter((each) => mayBeNear(word, letters, each.word, most))
    .map((each) => ({ ...each, edits: editDistance(word, each.word, most) }))
    // Two mistakes and another first letter make another word.
    .filter((each) => each.edits <= (each.word.startsWith(initial) ? most : Math.min(most, 1)));
  const fewest = Math.min(...similar.map(({ edits }) => edits));
  const split = splitsOf(word, vocabulary);
  if (fewest > 1 && split.length > 0) return split.slice(0, MOST_CORRECTIONS);
  return similar
    .filter(({ edits }) => edits === fewest)
    .map((each) => ({ ...each, likely: each.weight - 2 * Number(!each.word.startsWith(initial)) }))
    .toSorted((a, b) => b.likely - a.likely)
    .slice(0, MOST_CORRECTIONS)
    .map((each) => [each.word]);
}

/** Whether so few edits may lead from one word to another: a cheap test that passes few of those that do not. */
function mayBeNear(word: string, letters: number, other: string, most: number): boolean {
  if (Math.abs(other.length - word.length) > most) return false;
  // An edit takes one letter away and brings another, at most.
  let different = letters ^ lettersOf(other);
  for (let left = 2 * most; left >= 0 && different !== 0; left -= 1) different &= different - 1;
  return different === 0;
}

/** The letters of a word as bits, many letters to a bit. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1)
    letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

/** How many mistakes a word is long enough for. */
function mistakesIn(word: string): number {
  if (word.length < 4 || /^\d+$/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

function splitsOf(
  word: string,
  vocabulary: readonly VocabularyWord[],
): readonly (readonly string[])[] {
  const starts = new Set<string>();
  const ends = new Set<string>();
  for (const { word: part, weight } of vocabulary) {
    if (weight < PART_WEIGHT || part.length < 3) continue;
    if (word.startsWith(part)) starts.add(part);
    if (word.endsWith(part)) ends.add(part);
  }
  return [...starts]
    .map((start) => [start, word.slice(start.length)] as const)
    .filter(([, end]) => ends.has(end));
}

/**
 * The number of letters to insert, delete, replace or swap with their neighbour to get from one word to
 * another, each letter edited once (optimal string alignment: Damerau, “A technique for computer detection
 * and correction of spelling errors”, CACM 7(3), 1964), or more than `most` as soon as it is clear.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (beforeLast[j - 2] ?? 0) + 1
          : Infinity;
      row.push(Math.min(replaced, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
