import type { Loader } from 'astro/loaders';

import { dateMarkdown } from '../publish/markdown.ts';
import { siteUrls } from '../publish/site-urls.ts';
import type { ArchiveSource } from './archive-source.ts';

/** The collection `dates`: an entry per date, its list of papers as the Markdown body. */
export function datesLoader(source: ArchiveSource): Loader {
  return {
    name: 'offprint-dates',
    async load({ store, parseData, generateDigest, config, logger }) {
      const { dates, papers } = await source.archive();
      const titles = new Map(papers.map((paper) => [paper.id, paper.title]));
      const urls = siteUrls(config.base, config.site);
      store.clear();
      for (const issue of dates) {
        const body = dateMarkdown(issue, titles, urls);
        const { date, digests, listings } = issue;
        const data = await parseData({ id: date, data: { date, digests, listings } });
        store.set({ id: date, data, body, digest: generateDigest({ ...data, body }) });
      }
      logger.info(`${String(dates.length)} dates`);
    },
  };
}
