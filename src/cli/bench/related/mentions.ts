import type { BenchDocument } from '../search/subject.ts';
import type { RelatedCollection, RelatedQuery } from './collection.ts';

/** A name that more papers use has become a word. */
const MOST_PAPERS = 20;
/** Shorter ones are units and symbols as often as names. */
const SHORTEST_NAME = 4;

const OWN_NAME = 2;
const SHARED_NAME = 1;

/**
 * A collection whose judgements are made of the names that papers use: “GullNet”, “TernBench9”. A paper whose
 * title starts with a name (“GullNet: …”) and the papers that mention it are related by grade 2, as are papers
 * that share two names; papers that share one by grade 1. The names are taken out of all texts, so that
 * nothing can be found by them. Pure: the same papers give the same collection.
 */
export function mentionsCollection(papers: readonly BenchDocument[]): RelatedCollection {
  const users = usersOf(papers);
  const names = new Set(users.keys());
  const masked = (text: string): string =>
    text.replace(WORD, (word) => (names.has(word) ? ' ' : word));
  return {
    documents: papers.map(({ id, title, abstract }) => ({
      id,
      title: masked(title),
      abstract: masked(abstract),
    })),
    queries: queriesOf(papers, users),
  };
}

/**
 * Whether a word is written as only names are: four characters or more, of them a small letter and a capital
 * after the first, or two letters and a digit after them. The plural of an acronym (GNNs) is no name.
 */
export function isName(word: string): boolean {
  if (word.length < SHORTEST_NAME || /^\p{Lu}+s$/u.test(word)) return false;
  return /^(?=.*\p{Ll}).+\p{Lu}/u.test(word) || /^\p{L}{2}.*\p{N}/u.test(word);
}

/** The names that two papers or more use, but not many, and the papers that use them, in order. */
function usersOf(papers: readonly BenchDocument[]): ReadonlyMap<string, readonly number[]> {
  const users = new Map<string, number[]>();
  for (const [paper, { title, abstract }] of papers.entries())
    for (const word of new Set(`${title} ${abstract}`.match(WORD))) {
      if (!isName(word)) continue;
      const own = users.get(word);
      if (own) own.push(paper);
      else users.set(word, [paper]);
    }
  return new Map([...users].filter(([, { length }]) => length > 1 && length <= MOST_PAPERS));
}

function queriesOf(
  papers: readonly BenchDocument[],
  users: ReadonlyMap<string, readonly number[]>,
): readonly RelatedQuery[] {
  const grades = papers.map(() => new Map<string, number>());
  const startsWith = (paper: number | undefined, name: string): boolean =>
    papers[paper ?? -1]?.title.startsWith(`${name}:`) ?? false;
  for (const [name, sharing] of users)
    for (const one of sharing)
      for (const other of sharing) {
        const id = papers[other]?.id;
        if (one === other || id === undefined) continue;
        const isOwn = startsWith(one, name) || startsWith(other, name);
        const grade = (grades[one]?.get(id) ?? 0) + (isOwn ? OWN_NAME : SHARED_NAME);
        grades[one]?.set(id, Math.min(grade, OWN_NAME));
      }
  return papers.flatMap(({ id }, paper) => {
    const judged = grades[paper] ?? new Map<string, number>();
    return judged.size === 0 ? [] : [{ id, paper, judged }];
  });
}

/** A run of letters and digits: a “GullNet-based” study mentions GullNet. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
