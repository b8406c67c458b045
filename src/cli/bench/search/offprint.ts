import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { build } from 'vite';

import { asPaperId } from '../../../archive/identity.ts';
import { parseIsoDate } from '../../../digest/dates.ts';
import type { SearchEngine } from '../../../search/engine.ts';
import { buildSearchIndex } from '../../../search/index/build-index.ts';
import type { SearchDocument } from '../../../search/index/documents.ts';
import { openEngine } from '../../../search/parts-engine.ts';
import { search, type SearchRequest } from '../../../search/search.ts';
import { gzippedSize, serveFolder, type Traffic } from './served-folder.ts';
import type { BenchDocument, Subject, Transfer } from './subject.ts';

const RESULTS = 10;
/** Of how many documents each date has one digest: the index is divided by dates. */
const PAPERS_A_DAY = 50;

/**
 * Our own search as the search page runs it: the same index, the same query layer, which asks a server for
 * its files. Pages of papers, where excerpts are read, hold title and abstract alone here.
 */
export async function offprint(
  documents: readonly BenchDocument[],
  folder: string,
): Promise<Subject> {
  await buildSearchIndex(
    documents.map(searchDocument),
    Promise.resolve([]),
    'en',
    join(folder, 'pagefind'),
  );
  await writePages(documents, folder);
  const scripts = await scriptSizes();
  const server = await serveFolder(folder);
  const open = (): Promise<SearchEngine> =>
    openEngine(async (name) => gunzipSync(await fetched(`${server.address}pagefind/${name}`)));
  const engine = await open();

  const showing = async (text: string, from: SearchEngine, also: Traffic): Promise<Transfer> => {
    const start = performance.now();
    const { papers } = await search(request(text), from);
    const records = await from.records(papers.slice(0, RESULTS));
    await Promise.all(records.map(({ id }) => fetched(`${server.address}papers/${id}/index.html`)));
    const milliseconds = performance.now() - start;
    const { bytes, requests } = await server.taken([]);
    return { bytes: bytes + also.bytes, requests: requests + also.requests, milliseconds };
  };
  return {
    name: 'Offprint',
    async search(text, limit) {
      const { papers } = await search(request(text), engine);
      const records = await engine.records(papers.slice(0, limit));
      return records.map(({ id }) => documents[numberOf(id)]?.id ?? '');
    },
    async cost(first, next) {
      await server.taken([]);
      const start = performance.now();
      const fresh = await open();
      const opening = performance.now() - start;
      const cold = await showing(first, fresh, scripts);
      const warm = await showing(next, fresh, { bytes: 0, requests: 0 });
      return { cold: { ...cold, milliseconds: cold.milliseconds + opening }, warm };
    },
    close: () => server.close(),
  };
}

function request(text: string): SearchRequest {
  return { text, sort: 'relevance', typing: false, spelling: true };
}

/** Documents are numbered: ids of collections are not always what an address can hold. */
function searchDocument({ title, abstract }: BenchDocument, index: number): SearchDocument {
  const id = asPaperId(nameOf(index));
  const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(index / PAPERS_A_DAY)));
  const date = parseIsoDate(day.toISOString().slice(0, 10));
  if (id === undefined || date === undefined) throw new TypeError('A number is an id.');
  return { id, title, abstract, authors: [], names: [], dates: [date], seen: 1, links: [] };
}

function nameOf(index: number): string {
  return `document-${String(index)}`;
}

function numberOf(id: string): number {
  return Number(id.slice('document-'.length));
}

async function writePages(documents: readonly BenchDocument[], folder: string): Promise<void> {
  for (const [index, { title, abstract }] of documents.entries()) {
    const page = join(folder, 'papers', nameOf(index));
    await mkdir(page, { recursive: true });
    await writeFile(join(page, 'index.html'), `${title}\n${abstract}\n`);
  }
}

/** What the scripts of the search page take, bundled as a build does it. */
async function scriptSizes(): Promise<Traffic> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: 'src/search/page/search-page.ts',
        preserveEntrySignatures: 'strict',
      },
    },
    worker: { format: 'es' },
  });
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  const sizes = await Promise.all(
    outputs.map((each) => gzippedSize('code' in each ? each.code : each.source)),
  );
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), requests: sizes.length };
}

async function fetched(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  return new Uint8Array(await response.arrayBuffer());
}
