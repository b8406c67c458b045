import type { Settings } from '../settings.ts';
import { paperId, titleKey } from '../identity.ts';
import { wordsOf } from '../../text/words.ts';
import { type CandidateTerm, candidateTerms, type TermUse } from './candidate-terms.ts';
import { termName } from './term-names.ts';
import { isName } from './term-rules.ts';
import type { TokenTable } from './token-table.ts';
import type { TopicSlug } from './types.ts';

/** A topic that the texts of an archive name, before papers have ids. */
export interface FoundTopic {
  readonly slug: TopicSlug;
  /** As a heading: “Retrieval-augmented generation”. */
  readonly name: string;
  /** “RAG”. */
  readonly acronym?: string;
  /** Papers by their number, ascending; each with how much it is about the topic, more is more. */
  readonly papers: readonly { readonly paper: number; readonly weight: number }[];
}

/** A term is a topic of a paper that has it in the title, or once in so many words of its abstract. */
const WORDS_PER_MENTION = 100;
/** A topic has at least so many papers. */
const FEWEST_PAPERS = 3;
/** One of two names is enough when so many papers of the shorter one have the longer one. */
const SAME = 0.6;

/** The most topics an archive of so many papers has: each takes three files of the site. */
export function mostTopics(papers: number): number {
  return 60 + Math.floor(papers / 140);
}

/** Terms that fewer titles have are no topics: 1 of 200 papers, 3 of 1,000, 7 of 10,000. */
export function fewestTitles(papers: number): number {
  return Math.max(1, Math.round(Math.log2(papers / 100)));
}

/**
 * The topics of an archive: terms that titles name, as people would call them, with the papers that are
 * about them, largest first.
 *
 * The statistics are those of automatic term recognition (K. Frantzi, S. Ananiadou and H. Mima, “Automatic
 * recognition of multi-word terms: the C-value/NC-value method”, International Journal on Digital Libraries 3,
 * 2000): a term is used in titles, stands by itself and is not a part of a longer one.
 */
export function findTopics(table: TokenTable, settings: Settings['topics']): readonly FoundTopic[] {
  const papers = table.titles.length;
  const termKey = (name: string): string => {
    const stems = wordsOf(name).map((word) => table.stemOf(word));
    return stems.map((stem) => table.stems[stem ?? -1] ?? '?').join(' ');
  };
  const wanted = settings.add.map((name) => wordsOf(name).map((word) => table.stemOf(word) ?? -1));
  const wantedKeys = new Set(settings.add.map(termKey));
  const terms = candidateTerms(
    table,
    fewestTitles(papers),
    wanted.filter((stems) => stems.length > 0 && !stems.includes(-1)),
  );
  const hidden = new Set(settings.hide.map(termKey));
  const into = ends(
    new Map(Object.entries(settings.merge).map(([from, to]) => [termKey(from), termKey(to)])),
  );
  const names = new Map(Object.entries(settings.rename).map(([from, to]) => [termKey(from), to]));

  const named = terms.filter((term) => {
    const key = keyOf(term);
    if (hidden.has(key)) return false;
    return wantedKeys.has(key) || into.has(key) || isName(term, table.acronyms.has(key));
  });
  const whole = withoutParts(named, (term) => wantedKeys.has(keyOf(term)) || into.has(keyOf(term)));
  const members = new Map(whole.map((term) => [keyOf(term), papersOf(term, table)]));
  for (const [from, to] of into) {
    const [moved, target] = [members.get(from), members.get(to)];
    if (moved === undefined || target === undefined || from === to) continue;
    members.set(to, united(target, moved));
    members.delete(from);
  }
  const topics = whole.flatMap((term) => {
    const key = keyOf(term);
    const found = members.get(key);
    if (found === undefined || found.length < FEWEST_PAPERS) return [];
    const name = names.get(key) ?? termName(term, table.isProper);
    const acronym = names.has(key) ? undefined : acronymFor(term, table);
    return [{ slug: slugOf(name), name, ...(acronym && { acronym }), papers: found }];
  });
  return distinct(topics)
    .sort((a, b) => b.papers.length - a.papers.length || (a.slug < b.slug ? -1 : 1))
    .slice(0, mostTopics(papers));
}

/** Where each key leads in the end; those of a circle lead nowhere. */
function ends(steps: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    Array.from(steps.keys()).flatMap((from) => {
      const passed = new Set([from]);
      let to = steps.get(from) ?? from;
      for (let next = steps.get(to); next !== undefined && !passed.has(to); next = steps.get(to)) {
        passed.add(to);
        to = next;
      }
      return passed.has(to) ? [] : [[from, to] as const];
    }),
  );
}

function keyOf(term: CandidateTerm): string {
  return term.stems.join(' ');
}

/** Without terms that are mostly a part of one longer term. */
function withoutParts(
  terms: readonly CandidateTerm[],
  isKept: (term: CandidateTerm) => boolean,
): readonly CandidateTerm[] {
  const usesByKey = new Map(terms.map((term) => [keyOf(term), term.uses.length]));
  const covered = new Set<string>();
  for (const longer of terms) {
    const { stems, uses } = longer;
    for (let start = 0; start < stems.length; start += 1)
      for (let end = start + 1; end <= stems.length; end += 1) {
        const part = stems.slice(start, end).join(' ');
        const partUses = usesByKey.get(part);
        if (end - start === stems.length || partUses === undefined) continue;
        if (uses.length >= SAME * partUses) covered.add(part);
      }
  }
  return terms.filter((term) => isKept(term) || !covered.has(keyOf(term)));
}

function papersOf(term: CandidateTerm, table: TokenTable): FoundTopic['papers'] {
  return term.uses
    .filter((use) => isAbout(use, table))
    .map(({ paper, inTitle, count }) => ({ paper, weight: (inTitle ? 3 : 0) + count }));
}

function isAbout({ paper, inTitle, count }: TermUse, { abstracts }: TokenTable): boolean {
  const words = abstracts[paper]?.stems.length ?? 0;
  return inTitle || count >= Math.max(1, Math.floor(words / WORDS_PER_MENTION));
}

function united(one: FoundTopic['papers'], other: FoundTopic['papers']): FoundTopic['papers'] {
  const weights = new Map<number, number>();
  for (const { paper, weight } of [...one, ...other])
    weights.set(paper, Math.max(weight, weights.get(paper) ?? 0));
  return Array.from(weights, ([paper, weight]) => ({ paper, weight })).sort(
    (a, b) => a.paper - b.paper,
  );
}

/** An acronym is shown when its letters are those its words start with. */
function acronymFor(term: CandidateTerm, { acronyms }: TokenTable): string | undefined {
  const acronym = acronyms.get(keyOf(term));
  if (acronym === undefined) return undefined;
  const letters = acronym.toLowerCase();
  const initials = term.stems.map((stem) => stem.charAt(0)).join('');
  return letters === initials || letters.replaceAll(/[^a-z]/g, '') === initials
    ? acronym
    : undefined;
}

function slugOf(name: string): TopicSlug {
  return paperId(titleKey(name)) as string as TopicSlug;
}

/** Two terms with one name are one topic: the larger one's papers and the other's. */
function distinct(topics: readonly FoundTopic[]): FoundTopic[] {
  const bySlug = new Map<TopicSlug, FoundTopic>();
  for (const topic of topics) {
    const known = bySlug.get(topic.slug);
    bySlug.set(
      topic.slug,
      known ? { ...known, papers: united(known.papers, topic.papers) } : topic,
    );
  }
  return [...bySlug.values()];
}
