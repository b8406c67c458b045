import { defineConfig } from 'vitest/config';

/**
 * The tests of the core for `npm run mutation`, but for those that measure time (mutated code is slower) and
 * those of properties (each would run for every mutant): the score is a lower bound.
 */
export default defineConfig({
  test: {
    include: ['tests/{digest,archive}/**/*.test.ts'],
    exclude: ['tests/**/*properties.test.ts'],
    testNamePattern: /^(?!.* takes? (?:under|time|no longer|less|at most))/,
  },
});
