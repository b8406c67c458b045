import type { Loader } from 'astro/loaders';

import type { ArchiveSource } from './archive-source.ts';
import type { TopicData } from './schemas.ts';

/** The collection `topics`: an entry per topic, in order of their size. */
export function topicsLoader(source: ArchiveSource): Loader {
  return {
    name: 'offprint-topics',
    async load({ store, parseData, logger }) {
      const { topics } = await source.relations();
      store.clear();
      for (const { slug, name, acronym, papers, timeline, neighbours } of topics) {
        const data: TopicData = {
          name,
          ...(acronym !== undefined && { acronym }),
          papers: [...papers],
          timeline: [...timeline],
          neighbours: [...neighbours],
        };
        store.set({ id: slug, data: await parseData({ id: slug, data: { ...data } }) });
      }
      logger.info(`${String(topics.length)} topics`);
    },
  };
}
