import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';

import { archiveSource } from './loaders/archive-source.ts';
import { datesLoader } from './loaders/dates.ts';
import { contentFolder, keepsGoing } from './loaders/environment.ts';
import { papersLoader } from './loaders/papers.ts';
import { siteLoader } from './loaders/site.ts';

const folder = contentFolder();
const source = archiveSource(folder);
const nothing: Loader = { name: 'nothing', load: ({ store }) => Promise.resolve(store.clear()) };

export const collections = {
  site: defineCollection({ loader: siteLoader(source, keepsGoing()) }),
  papers: defineCollection({ loader: papersLoader(source) }),
  dates: defineCollection({ loader: datesLoader(source) }),
  about: defineCollection({
    loader: existsSync(join(folder, 'about.mdx'))
      ? glob({ pattern: 'about.mdx', base: folder })
      : nothing,
  }),
};
