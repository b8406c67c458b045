import type { Field, PaperTable } from './engine.ts';
import { eachPaper, fieldOf } from './postings.ts';
import type { Term } from './terms.ts';

/** How much a word in each field counts. */
const FIELD_WEIGHTS: Readonly<Record<Field, number>> = {
  abstract: 1,
  title: 2,
  authors: 2,
  names: 1,
  also: 0.3,
};
/** How soon more of the same word stops counting, and how much the length of a paper does (BM25). */
const SATURATION = 1.1;
const LENGTH_SHARE = 0.55;
/** A word of the query counts as often as it is there, up to this. */
const MOST_COUNTS = 3;
/** What having all words adds to a score. */
const ALL_WORDS = 0.5;
/** What having all words in the title adds: readers remember titles best. */
const ALL_IN_TITLE = 0.8;
/** What two neighbours of the query add when they are close in a paper. */
const NEIGHBOURS = 0.1;
/** So many words apart, at most. */
const CLOSE = 3;
/** In so many places of a word, as a text may repeat it without end. */
const MOST_PLACES = 50;
/** Neighbours are looked for in so many of the best papers. */
const RERANKED = 400;

/** Papers with their scores. */
export interface Ranking {
  /** Every paper with a word of the query, best first. */
  readonly papers: readonly number[];
  /** Those that have all words. */
  readonly full: ReadonlySet<number>;
}

/** Two terms that stand next to each other in a query, in its order. */
export type Neighbours = readonly [Term, Term];

/**
 * Orders papers by how well they answer: BM25 with weighted fields (S. Robertson, H. Zaragoza, M. Taylor,
 * “Simple BM25 extension to multiple weighted fields”, CIKM 2004) summed over the words of the query, more
 * for papers that have more of the words, and for neighbours that are close together. Of equals the later
 * one comes first.
 *
 * @param admits which papers may be there at all.
 */
export function rank(
  terms: readonly Term[],
  neighbours: readonly Neighbours[],
  table: PaperTable,
  admits: (paper: number) => boolean,
): Ranking {
  const { count } = table;
  const scores = new Float64Array(count);
  const covered = new Float64Array(count);
  const titled = new Float64Array(count);
  const present = new Uint16Array(count);
  const norms = lengthNorms(table);
  const found = terms.filter(({ forms }) => forms.length > 0);
  let total = 0;
  for (const term of found) {
    const { frequencies, inTitle, papers } = occurrencesOf(term, count);
    const weight = rarity(count, papers.length) * Math.min(term.count, MOST_COUNTS);
    total += weight;
    for (const paper of papers) {
      add(scores, paper, weight * saturated(at(frequencies, paper), at(norms, paper)));
      add(titled, paper, weight * at(inTitle, paper));
      add(covered, paper, weight);
      present[paper] = at(present, paper) + 1;
    }
  }
  const papers: number[] = [];
  for (let paper = 0; paper < count; paper += 1)
    if (at(present, paper) > 0 && admits(paper)) {
      const all = at(covered, paper) / total;
      const allInTitle = (at(titled, paper) / total) ** 4;
      scores[paper] = at(scores, paper) * (1 + ALL_WORDS * all + ALL_IN_TITLE * allInTitle);
      papers.push(paper);
    }
  const byScore = (a: number, b: number): number => at(scores, b) - at(scores, a) || b - a;
  papers.sort(byScore);
  const best = papers.slice(0, RERANKED);
  addCloseness(scores, best, neighbours, norms);
  return {
    papers: [...best.sort(byScore), ...papers.slice(RERANKED)],
    full: new Set(papers.filter((paper) => at(present, paper) === found.length)),
  };
}

type Numbers = Float64Array | Uint16Array;

function at(numbers: Numbers, paper: number): number {
  return numbers[paper] ?? 0;
}

function add(numbers: Numbers, paper: number, value: number): void {
  numbers[paper] = at(numbers, paper) + value;
}

