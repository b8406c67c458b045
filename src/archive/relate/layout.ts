import { UMAP } from 'umap-js';

import type { Nearest } from './types.ts';

/** A place on the map, from 0 to 1 in both directions. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const NEIGHBOURS = 7;
/** Rounds of the layout: few for many papers, which have more neighbours to settle between. */
const ROUNDS = { few: 400, many: 80, manyPapers: 5000 } as const;
/** Fewer papers have no map worth calculating: they stand on a circle. */
const FEWEST_PAPERS = 8;
/** The share of papers farthest out, in each direction, that must not shrink the rest. */
const OUTLIERS = 0.01;
/** Where these have their place, at each edge. */
const MARGIN = 0.06;

/**
 * Places papers in two dimensions so that related ones are near each other: UMAP (L. McInnes, J. Healy and
 * J. Melville, arXiv 1802.03426) over the graph of nearest papers. The same graph gives the same map.
 */
export function mapLayout(graph: readonly Nearest[]): readonly Place[] {
  if (graph.length < FEWEST_PAPERS) return circle(graph.length);
  const count = Math.min(NEIGHBOURS, graph.length - 2);
  const rows = graph.map((nearest, paper) => filled(nearest, paper, count, graph.length));
  const umap = new UMAP({
    nComponents: 2,
    nNeighbors: count + 1,
    minDist: 0.2,
    nEpochs: graph.length > ROUNDS.manyPapers ? ROUNDS.many : ROUNDS.few,
    random: seededRandom(),
  });
  umap.setPrecomputedKNN(
    rows.map((row) => row.map(({ paper }) => paper)),
    rows.map((row) => row.map(({ score }) => 1 - score)),
  );
  return scaled(umap.fit(graph.map((_, paper) => [paper])));
}

/** Itself first, as UMAP wants it; a paper with too few neighbours gets far ones. */
function filled(nearest: Nearest, paper: number, count: number, papers: number): Nearest {
  const row = [{ paper, score: 1 }];
  const known = new Set([paper]);
  const add = (next: Nearest[number]): void => {
    if (row.length > count || known.has(next.paper)) return;
    known.add(next.paper);
    row.push({ paper: next.paper, score: Math.min(1, Math.max(0, next.score)) });
  };
  nearest.forEach(add);
  for (let step = 1; row.length <= count; step += 1)
    add({ paper: (paper + step * FAR_STEP) % papers, score: 0 });
  return row;
}

/** A prime, so that the papers taken are spread over the archive. */
const FAR_STEP = 7919;

/** Into the unit square, both directions by themselves. */
function scaled(points: readonly (readonly number[])[]): readonly Place[] {
  const along = (axis: number): ((value: number) => number) => {
    const values = points.map((point) => point[axis] ?? 0).sort((a, b) => a - b);
    const cut = Math.floor(values.length * OUTLIERS);
    const [low, high] = [values[cut] ?? 0, values[values.length - 1 - cut] ?? 1];
    return (value) => softened((value - low) / (high - low || 1));
  };
  const [horizontal, vertical] = [along(0), along(1)];
  return points.map(([x = 0, y = 0]) => ({ x: horizontal(x), y: vertical(y) }));
}

/** What lies outside comes the nearer to the edge, the farther out it is. */
function softened(share: number): number {
  const inside = MARGIN + (1 - 2 * MARGIN) * Math.min(1, Math.max(0, share));
  if (share < 0) return inside - MARGIN * (1 - Math.exp(4 * share));
  return share > 1 ? inside + MARGIN * (1 - Math.exp(4 * (1 - share))) : inside;
}

function circle(papers: number): readonly Place[] {
  return Array.from({ length: papers }, (_, paper) => {
    const angle = (2 * Math.PI * paper) / papers;
    return { x: 0.5 + 0.4 * Math.cos(angle), y: 0.5 + 0.4 * Math.sin(angle) };
  });
}

/** Numerical Recipes' linear congruential generator: chance that is the same every time. */
function seededRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
