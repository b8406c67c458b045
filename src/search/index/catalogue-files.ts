import type { Topic } from '../../archive/relate/types.ts';
import type { LinkKind } from '../../archive/types.ts';
import { isStopWord } from '../../text/stop-words.ts';
import {
  CATALOGUE_FORMAT,
  CATALOGUE_NAME,
  stepsOf,
  type Catalogue,
  type TopicFile,
  type VocabularyFile,
} from '../catalogue.ts';
import type { PaperTable } from '../engine.ts';
import { paperFacts } from '../paper-facts.ts';
import type { SearchDocument } from './documents.ts';
import { hashOf, packJson, type SearchFiles } from './packed.ts';
import type { PartFiles, WordCounts } from './part-files.ts';

/** Words that complete what is typed without a file being read. */
const FREQUENT_WORDS = 1500;
/** Words that spelling is corrected to, about 3 bytes each. */
const VOCABULARY_WORDS = 30_000;

/**
 * What search reads besides the parts of the index: the catalogue, topics, and the vocabulary, as packed JSON.
 *
 * @param documents in the order of their numbers in the index.
 * @param topics of the same papers.
 * @param parts of the index, in the order of their papers.
 */
export function catalogueFiles(
  documents: readonly SearchDocument[],
  topics: readonly Topic[],
  language: string,
  parts: readonly Pick<PartFiles, 'part' | 'counts'>[],
): SearchFiles {
  const files = new Map<string, Uint8Array>();
  const add = (folder: string, contents: TopicFile | VocabularyFile): string => {
    const packed = packJson(contents);
    const name = `${folder}/${hashOf(packed)}.json.gz`;
    files.set(name, packed);
    return name;
  };
  const vocabulary = vocabularyOf(parts.map(({ counts }) => counts));
  const catalogue: Catalogue = {
    format: CATALOGUE_FORMAT,
    language,
    parts: parts.map(({ part }) => part),
    papers: paperFacts(knownOf(documents)),
    frequent: vocabulary
      .filter(({ word }) => word.length > 2 && !isStopWord(word) && /\p{L}/u.test(word))
      .slice(0, FREQUENT_WORDS)
      .map(({ word }) => word),
    vocabulary: add('words', vocabularyFile(vocabulary.slice(0, VOCABULARY_WORDS))),
    topics: add('topics', topicFile(topics, documents)),
  };
  return files.set(CATALOGUE_NAME, packJson(catalogue));
}

function topicFile(topics: readonly Topic[], documents: readonly SearchDocument[]): TopicFile {
  const numbers = new Map(documents.map(({ id }, number) => [id, number]));
  return topics.map(({ slug, name, acronym, papers }) => {
    const sorted = papers.map((id) => numbers.get(id) ?? 0).sort((a, b) => a - b);
    return { slug, name, ...(acronym !== undefined && { acronym }), steps: stepsOf(sorted) };
  });
}

function knownOf(documents: readonly SearchDocument[]): Omit<PaperTable, 'lengths' | 'count'> {
  const dates = [...new Set(documents.flatMap((document) => document.dates))].sort();
  const numbers = new Map(dates.map((date, number) => [date, number]));
  const links: Partial<Record<LinkKind, number[]>> = {};
  documents.forEach((document, number) => {
    for (const kind of document.links) (links[kind] ??= []).push(number);
  });
  return {
    dates,
    listed: documents.map((document) => document.dates.map((date) => numbers.get(date) ?? 0)),
    seen: documents.map(({ seen }) => seen),
    links,
  };
}

interface CountedWord {
  readonly word: string;
  readonly papers: number;
}

function vocabularyFile(vocabulary: readonly CountedWord[]): VocabularyFile {
  const words = vocabulary.toSorted((a, b) => (a.word < b.word ? -1 : 1));
  return {
    words: words.map(({ word }) => word).join(' '),
    weights: words.map(({ papers }) => Math.min(9, Math.floor(Math.log2(papers)))).join(''),
  };
}

/** Most frequent first. */
function vocabularyOf(parts: readonly WordCounts[]): readonly CountedWord[] {
  const counts = new Map<string, number>();
  for (const part of parts)
    for (const [word, papers] of part) counts.set(word, (counts.get(word) ?? 0) + papers);
  return Array.from(counts, ([word, papers]) => ({ word, papers })).sort(
    (a, b) => b.papers - a.papers || (a.word < b.word ? -1 : 1),
  );
}
