import type { JudgedQuery } from './collection.ts';
import type { KnownItemGroup } from './known-items.ts';
import { mean, median, quality, type Quality } from './metrics.ts';
import type { Cost, Subject } from './subject.ts';

/** What searching with an engine takes. */
export interface Effort {
  readonly subject: string;
  readonly cost: Cost;
  /** Of a search, median; nothing shown. */
  readonly milliseconds: number;
}

/** What an engine found in a test collection, and what that took. */
export interface CollectionResult extends Quality, Effort {}

/** What an engine found of known papers, and what that took. */
export interface KnownResult extends Effort {
  readonly groups: readonly KnownGroupResult[];
}

/** Shares of the queries of a group. */
export interface KnownGroupResult {
  readonly kind: string;
  readonly queries: number;
  /** The paper came first. */
  readonly first: number;
  /** The paper was among the first ten. */
  readonly firstTen: number;
  readonly nullRate: number;
}

/** What transfers are measured with where queries are made of papers: the first, and the next one. */
export const TRANSFER_QUERIES = ['graph neural network', 'diffusion model'] as const;

/** Asks an engine all queries of a collection. */
export async function measureCollection(
  subject: Subject,
  queries: readonly JudgedQuery[],
): Promise<CollectionResult> {
  const cost = await subject.cost(queries[0]?.text ?? '', queries[1]?.text ?? '');
  const answers = await ask(subject, queries, ({ text }) => text, 100);
  return {
    subject: subject.name,
    ...quality(answers.map(({ found, item }) => ({ found, judged: item.judged }))),
    cost,
    milliseconds: median(answers.map(({ milliseconds }) => milliseconds)),
  };
}

/** Asks an engine for papers that are there. */
export async function measureKnown(
  subject: Subject,
  groups: readonly KnownItemGroup[],
): Promise<KnownResult> {
  const cost = await subject.cost(...TRANSFER_QUERIES);
  const results: KnownGroupResult[] = [];
  const times: number[] = [];
  for (const { kind, items } of groups) {
    const answers = await ask(subject, items, ({ query }) => query, 10);
    const ranks = answers.map(({ found, item }) => found.findIndex((id) => item.expected.has(id)));
    const share = (test: readonly boolean[]): number => mean(test.map(Number));
    results.push({
      kind,
      queries: items.length,
      first: share(ranks.map((rank) => rank === 0)),
      firstTen: share(ranks.map((rank) => rank >= 0)),
      nullRate: share(answers.map(({ found }) => found.length === 0)),
    });
    times.push(...answers.map(({ milliseconds }) => milliseconds));
  }
  return { subject: subject.name, groups: results, cost, milliseconds: median(times) };
}

interface Answer<T> {
  readonly item: T;
  readonly found: readonly string[];
  readonly milliseconds: number;
}

/** One after the other, as a reader does. */
async function ask<T>(
  subject: Subject,
  items: readonly T[],
  textOf: (item: T) => string,
  limit: number,
): Promise<readonly Answer<T>[]> {
  const answers: Answer<T>[] = [];
  for (const item of items) {
    const start = performance.now();
    const found = await subject.search(textOf(item), limit);
    answers.push({ item, found, milliseconds: performance.now() - start });
  }
  return answers;
}
