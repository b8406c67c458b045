import { defineConfig } from 'vitest/config';

/** The tests of the core for `npm run mutation`, but for those that measure time: mutated code is slower. */
export default defineConfig({
  test: {
    include: ['tests/{digest,archive}/**/*.test.ts'],
    testNamePattern: /^(?!.* takes? (?:under|time|no longer|less|at most))/,
  },
});
