import { resolve } from 'node:path';
import { defineCollection } from 'astro:content';

import { archiveSource, handedOver } from './loaders/archive-source.ts';
import { datesLoader } from './loaders/dates.ts';
import {
  compiledArchive,
  contentFolder,
  keepsGoing,
  repositoryAddress,
} from './loaders/environment.ts';
import { papersLoader } from './loaders/papers.ts';
import { dateData, paperData, siteData, topicData } from './loaders/schemas.ts';
import { siteLoader } from './loaders/site.ts';
import { topicsLoader } from './loaders/topics.ts';
import { aboutLoader, notesLoader } from './loaders/texts.ts';

const folder = contentFolder();
const compiled = compiledArchive();
const source = compiled === undefined ? archiveSource(folder) : handedOver(compiled);

export const collections = {
  site: defineCollection({
    loader: siteLoader(source, keepsGoing(), repositoryAddress()),
    schema: siteData,
  }),
  papers: defineCollection({ loader: papersLoader(source), schema: paperData }),
  dates: defineCollection({ loader: datesLoader(source), schema: dateData }),
  topics: defineCollection({ loader: topicsLoader(source), schema: topicData }),
  about: defineCollection({ loader: aboutLoader(folder, resolve('src/layouts')) }),
  notes: defineCollection({ loader: notesLoader(folder, source) }),
};
