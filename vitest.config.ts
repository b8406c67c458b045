import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    coverage: {
      include: ['src/**/*.ts'],
      exclude: ['src/cli/bench/**', 'src/content.config.ts'],
      reporter: ['text'],
      thresholds: {
        'src/digest/**': { statements: 98, branches: 95 },
        'src/archive/*.ts': { statements: 98, branches: 95 },
        // It counts with typed arrays: each `?? 0` for a place that is always there counts as a branch.
        'src/archive/relate/**': { statements: 98, branches: 75 },
        'src/publish/**': { statements: 95, branches: 90 },
      },
    },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**'],
          // Properties are tried hundreds of times, on machines that may do other things too.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/site/global-setup.ts',
          // What a page does takes its time on machines that may do other things too.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
