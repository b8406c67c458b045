import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import type { Place } from '../archive/relate/layout.ts';
import type { Nearest, RelatedArchive } from '../archive/relate/types.ts';
import type { PaperId } from '../archive/types.ts';
import { mapDrawing } from '../publish/map-drawing.ts';
import { coverSvg, mapSvg } from '../publish/map-svg.ts';
import type { SiteUrls } from '../publish/site-urls.ts';

/** The map of an archive, and a small one for the cover, as SVG documents. */
export interface Maps {
  readonly map: string;
  readonly cover: string;
}

/**
 * The maps of an archive. The layout takes seconds, so it is made in a thread of its own while pages
 * are built.
 *
 * @param order the papers in the order of their numbers in the search index.
 */
export async function drawMap(
  archive: RelatedArchive,
  order: readonly PaperId[],
  urls: SiteUrls,
): Promise<Maps> {
  const places = await layoutInThread(archive.relations.graph);
  const numbers = new Map(order.map((id, number) => [id, number]));
  const drawing = mapDrawing(archive, places, numbers);
  return { map: mapSvg(drawing, urls), cover: coverSvg(drawing, urls) };
}

async function layoutInThread(graph: readonly Nearest[]): Promise<readonly Place[]> {
  const worker = new Worker(new URL('layout-worker.ts', import.meta.url), { workerData: graph });
  // An error in the thread rejects.
  const [places] = (await once(worker, 'message')) as [readonly Place[]];
  return places;
}
