import type { LinkKind, PaperId } from '../../src/archive/types.ts';
import type { IsoDate } from '../../src/digest/types.ts';
import {
  FIELDS,
  placeOf,
  type PaperTable,
  type Places,
  type Postings,
  type SearchEngine,
  type SearchTopic,
} from '../../src/search/engine.ts';
import { lengthAt, lengthStep } from '../../src/search/lengths.ts';
import { fieldOf } from '../../src/search/postings.ts';
import { definitionsOf, growingAcronyms } from '../../src/text/acronyms.ts';
import type { SearchDocument } from '../../src/search/index/documents.ts';
import type { Occurrences } from '../../src/search/index/occurrences.ts';
import { searchRecord, type SearchRecord } from '../../src/search/index/records.ts';
import { stemOf } from '../../src/text/stems.ts';
import { isStopWord } from '../../src/text/stop-words.ts';
import { wordsOf } from '../../src/text/words.ts';

/** As much of a paper as a test cares for. */
export interface Invented {
  readonly title?: string;
  readonly abstract?: string;
  readonly authors?: readonly string[];
  readonly names?: readonly string[];
  /** Dates, oldest first, separated by spaces. */
  readonly date?: string;
  readonly seen?: number;
  readonly links?: readonly LinkKind[];
}

/** Papers in the order of their numbers; without a date they are of one day. */
export function documentsOf(papers: readonly Invented[]): readonly SearchDocument[] {
  return papers.map(({ title = '', abstract = '', date = '2025-03-11', ...more }, number) => ({
    id: `paper-${String(number)}` as PaperId,
    title,
    abstract,
    authors: [],
    names: [],
    seen: 1,
    links: [],
    ...more,
    dates: date.split(' ') as readonly string[] as readonly IsoDate[],
  }));
}

/** An engine that holds everything in memory, to ask without files. */
export function memoryEngine(
  papers: readonly Invented[],
  language = 'en',
  topics: readonly SearchTopic[] = [],
): SearchEngine {
  const documents = documentsOf(papers);
  const index = postingsOf(documents, language);
  const lists = [...index.values()].sort((a, b) => (a.word < b.word ? -1 : 1));
  const counted = countedWords(documents);
  return {
    language,
    table: tableOf(documents),
    word: (word) => Promise.resolve(index.get(word)),
    places: (word) => Promise.resolve(index.get(word)),
    wordsFrom: (prefix) => Promise.resolve(lists.filter(({ word }) => word.startsWith(prefix))),
    completions: (prefix, limit) =>
      counted
        .map(([word]) => word)
        .filter((word) => word.length > 2 && !isStopWord(word) && /\p{L}/u.test(word))
        .filter((word) => word.startsWith(prefix))
        .slice(0, limit),
    vocabulary: () =>
      Promise.resolve(
        counted.map(([word, count]) => ({
          word,
          weight: Math.min(9, Math.floor(Math.log2(count))),
        })),
      ),
    topics: () => Promise.resolve(topics),
    records: (numbers) =>
      Promise.resolve().then(() =>
        numbers.map((number) => {
          const document = documents[number];
          if (document === undefined)
            throw new RangeError(`No paper has the number ${String(number)}.`);
          return { id: document.id, title: document.title };
        }),
      ),
  };
}

/** A word with everything that is known of it. */
export type Indexed = Postings & Places;

/** Every word of every field with its places. */
export function postingsOf(
  documents: readonly SearchDocument[],
  language: string,
): ReadonlyMap<string, Indexed> {
  const words = invertedInMemory(recordsOf(documents, language));
  return new Map(
    words.map(({ word, papers, places }) => {
      const byPaper = new Map<number, number[]>();
      papers.forEach((paper, index) => {
        byPaper.set(paper, [...(byPaper.get(paper) ?? []), places[index] ?? 0]);
      });
      return [word, indexed(word, byPaper)];
    }),
  );
}

/** What Pagefind makes of papers and their words, made without it. */
export function invertedInMemory(records: Iterable<SearchRecord>): readonly Occurrences[] {
  const index = new Map<string, { papers: number[]; places: number[] }>();
  for (const [paper, record] of Array.from(records).entries())
    for (const field of FIELDS)
      for (const [position, word] of record[field].entries()) {
        if (word === '') continue;
        const all = index.get(word) ?? { papers: [], places: [] };
        all.papers.push(paper);
        all.places.push(placeOf(field, position));
        index.set(word, all);
      }
  return [...index.keys()].sort().map((word) => ({
    word,
    papers: Uint32Array.from(index.get(word)?.papers ?? []),
    places: Uint32Array.from(index.get(word)?.places ?? []),
  }));
}

/** Each paper knows the acronyms of its date and of those before. */
function recordsOf(
  documents: readonly SearchDocument[],
  language: string,
): readonly SearchRecord[] {
  const stem = stemOf(language);
  const acronyms = growingAcronyms();
  let learned = 0;
  return documents.map((document, number) => {
    const next = documents.findIndex(
      ({ dates }, other) => other > number && dates[0] !== document.dates[0],
    );
    const end = next === -1 ? documents.length : next;
    for (; learned < end; learned += 1) {
      const { title = '', abstract = '' } = documents[learned] ?? {};
      acronyms.learn(definitionsOf(`${title}. ${abstract}`, stem));
    }
    return searchRecord(document, acronyms, stem);
  });
}

/** @param places by paper, ascending. */
export function indexed(word: string, places: ReadonlyMap<number, readonly number[]>): Indexed {
  const starts = [0];
  for (const each of places.values()) starts.push((starts.at(-1) ?? 0) + each.length);
  return {
    word,
    papers: Uint32Array.from(places.keys()),
    counts: Uint16Array.from(
      [...places.values()].flatMap((each) =>
        FIELDS.map((field) => each.filter((place) => fieldOf(place) === field).length),
      ),
    ),
    starts: Uint32Array.from(starts),
    places: Uint32Array.from([...places.values()].flat()),
  };
}

function tableOf(documents: readonly SearchDocument[]): PaperTable {
  const dates = [...new Set(documents.flatMap((document) => document.dates))].sort();
  const kinds = [...new Set(documents.flatMap(({ links }) => links))];
  return {
    count: documents.length,
    lengths: Float64Array.from(documents, ({ title, abstract }) =>
      lengthAt(lengthStep(wordsOf(title).length, wordsOf(abstract).length)),
    ),
    dates,
    listed: documents.map((document) => document.dates.map((date) => dates.indexOf(date))),
    seen: documents.map(({ seen }) => seen),
    links: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        [...documents.keys()].filter((number) => documents[number]?.links.includes(kind)),
      ]),
    ),
  };
}

/** The words of titles and abstracts, each with how many papers have it, most frequent first. */
function countedWords(
  documents: readonly SearchDocument[],
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { title, abstract } of documents)
    for (const word of new Set(wordsOf(`${title} ${abstract}`)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
