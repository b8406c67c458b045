import type { LinkKind } from '../archive/types.ts';
import type { PaperTable } from './engine.ts';

/** How many of the papers found have what, each with the operator that asks for it. */
export interface Facet {
  /** `date:2025-03`, `has:code`, `seen:2`. */
  readonly operator: string;
  readonly papers: number;
}

export interface Facets {
  /** Newest first. */
  readonly years: readonly Facet[];
  /** Newest first. */
  readonly months: readonly Facet[];
  /** Most papers first. */
  readonly links: readonly Facet[];
  /** Papers in at least two digests, three …; empty when there are none. */
  readonly seen: readonly Facet[];
}

const MOST_SEEN = 4;

/** Counts what papers have; what none has is left out. */
export function facetsOf(papers: Iterable<number>, table: PaperTable): Facets {
  const counts = new Map<string, number>();
  const count = (operator: string): void => {
    counts.set(operator, (counts.get(operator) ?? 0) + 1);
  };
  const linked = Object.entries(table.links).map(
    ([kind, list]) => [kind as LinkKind, new Set(list)] as const,
  );
  for (const paper of papers) {
    const dates = table.listed[paper]?.map((date) => table.dates[date] ?? '') ?? [];
    for (const length of [4, 7])
      for (const period of new Set(dates.map((date) => date.slice(0, length))))
        count(`date:${period}`);
    for (const [kind, list] of linked) if (list.has(paper)) count(`has:${kind}`);
    for (let least = 2; least <= Math.min(MOST_SEEN, table.seen[paper] ?? 0); least += 1)
      count(`seen:${String(least)}`);
  }
  const facets = Array.from(counts, ([operator, number]) => ({ operator, papers: number }));
  const like = (pattern: RegExp): Facet[] =>
    facets.filter(({ operator }) => pattern.test(operator)).sort(byOperator);
  return {
    years: like(/^date:\d{4}$/).reverse(),
    months: like(/^date:\d{4}-\d\d$/).reverse(),
    links: like(/^has:/).sort((a, b) => b.papers - a.papers),
    seen: like(/^seen:/),
  };
}

function byOperator(a: Facet, b: Facet): number {
  return a.operator < b.operator ? -1 : 1;
}
