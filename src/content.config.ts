import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

import { archiveSource } from './loaders/archive-source.ts';
import { datesLoader } from './loaders/dates.ts';
import { contentFolder, keepsGoing, repositoryAddress } from './loaders/environment.ts';
import { papersLoader } from './loaders/papers.ts';
import { dateData, paperData, siteData } from './loaders/schemas.ts';
import { siteLoader } from './loaders/site.ts';

const folder = contentFolder();
const source = archiveSource(folder);
/** Without an `about.mdx` in the content folder, a page that fits every archive. */
const aboutFolder = existsSync(join(folder, 'about.mdx')) ? folder : 'src/layouts';
const notesFolder = join(folder, 'notes');
const hasNotes =
  existsSync(notesFolder) && readdirSync(notesFolder).some((name) => name.endsWith('.mdx'));

export const collections = {
  site: defineCollection({
    loader: siteLoader(source, keepsGoing(), repositoryAddress()),
    schema: siteData,
  }),
  papers: defineCollection({ loader: papersLoader(source), schema: paperData }),
  dates: defineCollection({ loader: datesLoader(source), schema: dateData }),
  about: defineCollection({ loader: glob({ pattern: 'about.mdx', base: aboutFolder }) }),
  /** The texts of notes; what their front matter says is in the archive. */
  notes: defineCollection({
    loader: hasNotes
      ? glob({
          pattern: '*.mdx',
          base: notesFolder,
          generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
        })
      : () => [],
  }),
};
