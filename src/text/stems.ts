import { stemmer } from 'stemmer';

/** A word → what it shares with the other forms of it. */
export type Stem = (word: string) => string;

/**
 * How words of a language are stemmed: English by Porter's algorithm (M. F. Porter, “An algorithm for
 * suffix stripping”, Program 14(3), 1980), others not at all.
 */
export function stemOf(language: string): Stem {
  return /^en(?:-|$)/i.test(language) ? stemmer : (word) => word;
}

/** The same stems, each made once: for a whole archive, whose words return. */
export function remembered(stem: Stem): Stem {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const made = stem(word);
    known.set(word, made);
    return made;
  };
}

/**
 * What all words with a stem start with: the stem itself, or without its last letter, which Porter's
 * algorithm may have put there (`y` → `i`, `biliti` → `bl`).
 */
export function familyPrefix(stem: string): string {
  return stem.length > 1 && /[iely]$/.test(stem) ? stem.slice(0, -1) : stem;
}
