import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  centreOf,
  dotAt,
  dotsIn,
  fragmentOf,
  heightOf,
  moved,
  type View,
  viewIn,
  WHOLE,
  zoomed,
} from '../../../src/reader/map/view.ts';

const dot = (paper: number, x: number, y: number): { paper: number; x: number; y: number } => ({
  paper,
  x,
  y,
});

test('a point that the view is made larger at stays where it is', () => {
  const view = zoomed(WHOLE, 2, { x: 400, y: 300 });
  expect(view).toEqual({ left: 200, top: 150, width: 500 });
  expect((400 - view.left) / view.width).toBeCloseTo(400 / WHOLE.width);
});

test('a view is moved by shares of itself', () => {
  const view: View = { left: 400, top: 300, width: 100 };
  expect(moved(view, 0.5, -1)).toEqual({ left: 450, top: 225, width: 100 });
});

test('however it is moved, a view stays inside the drawing', () => {
  const step = fc.oneof(
    fc.record({
      right: fc.double({ min: -2, max: 2, noNaN: true }),
      down: fc.double({ min: -2, max: 2, noNaN: true }),
    }),
    fc.record({ factor: fc.double({ min: 0.1, max: 10, noNaN: true }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let view = WHOLE;
      for (const each of steps)
        view =
          'factor' in each
            ? zoomed(view, each.factor, centreOf(view))
            : moved(view, each.right, each.down);
      expect(view.left).toBeGreaterThanOrEqual(0);
      expect(view.top).toBeGreaterThanOrEqual(0);
      expect(view.left + view.width).toBeLessThanOrEqual(1000.001);
      expect(view.top + heightOf(view)).toBeLessThanOrEqual(750.001);
    }),
  );
});

describe('dots', () => {
  const dots = [dot(1, 10, 10), dot(2, 500, 375), dot(3, 520, 375), dot(4, 990, 740)];

  test('in view come nearest to the middle first', () => {
    expect(dotsIn({ left: 400, top: 300, width: 200 }, dots).map(({ paper }) => paper)).toEqual([
      2, 3,
    ]);
    expect(dotsIn(WHOLE, dots)).toHaveLength(4);
  });

  test('are found near a point', () => {
    expect(dotAt({ x: 512, y: 375 }, 20, dots)?.paper).toBe(3);
    expect(dotAt({ x: 512, y: 375 }, 5, dots)).toBeUndefined();
  });
});

describe('a view in an address', () => {
  test('is read back as it was written', () => {
    const view: View = { left: 120, top: 80, width: 250 };
    expect(viewIn(fragmentOf(view))).toEqual(view);
  });

  test.each(['', '#', '#1,2', '#a,b,c', '#99999,1,1', '#main'])('%j is none', (fragment) => {
    expect(viewIn(fragment)).toBeUndefined();
  });

  test('never leaves the drawing', () => {
    expect(viewIn('#9999,9999,0')?.width).toBeGreaterThan(0);
    expect(viewIn('#9999,9999,500')).toEqual({ left: 500, top: 375, width: 500 });
  });
});
