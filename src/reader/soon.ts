/** Milliseconds in which changes are collected: too short to be noticed, long enough for many. */
const WAIT = 100;

/**
 * Collects what comes quickly one after the other, and acts on all of it at once. Not once per frame: a tab
 * in the background has none.
 */
export function collected<T>(act: (all: readonly T[]) => void): (one: T) => void {
  let waiting: T[] = [];
  return (one) => {
    waiting.push(one);
    if (waiting.length > 1) return;
    setTimeout(() => {
      const all = waiting;
      waiting = [];
      act(all);
    }, WAIT);
  };
}
