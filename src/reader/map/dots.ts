import type { Dot } from './view.ts';

/** The dots of a path of the map, as `mapSvg` writes them. */
export function dotsOf(d: string, papers: string): readonly Dot[] {
  const steps = papers === '' ? [] : papers.split(' ');
  let paper = 0;
  return Array.from(d.matchAll(/M([\d.]+) ([\d.]+)h0/g), ([, x, y], place) => {
    paper += parseInt(steps[place] ?? '0', 36);
    return { paper, x: Number(x), y: Number(y) };
  });
}
