import type { BuildTimings } from '../build-command.ts';
import type { StageName } from '../stage-clock.ts';
import { peakBetween, type MemorySample } from './memory.ts';

/** What one stage of a build took. */
export interface StageCost {
  readonly stage: string;
  /** Seconds since the start of the command: when it first began and last ended; absent for the rest. */
  readonly start?: number;
  readonly end?: number;
  /** Seconds in which it was at work, which are fewer when it came twice. */
  readonly seconds: number;
  /** Peak in MB of the build and its children in that time; absent where the system does not tell. */
  readonly memory?: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const STAGES: readonly (readonly [name: StageName, label: string])[] = [
  ['read', 'read and compile'],
  ['relate', 'related and topics'],
  ['map', 'map'],
  ['pages', 'page rendering'],
  ['files', 'file writing'],
  ['search', 'search index'],
];

/**
 * What each stage took, and last the rest: time of the command that no stage covers.
 *
 * @param total seconds from the start to the end of the command.
 */
export function stageCosts(
  { stages }: BuildTimings,
  total: number,
  samples: readonly MemorySample[],
): readonly StageCost[] {
  const costs = STAGES.map(([name, label]): StageCost => {
    const spans = union(stages.filter((span) => span.name === name));
    const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
    return { stage: label, start, end, ...costOf(spans, samples) };
  });
  return [...costs, { stage: 'the rest', ...costOf(gaps(union(stages), total), samples) }];
}

function costOf(
  spans: readonly Span[],
  samples: readonly MemorySample[],
): Pick<StageCost, 'seconds' | 'memory'> {
  const seconds = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const peaks = spans.map(({ start, end }) => peakBetween(samples, start, end) ?? 0);
  return { seconds, ...(samples.length > 0 && { memory: Math.max(0, ...peaks) }) };
}

/** The same stretches of time, in order and without overlaps. */
export function union(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || start > last.end) merged.push({ start, end });
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return merged;
}

/** What `spans`, in order and without overlaps, leave of the time from 0 to `total`. */
export function gaps(spans: readonly Span[], total: number): readonly Span[] {
  const starts = [0, ...spans.map(({ end }) => end)];
  const ends = [...spans.map(({ start }) => start), total];
  return starts
    .map((start, index) => ({ start, end: ends[index] ?? total }))
    .filter(({ start, end }) => end > start);
}
