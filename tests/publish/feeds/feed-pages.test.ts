import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { feedPages, type DatedItems } from '../../../src/publish/feeds/feed-pages.ts';
import { day } from '../../helpers.ts';
import { propertySeed } from '../../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

const dates = fc
  .array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 30 })
  .map((sizes): readonly DatedItems<string>[] =>
    sizes.map((size, index) => ({
      date: day(`2025-03-${String(index + 1).padStart(2, '0')}` as '2025-03-01'),
      items: Array.from({ length: size }, (_, item) => `${String(index)}.${String(item)}`),
    })),
  );
const size = fc.integer({ min: 1, max: 20 });

describe('the pages of a feed', () => {
  test('hold every date once, in order', () => {
    fc.assert(
      fc.property(dates, size, (all, enough) => {
        const { closed, open } = feedPages(all, enough);
        expect([...closed.flat(), ...open]).toEqual(all);
      }),
    );
  });

  test('are closed when they hold enough, and not with a date too many', () => {
    fc.assert(
      fc.property(dates, size, (all, enough) => {
        for (const page of feedPages(all, enough).closed) {
          const sizes = page.map(({ items }) => items.length);
          const sum = sizes.reduce((total, each) => total + each, 0);
          expect(sum).toBeGreaterThanOrEqual(enough);
          expect(sum - (sizes.at(-1) ?? 0)).toBeLessThan(enough);
        }
      }),
    );
  });

  test('that are closed stay as they are when a date is added, and the newest date is in none', () => {
    fc.assert(
      fc.property(dates, size, (all, enough) => {
        const before = feedPages(all.slice(0, -1), enough).closed;
        const { closed, open } = feedPages(all, enough);
        expect(closed.slice(0, before.length)).toEqual(before);
        expect(open.at(-1)).toBe(all.at(-1));
      }),
    );
  });

  test('of nothing are none', () => {
    expect(feedPages([], 1)).toEqual({ closed: [], open: [] });
  });
});
