import { FIELDS, placeOf } from '../engine.ts';
import type { Occurrences } from './occurrences.ts';
import type { SearchRecord } from './records.ts';

const KATAKANA = /^\p{Script_Extensions=Katakana}{2,}$/u;

/**
 * Words of several Katakana, which come of signs like “㌏” alone, as each character is a word elsewhere. Where
 * Pagefind finds one it also finds its ends, as words of their own.
 */
export class KatakanaWords {
  readonly #known = new Set<string>();

  /** Notes where a paper has such words. */
  note(record: SearchRecord, paper: number): void {
    for (const field of FIELDS)
      record[field].forEach((word, position) => {
        if (KATAKANA.test(word)) this.#known.add(keyOf(word, paper, placeOf(field, position)));
      });
  }

  /** A word without the places where papers do not have it. */
  withoutEnds({ word, papers, places }: Occurrences): Occurrences {
    if (!KATAKANA.test(word)) return { word, papers, places };
    const isKnown = (_: number, index: number): boolean =>
      this.#known.has(keyOf(word, papers[index] ?? 0, places[index] ?? 0));
    return { word, papers: papers.filter(isKnown), places: places.filter(isKnown) };
  }
}

function keyOf(word: string, paper: number, place: number): string {
  return `${word} ${String(paper)} ${String(place)}`;
}
