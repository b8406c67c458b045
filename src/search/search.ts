import { testOf, type Test } from './conditions.ts';
import type { Postings, SearchEngine } from './engine.ts';
import { facetsOf, type Facets } from './facets.ts';
import type { Marks } from './highlight.ts';
import { papersWithWord } from './postings.ts';
import { parseQuery, type Condition, type Query } from './query.ts';
import { rank } from './ranking.ts';
import { isStopWord } from '../text/stop-words.ts';
import { termsOf, type Term } from './terms.ts';

export const SORTS = ['relevance', 'newest', 'seen'] as const;
export type Sort = (typeof SORTS)[number];

export interface SearchRequest {
  /** In the query language of `parseQuery`. */
  readonly text: string;
  readonly sort: Sort;
  /** The last word may still get more letters. */
  readonly typing: boolean;
  /** Words that the archive does not have are taken for similar ones. */
  readonly spelling: boolean;
}

export interface SearchAnswer {
  /** Numbers of papers, best first; by another order than relevance those with all words before the rest. */
  readonly papers: readonly number[];
  /** How many papers have all words; all of them when the query has no words. */
  readonly full: number;
  /** Of the papers that have all words, or of all when none has. */
  readonly facets: Facets;
  /** Words that were taken for others. */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** Words that the archive has nothing like. */
  readonly unknown: readonly string[];
  readonly marks: Marks;
  /** What was made of the query, where that may surprise: sentences. */
  readonly remarks: readonly string[];
}

/**
 * Answers a query.
 *
 * @throws what the engine throws when a file cannot be read; no query is an error.
 */
export async function search(request: SearchRequest, engine: SearchEngine): Promise<SearchAnswer> {
  const query = parseQuery(request.text);
  const terms = await termsFor(query, request, engine);
  const { papers, full, remarks } = await papersFor(query, terms, engine);
  const counted = full.size > 0 ? [...full] : papers;
  // One more file to read: not for every key, and without it only its facets are missing.
  const topics = request.typing ? [] : await engine.topics().catch(() => []);
  return {
    papers: sorted(papers, full, request.sort, engine),
    full: full.size,
    facets: facetsOf(counted, engine.table, topics),
    corrections: correctionsIn(terms),
    unknown: terms.filter(({ forms }) => forms.length === 0).map(({ word }) => word),
    marks: marksOf(query, terms),
    remarks: [...query.remarks, ...remarks],
  };
}

function correctionsIn(terms: readonly Term[]): SearchAnswer['corrections'] {
  const corrected = new Map(terms.map(({ word, correction }) => [word, correction]));
  return Array.from(corrected).flatMap(([from, to]) => (to === undefined ? [] : [{ from, to }]));
}

function marksOf({ words }: Query, terms: readonly Term[]): Marks {
  const lists = terms.flatMap(({ forms }) => forms.map(({ postings }) => postings));
  const initials = words
    .filter(({ counts }) => counts)
    .map(({ word }) => word.charAt(0))
    .join('');
  return {
    words: [...new Set(lists.map(({ word }) => word))],
    acronyms: lists.filter(isAcronym).map(({ word }) => word),
    initials: /^\p{L}{2,6}$/u.test(initials) ? [initials] : [],
  };
}

/** Whether a word is another name for what some paper names. */
function isAcronym(postings: Postings): boolean {
  if (!/^\p{L}{2,6}$/u.test(postings.word)) return false;
  return papersWithWord([postings], (field) => field === 'also').size > 0;
}

/** The words that say what is looked for; those that ask for it, too, when the archive has nothing like those. */
async function termsFor(
  query: Query,
  request: SearchRequest,
  engine: SearchEngine,
): Promise<readonly Term[]> {
  const options = { ...request, typing: request.typing && /[\p{L}\p{N}]$/u.test(request.text) };
  const look = (words: Query['words']): Promise<readonly Term[]> =>
    termsOf(
      words.map(({ word }) => word),
      engine,
      options,
    );
  const terms = await look(query.words.filter(({ counts }) => counts));
  return terms.some(({ forms }) => forms.length > 0)
    ? terms
    : look(query.words.filter(({ counts, word }) => counts || !isStopWord(word)));
}

interface Found {
  readonly papers: readonly number[];
  readonly full: ReadonlySet<number>;
  readonly remarks: readonly string[];
}

/** In a question of more words than that, quotation marks are punctuation and require nothing. */
const MOST_WORDS_WITH_PHRASE = 8;

async function papersFor(
  query: Query,
  terms: readonly Term[],
  engine: SearchEngine,
): Promise<Found> {
  const phrases = query.conditions.filter(isPhrase);
  const others = query.conditions.filter((condition) => !isPhrase(condition));
  const quoted = new Set(phrases.flatMap(({ words }) => words));
  const free = terms.filter(({ word }) => !quoted.has(word));
  if (phrases.length === 0 || free.length > MOST_WORDS_WITH_PHRASE)
    return { ...(await admitted(others, terms, engine)), remarks: [] };
  const found = await admitted(query.conditions, terms, engine);
  if (found.papers.length > 0) return { ...found, remarks: [] };
  const named = phrases.map(({ words }) => `“${words.join(' ')}”`).join(' and ');
  const remark = `No paper has ${named} word for word. These have some of the words.`;
  const loose = await admitted(others, terms, engine);
  return { ...loose, remarks: loose.papers.length > 0 ? [remark] : [] };
}

/** A phrase can be given up for its words; what is in a field was meant to be there. */
function isPhrase(condition: Condition): condition is Condition & { kind: 'words' } {
  return condition.kind === 'words' && !condition.negative && condition.field === undefined;
}

async function admitted(
  conditions: readonly Condition[],
  terms: readonly Term[],
  engine: SearchEngine,
): Promise<Pick<Found, 'papers' | 'full'>> {
  const tests = await Promise.all(conditions.map((condition) => testOf(condition, terms, engine)));
  const admits: Test = (paper) => tests.every((test) => test(paper));
  if (terms.length > 0) return rank(terms, engine.table, admits);
  if (conditions.length === 0) return { papers: [], full: new Set() };
  const papers = Array.from({ length: engine.table.count }, (_, paper) => paper).filter(admits);
  return { papers: papers.reverse(), full: new Set(papers) };
}

/** In another order than by relevance, papers with all words still come first. */
function sorted(
  papers: readonly number[],
  full: ReadonlySet<number>,
  sort: Sort,
  { table }: SearchEngine,
): readonly number[] {
  if (sort === 'relevance') return papers;
  const newest = (paper: number): number => table.listed[paper]?.at(-1) ?? 0;
  const seen = (paper: number): number => table.seen[paper] ?? 0;
  return papers.toSorted(
    (a, b) =>
      Number(full.has(b)) - Number(full.has(a)) ||
      (sort === 'seen' ? seen(b) - seen(a) : 0) ||
      newest(b) - newest(a),
  );
}
