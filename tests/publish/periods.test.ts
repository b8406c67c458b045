import { expect, test } from 'vitest';

import { ofPapers, percent, periodName, timelineSummary } from '../../src/publish/periods.ts';

test.each([
  ['2025-03', 'March 2025'],
  ['2025-03-11', '11 March 2025'],
])('the period %s is called %s', (period, name) => {
  expect(periodName(period)).toBe(name);
});

test.each([
  [3, 100, '3.0 %'],
  [1, 3000, '0.0 %'],
  [99, 1000, '9.9 %'],
  [10, 100, '10 %'],
  [0, 100, '0 %'],
  [0, 0, '0 %'],
])('%i of %i is %s', (papers, of, text) => {
  expect(percent({ papers, of })).toBe(text);
});

test('shares are said with what they are shares of', () => {
  expect(ofPapers({ papers: 1200, of: 2400 })).toBe('1,200 of 2,400 new papers (50 %)');
});

const months = (...papers: readonly number[]): { period: string; papers: number; of: number }[] =>
  papers.map((count, month) => ({ period: `2025-0${String(month + 1)}`, papers: count, of: 10 }));

test.each([
  [
    months(1, 4, 2),
    'Most frequent in February 2025: 4 of 10 new papers (40 %). March 2025: 2 of 10 new papers (20 %).',
  ],
  [months(1, 4), 'Most frequent in February 2025: 4 of 10 new papers (40 %).'],
  [[], ''],
])('a chart is summed up by its peak and its end', (timeline, summary) => {
  expect(timelineSummary(timeline)).toBe(summary);
});
