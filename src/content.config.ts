import { resolve } from 'node:path';
import { defineCollection } from 'astro:content';

import { contentFolder } from './loaders/environment.ts';
import { aboutLoader, notesLoader } from './loaders/texts.ts';

const folder = contentFolder();

/** What Astro compiles as MDX; everything else reaches the pages through `layouts/archive.ts`. */
export const collections = {
  about: defineCollection({ loader: aboutLoader(folder, resolve('src/layouts')) }),
  notes: defineCollection({ loader: notesLoader(folder) }),
};
