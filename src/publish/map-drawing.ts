import type { RelatedArchive } from '../archive/relate/types.ts';
import type { PaperId } from '../archive/types.ts';
import type { MapDrawing, MapPoint } from './map-svg.ts';

/**
 * The papers of an archive by the colour they have on the map, those of each area, then the rest; and its
 * topics with their papers, as what the map may be labelled with.
 *
 * @param places of the papers, in their order.
 * @param numbers of the papers in the search index.
 */
export function mapDrawing(
  { papers, relations }: RelatedArchive,
  places: readonly { readonly x: number; readonly y: number }[],
  numbers: ReadonlyMap<PaperId, number>,
): MapDrawing {
  const points = new Map<PaperId, MapPoint>();
  papers.forEach(({ id }, paper) => {
    const [place, number] = [places[paper], numbers.get(id)];
    if (place !== undefined && number !== undefined) points.set(id, { ...place, number });
  });
  const groups = relations.areas.map((area) => area.papers.flatMap((id) => points.get(id) ?? []));
  const coloured = new Set(relations.areas.flatMap((area) => area.papers));
  const rest = [...points].filter(([id]) => !coloured.has(id)).map(([, point]) => point);
  return {
    groups: [...groups, rest],
    topics: relations.topics.map(({ slug, name, papers: ofTopic }) => ({
      slug,
      name,
      points: ofTopic.flatMap((id) => points.get(id) ?? []),
    })),
  };
}
