import { wordsOf } from '../../text/words.ts';

/** The most parts and letters of a compound that is also searched as one word. */
const MOST_PARTS = 4;
const LONGEST = 30;

/**
 * Other ways to write the compounds of a text, for people who remember them otherwise: `k-NN` is also
 * `knn`, `AlphaFold` also `alpha fold`, `GPT4` also `gpt 4`. Each once, in the order of the text.
 */
export function compoundForms(text: string): readonly string[] {
  const hyphenated = text.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[-‐‑/][\p{L}\p{N}]+)+/gu) ?? [];
  const mixed = (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => MIXED.test(word));
  return [...new Set([...hyphenated.flatMap(joined), ...mixed.flatMap(split)])];
}

/** A hump, or a letter beside a digit. */
const MIXED = /\p{Ll}\p{Lu}|\p{L}\p{Nd}|\p{Nd}\p{L}/u;

function joined(compound: string): readonly string[] {
  const parts = wordsOf(compound);
  const whole = parts.join('');
  return parts.length > 1 && parts.length <= MOST_PARTS && whole.length <= LONGEST ? [whole] : [];
}

/** At humps and between letters and digits. */
function split(word: string): readonly string[] {
  const parts = word
    .split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{Nd})|(?<=\p{Nd})(?=\p{L})/u)
    .flatMap((part) => wordsOf(part));
  return parts.length > 1 && parts.length <= MOST_PARTS ? [parts.join(' ')] : [];
}
