/** Words that tell two titles apart although they are short: numbers, versions, letters of a series. */
const TELLS_APART = /^(?:\d[\w.+-]*|[ivxlc]+|[a-z])$/;
/** Words that come and go between two spellings of one title. */
const FUNCTION_WORDS = new Set(
  'a an the of for in on with via and to toward towards from by as is are at into using'.split(' '),
);
/** In a title this long, one word more or less is a slip. */
const LONG_TITLE = 9;
/** More names than this with the same words but one are a series. */
const LARGEST_SERIES = 40;

/**
 * Finds pairs of names that somebody should look at: equal but for one word that is spelled alike, one
 * function word more or less, or a word written in two. Takes time linear in the number of words.
 *
 * @param names lists of words, in lower case.
 * @returns pairs of indexes, the smaller first.
 */
export function nearNames(
  names: readonly (readonly string[])[],
): readonly (readonly [number, number])[] {
  const bySignature = new Map<number | string, number[]>();
  const numberOf = wordNumbers();
  for (const [index, words] of names.entries())
    for (const signature of signaturesOf(words, numberOf)) {
      const sharing = bySignature.get(signature);
      if (sharing) sharing.push(index);
      else bySignature.set(signature, [index]);
    }

  const pairs = new Map<string, readonly [number, number]>();
  for (const sharing of bySignature.values()) {
    if (sharing.length < 2 || sharing.length > LARGEST_SERIES) continue;
    for (const [at, first] of sharing.entries())
      for (const second of sharing.slice(at + 1)) {
        const key = `${String(first)} ${String(second)}`;
        if (pairs.has(key)) continue;
        if (isNear(names[first] ?? [], names[second] ?? [])) pairs.set(key, [first, second]);
      }
  }
  return [...pairs.values()].sort(([a, b], [c, d]) => a - c || b - d);
}

/**
 * The words, the words without each one of them, and the letters alone. Words are added up as numbers, which
 * is fast; names that share a sum by chance are told apart later.
 */
function signaturesOf(
  words: readonly string[],
  numberOf: (word: string) => number,
): ReadonlySet<number | string> {
  const numbers = words.map(numberOf);
  const sum = numbers.reduce((total, number) => total + number, 0);
  return new Set([words.join(''), sum, ...numbers.map((number) => sum - number)]);
}

/** Gives each word a number of its own, far from those of others. */
function wordNumbers(): (word: string) => number {
  const numbers = new Map<string, number>();
  return (word) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const number = scattered(numbers.size + 1);
    numbers.set(word, number);
    return number;
  };
}

/** The last step of MurmurHash3 (A. Appleby, public domain): sums of such numbers do not meet, as those of multiples would. */
function scattered(number: number): number {
  const first = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}

function isNear(a: readonly string[], b: readonly string[]): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end))
    end += 1;
  const [inA, inB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (inA.join('') === inB.join('')) return true;
  const differing = [...inA, ...inB];
  if (inA.length > 1 || inB.length > 1) return false;
  if (differing.some((word) => TELLS_APART.test(word) && !FUNCTION_WORDS.has(word))) return false;
  const [word = '', other] = differing;
  if (other !== undefined) return isSpelledAlike(word, other);
  return FUNCTION_WORDS.has(word) || Math.max(a.length, b.length) >= LONG_TITLE;
}

/** All but one or two letters next to each other are the same; digits and signs (`Gull2`, `Gull++`) tell apart. */
function isSpelledAlike(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length);
  let start = 0;
  while (start < length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const differing = a.slice(start, a.length - end) + b.slice(start, b.length - end);
  const isSlip = length >= 4 && length - start - end <= 2 && /^[\p{L}\p{M}]*$/u.test(differing);
  return isSlip || (FUNCTION_WORDS.has(a) && FUNCTION_WORDS.has(b));
}
