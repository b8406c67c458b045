import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';

import { serveFolder } from './served-folder.ts';
import type { BenchDocument, Subject, Transfer } from './subject.ts';

/** The part in use of the script that Pagefind puts beside its index. */
interface PagefindScript {
  readonly createInstance: (options: { basePath: string }) => PagefindInstance;
}

interface PagefindInstance {
  readonly init: () => Promise<void>;
  readonly search: (text: string) => Promise<{ results: readonly PagefindHit[] }>;
}

interface PagefindHit {
  /** The name of the file with its text. */
  readonly id: string;
  readonly data: () => Promise<unknown>;
}

const SHOWN = 10;
/** What a browser loads to run any search; in Node, Pagefind does without the worker. */
const SCRIPTS = ['pagefind.js', 'pagefind-worker.js'];

/**
 * Pagefind as it comes: its own settings, script and ranking. The script runs in Node, which has all it needs
 * but a worker, and fetches the index from a server on this machine.
 *
 * @throws when Pagefind refuses a document.
 */
export async function pagefindAsIs(
  documents: readonly BenchDocument[],
  folder: string,
): Promise<Subject> {
  await writeIndex(documents, folder);
  const ids = await idsByHit(documents, folder);
  const server = await serveFolder(folder);
  let loads = 0;
  // Another address is another module, and so a WebAssembly of its own.
  const load = async (): Promise<PagefindInstance> => {
    const address = `${pathToFileURL(join(folder, 'pagefind.js')).href}?${String((loads += 1))}`;
    const script = (await import(address)) as PagefindScript;
    const instance = script.createInstance({ basePath: server.address });
    await instance.init();
    return instance;
  };
  const measured = async (
    scripts: readonly string[],
    run: () => Promise<void>,
  ): Promise<Transfer> => {
    await server.taken([]);
    const start = performance.now();
    await run();
    const milliseconds = performance.now() - start;
    return { ...(await server.taken(scripts)), milliseconds };
  };
  const engine = await load();
  return {
    name: 'Pagefind as is',
    async search(text, limit) {
      const { results } = await engine.search(text);
      return results.slice(0, limit).flatMap(({ id }) => ids.get(id) ?? []);
    },
    async cost(first, next) {
      let fresh = engine;
      const scripts = SCRIPTS.map((name) => join(folder, name));
      const cold = await measured(scripts, async () => {
        fresh = await load();
        await show(fresh, first);
      });
      return { cold, warm: await measured([], () => show(fresh, next)) };
    },
    close: () => server.close(),
  };
}

/**
 * Writes an index with Pagefind's own settings.
 *
 * @throws when Pagefind refuses a document.
 */
export async function writeIndex(
  documents: readonly BenchDocument[],
  outputPath: string,
): Promise<void> {
  try {
    const { index, errors } = await createIndex();
    assertNone(errors);
    for (const [position, { title, abstract }] of documents.entries()) {
      const content = abstract === '' ? title : abstract;
      const record = { url: `/${String(position)}/`, language: 'en', content, meta: { title } };
      assertNone((await index?.addCustomRecord(record))?.errors);
    }
    assertNone((await index?.writeFiles({ outputPath }))?.errors);
  } finally {
    await close();
  }
}

/** Which document a hit stands for; read beforehand, so that searching is measured without showing. */
async function idsByHit(
  documents: readonly BenchDocument[],
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const name of await readdir(join(folder, 'fragment'))) {
    const text = gunzipSync(await readFile(join(folder, 'fragment', name))).toString();
    const position = /"url":"\/(\d+)\/"/.exec(text)?.[1];
    const id = documents[Number(position)]?.id;
    if (id !== undefined) ids.set(name.replace(/\.pf_fragment$/, ''), id);
  }
  return ids;
}

async function show(engine: PagefindInstance, text: string): Promise<void> {
  const { results } = await engine.search(text);
  await Promise.all(results.slice(0, SHOWN).map((hit) => hit.data()));
}

function assertNone(errors: readonly string[] = []): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
