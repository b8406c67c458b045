import { expect, test } from 'vitest';

import { lengthAt, lengthStep, stepsOfText, textOfSteps } from '../../src/search/lengths.ts';

test('lengths are a few hundredths from what they were', () => {
  for (let words = 0; words <= 60_000; words = Math.ceil(words * 1.1) + 1) {
    const error = Math.abs(lengthAt(lengthStep(0, words)) - words) / (words + 1);
    expect(error).toBeLessThan(0.05);
  }
});

test('a word of the title counts twice', () => {
  expect(lengthStep(4, 7)).toBe(lengthStep(0, 15));
});

test('steps are the same after they were written as a text, which JSON need not escape', () => {
  const steps = Array.from({ length: 140 }, (_, step) => step);
  expect(stepsOfText(textOfSteps(steps))).toEqual(steps);
  expect(JSON.stringify(textOfSteps(steps))).toHaveLength(steps.length + 2);
});
