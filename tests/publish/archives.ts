import type {
  RelatedArchive,
  Relations,
  Topic,
  TopicSlug,
} from '../../src/archive/relate/types.ts';
import type { Archive } from '../../src/archive/types.ts';
import { type MachineFile, wholeText } from '../../src/publish/machine-file.ts';
import { siteUrls } from '../../src/publish/site-urls.ts';

/** A site below a folder, whose address is known. */
export const urls = siteUrls('/archive', 'https://papers.example.org');

/** The relations of papers that have nothing to do with each other. */
export const NO_RELATIONS: Relations = {
  related: new Map(),
  topics: [],
  topicsOf: new Map(),
  areas: [],
  rising: [],
};

/** An archive whose topics are these: slugs with the titles that they are the topic of. */
export function withTopics(
  archive: Archive,
  topics: Readonly<Record<string, readonly string[]>> = {},
): RelatedArchive {
  const idsOf = (titles: readonly string[]): Topic['papers'] =>
    archive.papers.filter(({ title }) => titles.includes(title)).map(({ id }) => id);
  const all = Object.entries(topics).map(([slug, titles]): Topic => {
    const papers = idsOf(titles);
    const name = slug.toUpperCase();
    return { slug: slug as TopicSlug, name, papers, timeline: [], neighbours: [] };
  });
  const topicsOf = archive.papers.map(({ id }) => {
    const slugs = all.filter(({ papers }) => papers.includes(id)).map(({ slug }) => slug);
    return [id, slugs] as const;
  });
  return {
    ...archive,
    relations: { ...NO_RELATIONS, topics: all, topicsOf: new Map(topicsOf) },
  };
}

/** Files by their names. */
export function contentsOf(files: Iterable<MachineFile>): ReadonlyMap<string, string> {
  return new Map(Array.from(files, (file) => [file.name, wholeText(file)]));
}
