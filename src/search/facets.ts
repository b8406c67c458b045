import type { PaperTable, SearchTopic } from './engine.ts';

/** How many of the papers found have what, each with the operator that asks for it. */
export interface Facet {
  /** `date:2025-03`, `has:code`, `seen:2`, `topic:image-generation`. */
  readonly operator: string;
  /** What to call it, where the operator does not say. */
  readonly name?: string;
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
  /** Most papers first. */
  readonly topics: readonly Facet[];
}

const MOST_SEEN = 4;
const MOST_TOPICS = 8;

/** Counts what papers have; what none has is left out. */
export function facetsOf(
  papers: readonly number[],
  table: PaperTable,
  topics: readonly SearchTopic[],
): Facets {
  const counts = new Map<string, number>();
  const count = (operator: string, more: number): void => {
    if (more > 0) counts.set(operator, (counts.get(operator) ?? 0) + more);
  };
  const periods = table.dates.map((date) => [
    `date:${date.slice(0, 4)}`,
    `date:${date.slice(0, 7)}`,
  ]);
  // Nearly all papers were listed on one date: those are counted by date first.
  const byDate = new Uint32Array(table.dates.length);
  const wanted = new Uint8Array(table.count);
  for (const paper of papers) {
    wanted[paper] = 1;
    for (let least = 2; least <= Math.min(MOST_SEEN, table.seen[paper] ?? 0); least += 1)
      count(`seen:${String(least)}`, 1);
    const listed = table.listed[paper] ?? [];
    const [date = 0] = listed;
    if (listed.length === 1) byDate[date] = (byDate[date] ?? 0) + 1;
    else
      for (const period of new Set(listed.flatMap((each) => periods[each] ?? []))) count(period, 1);
  }
  byDate.forEach((more, date) => {
    for (const period of periods[date] ?? []) count(period, more);
  });
  const links = Object.entries(table.links).map(([kind, linking]) => ({
    operator: `has:${kind}`,
    papers: linking.reduce((sum, paper) => sum + (wanted[paper] ?? 0), 0),
  }));
  const facets = Array.from(counts, ([operator, number]) => ({ operator, papers: number }));
  const like = (pattern: RegExp): Facet[] =>
    facets.filter(({ operator }) => pattern.test(operator)).sort(byOperator);
  return {
    years: like(/^date:\d{4}$/).reverse(),
    months: like(/^date:\d{4}-\d\d$/).reverse(),
    links: links.filter((each) => each.papers > 0).sort((a, b) => b.papers - a.papers),
    seen: like(/^seen:/),
    topics: topics
      .map(({ slug, name, papers: ofTopic }) => ({
        operator: `topic:${slug}`,
        name,
        papers: ofTopic.reduce((sum, paper) => sum + (wanted[paper] ?? 0), 0),
      }))
      .filter((each) => each.papers > 1)
      .sort((a, b) => b.papers - a.papers)
      .slice(0, MOST_TOPICS),
  };
}

function byOperator(a: Facet, b: Facet): number {
  return a.operator < b.operator ? -1 : 1;
}
