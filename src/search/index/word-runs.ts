import type { Occurrences } from './occurrences.ts';
import type { WordRun } from './words-files.ts';

/**
 * Cuts the words of a part into runs of about the same weight, half as much or half as much again. The other
 * forms of a word are read with it, so cuts go where neighbours have least in common.
 *
 * @param weigh what a word adds to its file.
 * @param target the weight of a run; a heavier word is one by itself.
 */
export function wordRuns(
  words: readonly Occurrences[],
  weigh: (word: Occurrences) => number,
  target: number,
): readonly WordRun[] {
  const runs: WordRun[] = [];
  let first = 0;
  while (first < words.length) {
    const end = endOfRun(words, first, weigh, target);
    runs.push({ first, words: words.slice(first, end) });
    first = end;
  }
  return runs;
}

function endOfRun(
  words: readonly Occurrences[],
  first: number,
  weigh: (word: Occurrences) => number,
  target: number,
): number {
  let weight = 0;
  let best = words.length;
  let least = Infinity;
  for (let at = first; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const shared = at === first ? Infinity : sharedLetters(words[at - 1]?.word ?? '', word.word);
    const heavier = weight + weigh(word);
    // A light start is kept apart from a word that fills a file.
    const mayEnd = weight >= target / 2 || (heavier > target * MOST && at > first);
    if (mayEnd && shared < least) [best, least] = [at, shared];
    if (heavier > target * MOST && best < words.length) return best;
    weight = heavier;
    if (at === first && weight > target * MOST) return at + 1;
  }
  return words.length;
}

/** How much heavier than the target a run may be. */
const MOST = 1.5;

/** How many letters two words start with in common. */
export function sharedLetters(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
