import type { Field, PaperTable, Postings } from './engine.ts';
import { eachPaper, fieldOf, placesIn } from './postings.ts';
import type { Term } from './terms.ts';

/** How much a word in each field counts. */
const FIELD_WEIGHTS: Readonly<Record<Field, number>> = {
  abstract: 1,
  title: 2,
  authors: 2,
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
  const scores = new Float64Array(table.count);
  const covered = new Float64Array(table.count);
  const present = new Uint16Array(table.count);
  const titled = new Float64Array(table.count);
  const norm = lengthNorm(table);
  const found = terms.filter(({ forms }) => forms.length > 0);
  let total = 0;
  for (const term of found) {
    const occurrences = occurrencesOf(term);
    const weight = rarity(table.count, occurrences.size) * Math.min(term.count, MOST_COUNTS);
    total += weight;
    for (const [paper, { frequency, inTitle }] of occurrences) {
      scores[paper] = (scores[paper] ?? 0) + weight * saturated(frequency, norm(paper));
      titled[paper] = (titled[paper] ?? 0) + weight * inTitle;
      covered[paper] = (covered[paper] ?? 0) + weight;
      present[paper] = (present[paper] ?? 0) + 1;
    }
  }
  const papers: number[] = [];
  for (let paper = 0; paper < table.count; paper += 1)
    if ((present[paper] ?? 0) > 0 && admits(paper)) {
      const all = (covered[paper] ?? 0) / total;
      const inTitle = ((titled[paper] ?? 0) / total) ** 4;
      scores[paper] = (scores[paper] ?? 0) * (1 + ALL_WORDS * all + ALL_IN_TITLE * inTitle);
      papers.push(paper);
    }
  const byScore = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a;
  papers.sort(byScore);
  const best = papers.slice(0, RERANKED);
  for (const pair of neighbours)
    for (const paper of best)
      scores[paper] = (scores[paper] ?? 0) + closeness(pair, paper, table.count, norm(paper));
  return {
    papers: [...best.sort(byScore), ...papers.slice(RERANKED)],
    full: new Set(papers.filter((paper) => present[paper] === found.length)),
  };
}

interface Occurrence {
  /** By the weights of forms and fields. */
  frequency: number;
  /** The weight of its best form in the title; 0 when it is not there. */
  inTitle: number;
}

/** How a term is in each paper that has it. */
function occurrencesOf({ forms }: Term): ReadonlyMap<number, Occurrence> {
  const occurrences = new Map<number, Occurrence>();
  for (const { postings, weight } of forms)
    eachPaper(postings, (paper, places) => {
      const occurrence = occurrences.get(paper) ?? { frequency: 0, inTitle: 0 };
      for (const place of places) {
        occurrence.frequency += weight * fieldWeight(place);
        if (fieldOf(place) === 'title') occurrence.inTitle = Math.max(occurrence.inTitle, weight);
      }
      occurrences.set(paper, occurrence);
    });
  return occurrences;
}

function fieldWeight(place: number): number {
  return FIELD_WEIGHTS[fieldOf(place)];
}

/** Inverse document frequency, never below zero. */
function rarity(count: number, papers: number): number {
  return Math.log(1 + (count - papers + 0.5) / (papers + 0.5));
}

function saturated(frequency: number, norm: number): number {
  return ((SATURATION + 1) * frequency) / (SATURATION * norm + frequency);
}

/** The length of a paper against the mean, as BM25 counts it. */
function lengthNorm({ titleLengths, abstractLengths }: PaperTable): (paper: number) => number {
  const length = (paper: number): number =>
    (titleLengths[paper] ?? 0) * FIELD_WEIGHTS.title + (abstractLengths[paper] ?? 0);
  const sum = titleLengths.reduce((total, _, paper) => total + length(paper), 0);
  const mean = Math.max(1, sum / Math.max(1, titleLengths.length));
  return (paper) => 1 - LENGTH_SHARE + (LENGTH_SHARE * length(paper)) / mean;
}

/** What two neighbours of a query add to the score of a paper; half of it when they stand the other way. */
function closeness([a, b]: Neighbours, paper: number, count: number, norm: number): number {
  const first = placesIn(listsOf(a), paper);
  const second = placesIn(listsOf(b), paper);
  let frequency = 0;
  for (const place of first)
    for (const other of second) {
      const distance = other - place;
      if (distance === 0 || Math.abs(distance) > CLOSE) continue;
      frequency += fieldWeight(place) * (distance > 0 ? 1 : 0.5);
    }
  if (frequency === 0) return 0;
  const weight = (rarityOf(a, count) + rarityOf(b, count)) / 2;
  return NEIGHBOURS * weight * saturated(frequency, norm);
}

function listsOf({ forms }: Term): readonly Postings[] {
  return forms.map(({ postings }) => postings);
}

function rarityOf({ forms }: Term, count: number): number {
  const papers = forms.reduce((most, { postings }) => Math.max(most, postings.papers.length), 0);
  return Math.log(1 + count / Math.max(1, papers));
}
