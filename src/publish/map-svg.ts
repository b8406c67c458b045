import type { TopicSlug } from '../archive/relate/types.ts';
import type { SiteUrls } from './site-urls.ts';
import { escapedText } from './xml.ts';

/** A paper on the map. */
export interface MapPoint {
  /** Its number in the search index, by which scripts look it up. */
  readonly number: number;
  /** From 0 to 1. */
  readonly x: number;
  readonly y: number;
}

/** What the map is drawn from. */
export interface MapDrawing {
  /** The papers of each colour, then those of none. */
  readonly groups: readonly (readonly MapPoint[])[];
  /** Largest first: names to write where their papers are. */
  readonly topics: readonly MapTopic[];
}

export interface MapTopic {
  readonly slug: TopicSlug;
  readonly name: string;
  readonly points: readonly MapPoint[];
}

/** Width and height of the drawing, in its own units. */
export const MAP_SIZE = { width: 1000, height: 750 } as const;

/** Told apart on light and on dark ground, each with a contrast of 3 to 1 at least. */
export const MAP_COLOURS = [
  '#b5432a',
  '#3f6fb5',
  '#2f7d5b',
  '#9c7222',
  '#8a5fb0',
  '#1f8792',
  '#c0508a',
  '#6f7f2f',
  '#c2631f',
  '#5f6672',
] as const;
const NO_TOPIC_COLOUR = '#8d8778';
const MARGIN = 14;
/** So far apart labels have to be, in units of the drawing. */
const LABEL_HEIGHT = 26;
const LETTER_WIDTH = 10;
const MOST_LABELS = 24;
const LONGEST_LABEL = 40;
const COVER_DOTS = 1500;
/** In shares of the drawing: half the papers of a topic that has a label are that near its middle. */
const MOST_SPREAD = 0.16;

/**
 * The map as an SVG document: a path per colour, whose points are dots because its line ends are round, and
 * the names of the topics where most of their papers are. `data-papers` holds the numbers of the points, each as
 * the difference to the one before it, in base 36.
 */
export function mapSvg({ groups, topics }: MapDrawing, urls: SiteUrls): string {
  const { width, height } = MAP_SIZE;
  const dots = groups.reduce((sum, points) => sum + points.length, 0);
  const paths = groups.map((points, place) => {
    const sorted = points.toSorted((a, b) => a.number - b.number);
    const steps = sorted.map(({ number }, at) => number - (sorted[at - 1]?.number ?? 0));
    const colour = (place < groups.length - 1 ? MAP_COLOURS[place] : undefined) ?? NO_TOPIC_COLOUR;
    const d = sorted.map((point) => `M${String(left(point))} ${String(top(point))}h0`).join('');
    const numbers = steps.map((step) => step.toString(36)).join(' ');
    return `<path stroke="${colour}" data-papers="${numbers}" d="${d}"/>`;
  });
  const labels = labelsOf(topics).map(
    ({ slug, name, x, y }) =>
      `<a href="${urls.topic(slug)}"><text x="${String(x)}" y="${String(y)}">${escapedText(name)}</text></a>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}">`,
    `<g fill="none" stroke-linecap="round" stroke-width="${String(dotSize(dots))}">`,
    ...paths,
    '</g>',
    '<g font-family="Georgia, serif" font-size="19" text-anchor="middle" fill="#3a362e" stroke="#fcfaf5" stroke-width="4" paint-order="stroke">',
    ...labels,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** The same with so many dots that it can be a picture on a page, and without names. */
export function coverSvg({ groups }: MapDrawing, urls: SiteUrls): string {
  const every = Math.ceil(groups.reduce((sum, points) => sum + points.length, 0) / COVER_DOTS);
  const fewer = groups.map((points) => points.filter((_, place) => place % every === 0));
  return mapSvg({ groups: fewer, topics: [] }, urls);
}

/** Dots of 200 papers are 11 units wide, those of 10,000 or more are 3. */
function dotSize(papers: number): number {
  return Math.round(10 * Math.min(11, Math.max(3, 160 / Math.sqrt(papers + 10)))) / 10;
}

function left({ x }: MapPoint): number {
  return Math.round(10 * (MARGIN + x * (MAP_SIZE.width - 2 * MARGIN))) / 10;
}

function top({ y }: MapPoint): number {
  return Math.round(10 * (MARGIN + y * (MAP_SIZE.height - 2 * MARGIN))) / 10;
}

interface Label {
  readonly slug: TopicSlug;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/**
 * At the median of the papers, for topics whose papers are mostly in one place; one that would lie over an
 * earlier one is left out.
 */
function labelsOf(topics: readonly MapTopic[]): readonly Label[] {
  const labels: Label[] = [];
  for (const { slug, name, points } of topics) {
    if (labels.length === MOST_LABELS || name.length > LONGEST_LABEL) continue;
    if (spreadOf(points) > MOST_SPREAD) continue;
    const half = (name.length * LETTER_WIDTH) / 2;
    const x = Math.min(MAP_SIZE.width - half, Math.max(half, median(points.map(left))));
    const y = Math.min(MAP_SIZE.height - 8, Math.max(LABEL_HEIGHT, median(points.map(top))));
    const isFree = labels.every(
      (other) =>
        Math.abs(other.y - y) > LABEL_HEIGHT ||
        Math.abs(other.x - x) > half + (other.name.length * LETTER_WIDTH) / 2,
    );
    if (isFree) labels.push({ slug, name, x: Math.round(x), y: Math.round(y) });
  }
  return labels;
}

/** The median distance of points from their median. */
function spreadOf(points: readonly MapPoint[]): number {
  const [x, y] = [median(points.map((point) => point.x)), median(points.map((point) => point.y))];
  return median(points.map((point) => Math.hypot(point.x - x, point.y - y)));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
