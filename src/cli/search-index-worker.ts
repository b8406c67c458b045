import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';

import type { Topic } from '../archive/relate/types.ts';
import { buildSearchIndex } from '../search/index/build-index.ts';
import type { SearchIndexJob } from './search-index-thread.ts';

/** Makes the search index of the documents that come in as `workerData`; topics come in as a message. */
const { documents, language, folder, store } = workerData as SearchIndexJob;
const topics = parentPort
  ? once(parentPort, 'message').then(([known]) => known as readonly Topic[])
  : Promise.resolve([]);
await buildSearchIndex(documents, topics, language, folder, { store });
