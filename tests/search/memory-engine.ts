import type { LinkKind, PaperId } from '../../src/archive/types.ts';
import type { IsoDate } from '../../src/digest/types.ts';
import {
  FIELDS,
  placeOf,
  type PaperTable,
  type Postings,
  type SearchEngine,
  type SearchTopic,
} from '../../src/search/engine.ts';
import { acronymsIn } from '../../src/text/acronyms.ts';
import type { SearchDocument } from '../../src/search/index/documents.ts';
import { searchRecord } from '../../src/search/index/records.ts';
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

/** Every word of every field with its places. */
export function postingsOf(
  documents: readonly SearchDocument[],
  language: string,
): ReadonlyMap<string, Postings> {
  const stem = stemOf(language);
  const texts = documents.map(({ title, abstract }) => `${title}. ${abstract}`);
  const acronyms = acronymsIn(texts, stem);
  const index = new Map<string, Map<number, number[]>>();
  documents.forEach((document, number) => {
    const { content, meta = {} } = searchRecord(document, acronyms, stem);
    for (const field of FIELDS)
      (field === 'abstract' ? content : (meta[field] ?? ''))
        .split(' ')
        .filter((word) => word !== '')
        .forEach((word, position) => {
          const papers = index.get(word) ?? new Map<number, number[]>();
          const places = papers.get(number) ?? [];
          places.push(placeOf(field, position));
          papers.set(number, places);
          index.set(word, papers);
        });
  });
  return new Map(Array.from(index, ([word, papers]) => [word, postings(word, papers)]));
}

function postings(word: string, papers: ReadonlyMap<number, readonly number[]>): Postings {
  const starts = [0];
  for (const places of papers.values()) starts.push((starts.at(-1) ?? 0) + places.length);
  return {
    word,
    papers: Uint32Array.from(papers.keys()),
    starts: Uint32Array.from(starts),
    places: Uint32Array.from([...papers.values()].flat()),
  };
}

function tableOf(documents: readonly SearchDocument[]): PaperTable {
  const dates = [...new Set(documents.flatMap((document) => document.dates))].sort();
  const kinds = [...new Set(documents.flatMap(({ links }) => links))];
  return {
    count: documents.length,
    titleLengths: documents.map(({ title }) => wordsOf(title).length),
    abstractLengths: documents.map(({ abstract }) => wordsOf(abstract).length),
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
