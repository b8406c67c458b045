import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { feedParts, type DatedItems } from '../../../src/publish/feeds/feed-pages.ts';
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
const sizes = fc.record({
  newest: fc.integer({ min: 1, max: 20 }),
  page: fc.integer({ min: 1, max: 40 }),
});

function entriesIn(dates: readonly DatedItems<string>[]): number {
  return dates.reduce((sum, { items }) => sum + items.length, 0);
}

describe('a feed', () => {
  test('has every date once on its pages, or in the document that is subscribed to', () => {
    fc.assert(
      fc.property(dates, sizes, (all, enough) => {
        const [newest, ...pages] = feedParts(all, enough);
        const onPages = pages.flatMap((page) => page.dates);
        const rest = newest?.dates.filter((date) => !onPages.includes(date)) ?? [];
        expect([...onPages, ...rest]).toEqual(all);
      }),
    );
  });

  test('is subscribed to by its newest dates, as many as needed to hold enough', () => {
    fc.assert(
      fc.property(dates, sizes, (all, enough) => {
        const [newest] = feedParts(all, enough);
        const shown = newest?.dates ?? [];
        expect(shown).toEqual(all.slice(-shown.length));
        expect(entriesIn(shown.slice(1))).toBeLessThan(enough.newest);
      }),
    );
  });

  test('leads through all of its pages, from the newest to the oldest', () => {
    fc.assert(
      fc.property(dates, sizes, (all, enough) => {
        const [newest, ...pages] = feedParts(all, enough);
        const path = [];
        for (let name = newest?.older; name !== undefined;) {
          path.push(name);
          name = pages.find(({ page }) => page === name)?.older;
        }
        expect(path).toEqual(pages.map(({ page }) => page).toReversed());
      }),
    );
  });

  test('never has another page under a name, whatever dates are added', () => {
    fc.assert(
      fc.property(dates, sizes, (all, enough) => {
        const before = feedParts(all.slice(0, -1), enough).filter(({ page }) => page);
        for (const page of before) {
          const [after] = feedParts(all, enough).filter((each) => each.page === page.page);
          // One that still grew may be gone.
          if (after !== undefined || /^\d+$/.test(page.page ?? '')) expect(after).toEqual(page);
        }
      }),
    );
  });

  test('closes a page that holds enough, and not with a date too many', () => {
    fc.assert(
      fc.property(dates, sizes, (all, enough) => {
        const closed = feedParts(all, enough).filter(({ page = '' }) => /^\d+$/.test(page));
        for (const page of closed) {
          expect(entriesIn(page.dates)).toBeGreaterThanOrEqual(enough.page);
          expect(entriesIn(page.dates.slice(0, -1))).toBeLessThan(enough.page);
        }
      }),
    );
  });

  test('of nothing has no document', () => {
    expect(feedParts([], { newest: 1, page: 1 })).toEqual([]);
  });
});
