import { expect, test } from 'vitest';

import { stageCosts } from '../../../src/cli/bench/stages.ts';
import type { StageSpan } from '../../../src/cli/stage-clock.ts';

const SPANS: readonly StageSpan[] = [
  { name: 'read', start: 1, end: 2 },
  { name: 'files', start: 3, end: 5 },
  { name: 'pages', start: 2, end: 6 },
  { name: 'files', start: 7, end: 8 },
];
const SAMPLES = [10, 20, 30, 90, 40, 50, 60, 70, 80].map((memory, at) => ({ at, memory }));

function costOf(stage: string, samples = SAMPLES): unknown {
  const timings = { stages: SPANS, total: 8, memory: 90 };
  return stageCosts(timings, 8.5, samples).find((cost) => cost.stage === stage);
}

test('a stage that came twice was at work in both times, and had its peak in one of them', () => {
  expect(costOf('file writing')).toEqual({
    stage: 'file writing',
    start: 3,
    end: 8,
    seconds: 3,
    memory: 90,
  });
});

test('stages may overlap', () => {
  expect(costOf('page rendering')).toMatchObject({ start: 2, end: 6, seconds: 4, memory: 90 });
});

test('the rest is what no stage covers: before, between and after them', () => {
  expect(costOf('the rest')).toEqual({ stage: 'the rest', seconds: 2.5, memory: 80 });
});

test('a system that does not tell of memory leaves it out', () => {
  expect(costOf('read and compile', [])).toEqual({
    stage: 'read and compile',
    start: 1,
    end: 2,
    seconds: 1,
  });
});
