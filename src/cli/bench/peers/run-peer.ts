import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { compileArchive } from '../../../archive/compile.ts';
import type { Archive } from '../../../archive/types.ts';
import { readContentFolder } from '../../../loaders/content-folder.ts';
import { runMeasured, type EndedProcess } from '../measured-process.ts';
import { settle } from '../settle.ts';
import { peerPages } from './peer-pages.ts';
import type { InstalledPeer } from './peer.ts';

/** What it takes to make a plain site with another generator, and its search with Pagefind. */
export interface PeerCost {
  readonly name: string;
  readonly seconds: {
    readonly generator: number;
    readonly pagefind: number;
    readonly total: number;
  };
  /** Seconds of processor time of both; absent where the system does not tell. */
  readonly cpu?: number;
  /** The larger peak of the two, in MB; absent where the system does not tell. */
  readonly memory?: number;
  readonly files: number;
}

/** The program of the package that our build uses too. */
const PAGEFIND = join(import.meta.dirname, '../../../../node_modules/pagefind/lib/runner/bin.cjs');

/**
 * Makes the pages of a content folder with other generators, one after the other; only their own work is
 * timed, not the writing of their input.
 *
 * @param work an existing folder, which is as before in the end.
 */
export async function runPeers(
  peers: readonly InstalledPeer[],
  content: string,
  work: string,
  signal: AbortSignal,
): Promise<readonly PeerCost[]> {
  const archive = compileArchive(await readContentFolder(content));
  const costs: PeerCost[] = [];
  for (const peer of peers) {
    console.error(`The same pages with ${peer.name} …`);
    const folder = join(work, 'peer');
    costs.push(await runPeer(peer, archive, folder, signal));
    await rm(folder, { recursive: true });
  }
  return costs;
}

async function runPeer(
  peer: InstalledPeer,
  archive: Archive,
  folder: string,
  signal: AbortSignal,
): Promise<PeerCost> {
  const project = join(folder, 'project');
  const site = join(folder, 'site');
  await cp(peer.templates, project, { recursive: true });
  for (const { path, text } of peerPages(archive, peer.home)) {
    const file = join(project, 'content', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await settle();
  const [program, ...args] = peer.command(site);
  const made = await run(peer.name, program, args, project, signal);
  assertComplete(peer, site, archive);
  const indexed = await run(
    'Pagefind',
    process.execPath,
    [PAGEFIND, '--quiet', '--site', site],
    project,
    signal,
  );
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const memory = [...made.memory, ...indexed.memory].map((sample) => sample.memory);
  return {
    name: peer.name,
    seconds: {
      generator: made.seconds,
      pagefind: indexed.seconds,
      total: made.seconds + indexed.seconds,
    },
    ...(made.cpu !== undefined && indexed.cpu !== undefined && { cpu: made.cpu + indexed.cpu }),
    ...(memory.length > 0 && { memory: memory.reduce((most, each) => Math.max(most, each)) }),
    files: entries.filter((entry) => entry.isFile()).length,
  };
}

async function run(
  name: string,
  program: string,
  args: readonly string[],
  cwd: string,
  signal: AbortSignal,
): Promise<EndedProcess> {
  const ended = await runMeasured(program, args, { cwd }, signal);
  if (ended.code !== 0) throw new Error(`${name} failed.\n${ended.complaints}`);
  return ended;
}

/** A generator that leaves pages out would win. */
function assertComplete({ name }: InstalledPeer, site: string, archive: Archive): void {
  const pages = [
    ...archive.papers.map(({ id }) => `papers/${id}`),
    ...archive.dates.map(({ date }) => `dates/${date}`),
    '.',
  ];
  const missing = pages.find((page) => !existsSync(join(site, page, 'index.html')));
  if (missing !== undefined) throw new Error(`${name} made no page ${missing}.`);
}
