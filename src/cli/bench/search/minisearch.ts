import { fileURLToPath } from 'node:url';
import MiniSearch, { type Options, type SearchOptions } from 'minisearch';

import { gzippedSize, trafficOf } from './served-folder.ts';
import type { BenchDocument, Subject } from './subject.ts';

const OPTIONS: Options<BenchDocument> = { fields: ['title', 'abstract'], storeFields: ['title'] };
const SEARCH: SearchOptions = { boost: { title: 2 }, combineWith: 'OR', fuzzy: 0.2, prefix: true };

/**
 * MiniSearch, the common engine without a server: one index that every reader downloads as a whole, as JSON,
 * and reads before the first search. It keeps titles to show, but no abstracts.
 */
export function miniSearch(documents: readonly BenchDocument[]): Promise<Subject> {
  const engine = new MiniSearch(OPTIONS);
  engine.addAll(documents);
  return Promise.resolve({
    name: 'MiniSearch',
    search(text, limit) {
      const results = engine.search(text, SEARCH).slice(0, limit);
      return Promise.resolve(results.map(({ id }) => String(id)));
    },
    async cost(first, next) {
      const json = JSON.stringify(engine);
      const script = await trafficOf([fileURLToPath(import.meta.resolve('minisearch'))]);
      const start = performance.now();
      const fresh = MiniSearch.loadJSON(json, OPTIONS);
      fresh.search(first, SEARCH);
      const between = performance.now();
      fresh.search(next, SEARCH);
      const end = performance.now();
      return {
        cold: {
          bytes: script.bytes + (await gzippedSize(json)),
          requests: script.requests + 1,
          milliseconds: between - start,
        },
        warm: { bytes: 0, requests: 0, milliseconds: end - between },
      };
    },
    close: () => Promise.resolve(),
  });
}
