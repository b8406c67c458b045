import type { Nearest } from './types.ts';
import type { FoundTopic } from './topics.ts';

/** A topic that has a colour on the map, with the numbers of the papers that have it. */
export interface FoundArea {
  readonly topic: FoundTopic;
  readonly papers: readonly number[];
}

/** As many colours as people tell apart. */
const MOST_AREAS = 10;
/** A topic of more papers than this share does not tell them apart. */
const LARGEST = 0.2;

/**
 * The topics that divide an archive best: one after the other the one with most papers that no other has
 * yet, where those of a topic count the more, the more of their nearest papers are of it, too. A paper of
 * several has the colour of the smallest.
 */
export function areasOf(
  topics: readonly FoundTopic[],
  graph: readonly Nearest[],
): readonly FoundArea[] {
  const candidates = topics
    .filter(({ papers }) => papers.length <= LARGEST * graph.length)
    .map((topic) => {
      const members = topic.papers.map(({ paper }) => paper);
      return { topic, members, weight: coherence(members, graph) ** 2 };
    });
  const covered = new Set<number>();
  const chosen: typeof candidates = [];
  while (chosen.length < MOST_AREAS) {
    let best: (typeof candidates)[number] | undefined;
    let most = 0;
    for (const candidate of candidates) {
      const fresh = candidate.members.reduce((sum, paper) => sum + Number(!covered.has(paper)), 0);
      if (fresh * candidate.weight <= most) continue;
      most = fresh * candidate.weight;
      best = candidate;
    }
    if (best === undefined) break;
    chosen.push(best);
    for (const paper of best.members) covered.add(paper);
  }
  const areaOf = new Map<number, FoundTopic>();
  for (const { topic, members } of chosen.toSorted((a, b) => b.members.length - a.members.length))
    for (const paper of members) areaOf.set(paper, topic);
  return chosen.map(({ topic, members }) => ({
    topic,
    papers: members.filter((paper) => areaOf.get(paper) === topic),
  }));
}

/** Of the nearest papers of these papers, the share that is among these. */
function coherence(papers: readonly number[], graph: readonly Nearest[]): number {
  const own = new Set(papers);
  let inside = 0;
  let all = 0;
  for (const paper of papers)
    for (const near of graph[paper] ?? []) {
      all += 1;
      if (own.has(near.paper)) inside += 1;
    }
  return all === 0 ? 0 : inside / all;
}
