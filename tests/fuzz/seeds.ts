import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { inventArchive } from '../../src/cli/bench/invented-archive.ts';
import { between, oneOf, type Random } from '../../src/cli/bench/random.ts';

/** Digests to start from, each as its blocks. */
export type Seeds = readonly (readonly string[])[];

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const OWN_FOLDERS = [
  'content/digests',
  'tests/fixtures/digests/valid',
  'tests/fixtures/digests/invalid',
  'tests/fixtures/awkward-archive/digests',
];
/** Real digests, which are not part of the project. */
const REAL_FOLDERS = ['../shared/digests', '../shared/corpus/arxiv-2025'];
const INVENTED_PAPERS = 200;

/** The digests of the project and invented ones: the same wherever it is checked out. */
export function ownSeeds(): Seeds {
  const invented = [...inventArchive(INVENTED_PAPERS)].map(({ text }) => blocksOf(text));
  return [...readFolders(OWN_FOLDERS.map((folder) => join(PROJECT, folder))), ...invented];
}

/** Mailings and Markdown lists, each whole: a stretch of one is mostly none. */
export function seedsOfOtherFormats(): Seeds {
  const folder = join(PROJECT, 'tests/fixtures/digests');
  const names = ['valid/arxiv-mailing', 'invalid/arxiv-mailing-broken', 'valid/markdown-list'];
  return names.map((name) => [readFileSync(join(folder, `${name}.txt`), 'utf8')]);
}

/** The digests of these content folders, or, without any, the real ones that lie beside the project. */
export function otherSeeds(folders: readonly string[]): Seeds {
  const real = REAL_FOLDERS.map((folder) => join(PROJECT, folder));
  return readFolders(folders.length > 0 ? folders : real.filter((folder) => existsSync(folder)));
}

/** A stretch of one digest: mostly a few entries, now and then all, half the time with its header. */
export function cut(seeds: Seeds, random: Random): string {
  const blocks = oneOf(random, seeds);
  if (random() < 0.005) return blocks.join('\n\n');
  const start = between(random, 0, Math.max(0, blocks.length - 2));
  const length = 2 * Math.floor(10 ** random());
  const header = random() < 0.5 && start > 5 ? blocks.slice(0, 5) : [];
  return [...header, ...blocks.slice(start, start + length)].join('\n\n');
}

function readFolders(folders: readonly string[]): Seeds {
  return folders.flatMap((folder) => {
    const inner = join(folder, 'digests');
    const place = existsSync(inner) ? inner : folder;
    const names = readdirSync(place).filter((name) => name.endsWith('.txt'));
    return names.sort().map((name) => blocksOf(readFileSync(join(place, name), 'utf8')));
  });
}

function blocksOf(text: string): readonly string[] {
  return text.split(/\n\s*\n/);
}