/** How a term is in papers, by their numbers. */
interface Occurrences {
  /** How often, by the weights of forms and fields. */
  readonly frequencies: Float64Array;
  /** The weight of its best form in the title; 0 when it is not there. */
  readonly inTitle: Float64Array;
  /** The papers that have it. */
  readonly papers: readonly number[];
}

function occurrencesOf({ forms }: Term, count: number): Occurrences {
  const frequencies = new Float64Array(count);
  const inTitle = new Float64Array(count);
  const papers: number[] = [];
  for (const { postings, weight } of forms)
    eachPaper(postings, (paper, places) => {
      if (frequencies[paper] === 0) papers.push(paper);
      for (const place of places) {
        const field = fieldOf(place);
        add(frequencies, paper, weight * FIELD_WEIGHTS[field]);
        if (field === 'title') inTitle[paper] = Math.max(at(inTitle, paper), weight);
      }
    });
  return { frequencies, inTitle, papers };
}

/** Inverse document frequency, never below zero. */
function rarity(count: number, papers: number): number {
  return Math.log(1 + (count - papers + 0.5) / (papers + 0.5));
}

function saturated(frequency: number, norm: number): number {
  return ((SATURATION + 1) * frequency) / (SATURATION * norm + frequency);
}

/** The lengths of papers against their mean, as BM25 counts them. */
function lengthNorms({ count, titleLengths, abstractLengths }: PaperTable): Float64Array {
  const lengths = Float64Array.from(
    { length: count },
    (_, paper) => (titleLengths[paper] ?? 0) * FIELD_WEIGHTS.title + (abstractLengths[paper] ?? 0),
  );
  const mean = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, count));
  return lengths.map((length) => 1 - LENGTH_SHARE + (LENGTH_SHARE * length) / mean);
}

/** Adds to the scores of papers what neighbours of the query that are close together in them count. */
function addCloseness(
  scores: Float64Array,
  papers: readonly number[],
  neighbours: readonly Neighbours[],
  norms: Float64Array,
): void {
  const isWanted = new Uint8Array(scores.length);
  for (const paper of papers) isWanted[paper] = 1;
  const known = new Map<Term, ReadonlyMap<number, readonly number[]>>();
  const placesOf = (term: Term): ReadonlyMap<number, readonly number[]> => {
    const places = known.get(term) ?? placesAmong(term, isWanted);
    known.set(term, places);
    return places;
  };
  for (const [a, b] of neighbours) {
    const first = placesOf(a);
    const second = placesOf(b);
    const weight = (NEIGHBOURS * (rarityOf(a, scores.length) + rarityOf(b, scores.length))) / 2;
    for (const [paper, places] of first) {
      const frequency = closeness(places, second.get(paper) ?? []);
      if (frequency > 0) add(scores, paper, weight * saturated(frequency, at(norms, paper)));
    }
  }
}

function placesAmong(
  { forms }: Term,
  isWanted: Uint8Array,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const { postings } of forms)
    eachPaper(postings, (paper, places) => {
      if (isWanted[paper] === 0) return;
      const known = found.get(paper);
      const first = Array.from(places.subarray(0, MOST_PLACES));
      if (known === undefined) found.set(paper, first);
      else if (known.length < MOST_PLACES) known.push(...first);
    });
  return found;
}

/** How often two words stand close together, by the weights of fields; half when they stand the other way. */
function closeness(places: readonly number[], others: readonly number[]): number {
  let frequency = 0;
  for (const place of places)
    for (const other of others) {
      const distance = other - place;
      if (distance === 0 || Math.abs(distance) > CLOSE) continue;
      frequency += FIELD_WEIGHTS[fieldOf(place)] * (distance > 0 ? 1 : 0.5);
    }
  return frequency;
}

function rarityOf({ forms }: Term, count: number): number {
  const papers = forms.reduce((most, { postings }) => Math.max(most, postings.papers.length), 0);
  return Math.log(1 + count / Math.max(1, papers));
}
