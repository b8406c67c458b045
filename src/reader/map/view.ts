import { MAP_SIZE } from '../../publish/map-svg.ts';

/** A paper on the map, in units of the drawing. */
export interface Dot {
  /** The number of the paper in the search index. */
  readonly paper: number;
  readonly x: number;
  readonly y: number;
}

/** The part of the drawing that is shown; its height follows from its width. */
export interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

export const WHOLE: View = { left: 0, top: 0, width: MAP_SIZE.width };

/** At most so many times as large. */
const CLOSEST = 24;
const RATIO = MAP_SIZE.height / MAP_SIZE.width;

/**
 * The view made larger by a factor, or smaller by one below 1, with a point of the drawing staying where it is.
 */
export function zoomed(view: View, factor: number, at: { x: number; y: number }): View {
  const width = Math.min(MAP_SIZE.width, Math.max(MAP_SIZE.width / CLOSEST, view.width / factor));
  const ratio = width / view.width;
  return within({
    left: at.x - (at.x - view.left) * ratio,
    top: at.y - (at.y - view.top) * ratio,
    width,
  });
}

/** The view moved by shares of its own width and height. */
export function moved(view: View, right: number, down: number): View {
  return within({
    ...view,
    left: view.left + right * view.width,
    top: view.top + down * heightOf(view),
  });
}

/** The point of the drawing in the middle of a view. */
export function centreOf(view: View): { x: number; y: number } {
  return { x: view.left + view.width / 2, y: view.top + heightOf(view) / 2 };
}

export function heightOf(view: View): number {
  return view.width * RATIO;
}

/** A view as the end of an address. */
export function fragmentOf({ left, top, width }: View): string {
  return `#${[left, top, width].map((value) => String(Math.round(value))).join(',')}`;
}

/** The view in the end of an address, if there is one. */
export function viewIn(fragment: string): View | undefined {
  const [, left, top, width] = /^#(\d{1,4}),(\d{1,4}),(\d{1,4})$/.exec(fragment) ?? [];
  if (left === undefined) return undefined;
  const shown = Math.min(MAP_SIZE.width, Math.max(MAP_SIZE.width / CLOSEST, Number(width)));
  return within({ left: Number(left), top: Number(top), width: shown });
}

/** The dots in a view, nearest to its centre first. */
export function dotsIn(view: View, dots: readonly Dot[]): readonly Dot[] {
  const centre = centreOf(view);
  return dots
    .filter(
      ({ x, y }) =>
        Math.abs(x - centre.x) <= view.width / 2 && Math.abs(y - centre.y) <= heightOf(view) / 2,
    )
    .sort((a, b) => distance(a, centre) - distance(b, centre) || a.paper - b.paper);
}

/** The dot next to a point, if there is one within a radius. */
export function dotAt(
  point: { x: number; y: number },
  radius: number,
  dots: readonly Dot[],
): Dot | undefined {
  let best: Dot | undefined;
  for (const dot of dots)
    if (distance(dot, point) <= (best === undefined ? radius : distance(best, point))) best = dot;
  return best;
}

function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function within(view: View): View {
  const left = Math.min(MAP_SIZE.width - view.width, Math.max(0, view.left));
  const top = Math.min(MAP_SIZE.height - heightOf(view), Math.max(0, view.top));
  return { left, top, width: view.width };
}
