import { joinedText, type TextTerms } from './text-terms.ts';
import type { TextVectors } from './text-vectors.ts';
import type { PaperText } from './types.ts';

/** What a larger share of the papers says is said of no subject. */
const MOST_PAPERS = 0.1;
/** With fewer papers, neither that nor what titles name can be told. */
const FEW_PAPERS = 10;
/** Against the best term, what others have to say to be shown. */
const LEAST_WORTH = 0.1;
const LONGEST = 4;
/** Three letters, or two words of Chinese or Japanese: shorter ones are fragments and units. */
const READABLE = /(?:\p{L}.*){3}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u;

/** Some neighbouring words of a text. */
interface Phrase {
  readonly words: ReadonlySet<number>;
  readonly start: number;
  readonly end: number;
}

/**
 * The terms that made two papers related, as the first of them writes them: those with the greatest part in
 * the dot product of their vectors, pairs together with their words; pairs that overlap become one phrase, and
 * no word is there twice. What titles do not name is shown only where there is nothing else.
 *
 * @returns a function for each paper, which takes the other one.
 */
export function sharedTerms(
  texts: readonly PaperText[],
  terms: TextTerms,
  vectors: TextVectors,
): (paper: number) => (other: number, most: number) => readonly string[] {
  const isTelling = tellingTerms(terms);
  return (paper) => {
    const text = texts[paper];
    const joined = text ? joinedText(text) : '';
    const phraseOf = phrasesOf(terms, paper);
    const isReadable = ({ start, end }: Phrase): boolean => READABLE.test(joined.slice(start, end));
    const own = new Map(entriesOf(vectors, paper));
    return (other, most) => {
      const ranked = ranking(own, vectors, other, terms).filter((term) =>
        isReadable(phraseOf(term)),
      );
      const telling = ranked.filter(isTelling);
      return phrases((telling.length > 0 ? telling : ranked).map(phraseOf), most).map(
        ({ start, end }) => joined.slice(start, end).replace(/['’]s$/, ''),
      );
    };
  };
}

/** Terms of both vectors that have some part in their product, the greatest first. */
function ranking(
  own: ReadonlyMap<number, number>,
  { offsets, terms, weights }: TextVectors,
  other: number,
  { pairs }: TextTerms,
): readonly number[] {
  const parts = new Map<number, number>();
  for (let place = offsets[other] ?? 0; place < (offsets[other + 1] ?? 0); place += 1) {
    const here = own.get(terms[place] ?? -1);
    if (here !== undefined) parts.set(terms[place] ?? -1, here * (weights[place] ?? 0));
  }
  const worth = new Map(
    Array.from(parts, ([term, part]) => {
      const words = (pairs[term] ?? []).map((word) => parts.get(word) ?? 0);
      return [term, words.reduce((sum, each) => sum + each, part)];
    }),
  );
  const least = Math.max(...worth.values()) * LEAST_WORTH;
  return [...worth]
    .filter(([, value]) => value >= least)
    .sort(([a, worthA], [b, worthB]) => worthB - worthA || a - b)
    .map(([term]) => term);
}

/** Phrases without a word in common, made of the first ones: those that overlap in the text are joined. */
function phrases(all: readonly Phrase[], most: number): readonly Phrase[] {
  const chosen: Phrase[] = [];
  for (const phrase of all) {
    const known = chosen.findIndex(({ words }) => !words.isDisjointFrom(phrase.words));
    const before = chosen[known];
    if (before === undefined) {
      if (chosen.length < most) chosen.push(phrase);
    } else if (before.start < phrase.end && phrase.start < before.end) {
      const words = before.words.union(phrase.words);
      const others = chosen.some((each) => each !== before && !each.words.isDisjointFrom(words));
      const start = Math.min(before.start, phrase.start);
      const end = Math.max(before.end, phrase.end);
      if (words.size <= LONGEST && !others) chosen[known] = { words, start, end };
    }
  }
  return chosen;
}

/** Of what titles name at least as often as other things. */
function tellingTerms({
  texts,
  documents,
  titles,
  pairs,
  usualTitles,
}: TextTerms): (term: number) => boolean {
  return (term) => {
    const count = documents[term] ?? 0;
    if (count <= FEW_PAPERS) return true;
    const usual = pairs[term] ? usualTitles.pairs : usualTitles.words;
    return count <= texts.length * MOST_PAPERS && (titles[term] ?? 0) >= usual * count;
  };
}

function entriesOf(
  { offsets, terms, weights }: TextVectors,
  paper: number,
): readonly (readonly [number, number])[] {
  const start = offsets[paper] ?? 0;
  return Array.from(terms.subarray(start, offsets[paper + 1]), (term, place) => [
    term,
    weights[start + place] ?? 0,
  ]);
}

/** Where a text has each of its terms. */
function phrasesOf({ texts, pairs }: TextTerms, paper: number): (term: number) => Phrase {
  const { terms, starts, ends } = texts[paper] ?? {};
  const places = new Map(Array.from(terms ?? [], (term, place) => [term, place]));
  return (term) => {
    const place = places.get(term) ?? -1;
    return {
      words: new Set(pairs[term] ?? [term]),
      start: starts?.[place] ?? 0,
      end: ends?.[place] ?? 0,
    };
  };
}
