import type { TermsOfText, TextTerms } from './text-terms.ts';

/** The terms of texts and how much each of them says of its text: a list for each text, one after the other. */
export interface TextVectors {
  /** By text: where its list starts; the next text's start is its end. */
  readonly offsets: Int32Array;
  /** Within a list, heaviest first. */
  readonly terms: Int32Array;
  readonly weights: Float64Array;
  /** How many different terms there are. */
  readonly vocabulary: number;
}

/** BM25: how soon a term that is repeated says no more, and how much the length of a text matters. */
const K1 = 1.2;
const B = 0.75;
/** A pair says again what its words say. */
const PAIR = 0.7;
/** Between 0, where long texts are related to everything, and 1, where the shortest are. */
const NORMALISED = 0.75;
/** How much it counts that a term is used in titles, and how many papers it takes to know. */
const IN_TITLES = 0.15;
const PRIOR_PAPERS = 10;

/**
 * Weighs the terms of texts, by BM25: w = idf · f (k1 + 1) / (f + k1 (1 − b + b · length / mean length)) with
 * k1 = 1.2, b = 0.75 and idf = ln(1 + (N − n + ½) / (n + ½)) for a term in n of N texts (S. Robertson and
 * H. Zaragoza, “The probabilistic relevance framework”, Foundations and Trends in IR 3(4), 2009; the logarithm
 * as Lucene has it, never negative). Pairs weigh 0.7 of that. Titles tell subjects from talk: a term that t
 * titles have weighs ((t / r + 10) / (n + 10)) ^ 0.15 of it, where r is the share of all uses that are in titles.
 * The weights of a text are divided by their Euclidean norm to the power of 0.75. A term that one text alone
 * has relates it to nothing, and is left out.
 */
export function textVectors(all: TextTerms): TextVectors {
  const telling = tellingOf(all);
  const meanLength = all.lengths.reduce((sum, length) => sum + length, 0) / all.texts.length;
  const lists = all.texts.map((text, paper) => {
    const length = (all.lengths[paper] ?? 0) / meanLength;
    return weighed(text, telling, K1 * (1 - B + B * length));
  });
  const offsets = new Int32Array(lists.length + 1);
  for (const [paper, { places }] of lists.entries())
    offsets[paper + 1] = (offsets[paper] ?? 0) + places.length;
  const size = offsets.at(-1) ?? 0;
  const terms = new Int32Array(size);
  const weights = new Float64Array(size);
  for (const [paper, { places, of }] of lists.entries()) {
    const start = offsets[paper] ?? 0;
    terms.set(
      places.map((place) => all.texts[paper]?.terms[place] ?? 0),
      start,
    );
    for (const [index, place] of places.entries()) weights[start + index] = of[place] ?? 0;
  }
  return { offsets, terms, weights, vocabulary: telling.length };
}

/** By term: how much it says wherever it is. */
function tellingOf({ texts, documents, titles, pairs, usualTitles }: TextTerms): Float64Array {
  return Float64Array.from(documents, (count, term) => {
    if (count < 2) return 0;
    const isPair = pairs[term] !== undefined;
    const inverse = Math.log(1 + (texts.length - count + 0.5) / (count + 0.5));
    const usual = isPair ? usualTitles.pairs : usualTitles.words;
    const inTitles = usual === 0 ? 0 : (titles[term] ?? 0) / usual;
    const subject = ((inTitles + PRIOR_PAPERS) / (count + PRIOR_PAPERS)) ** IN_TITLES;
    return inverse * subject * (isPair ? PAIR : 1);
  });
}

/** The weights of a text's terms by their place in it, and the places that count, heaviest first. */
function weighed(
  { terms, frequencies }: TermsOfText,
  telling: Float64Array,
  half: number,
): { places: Int32Array; of: Float64Array } {
  const of = Float64Array.from(terms, (term, place) => {
    const frequency = frequencies[place] ?? 0;
    return ((telling[term] ?? 0) * frequency * (K1 + 1)) / (frequency + half);
  });
  const scale = Math.sqrt(of.reduce((sum, weight) => sum + weight ** 2, 0)) ** NORMALISED;
  const places = Int32Array.from(of.keys())
    .filter((place) => (of[place] ?? 0) > 0)
    .sort((a, b) => (of[b] ?? 0) - (of[a] ?? 0) || (terms[a] ?? 0) - (terms[b] ?? 0));
  return { places, of: of.map((weight) => weight / scale) };
}
