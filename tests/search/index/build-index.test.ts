import { mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { buildSearchIndex, type IndexOptions } from '../../../src/search/index/build-index.ts';
import { propertySeed } from '../../property-seed.ts';
import { documentsOf, type Invented } from '../memory-engine.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** The files of an index by their names. */
async function filesOf(
  papers: readonly Invented[],
  name: string,
  options?: IndexOptions,
): Promise<Map<string, Buffer>> {
  const path = join(folder, name);
  await buildSearchIndex(documentsOf(papers), Promise.resolve([]), 'en', path, options);
  return filesBelow(path);
}

async function filesBelow(path: string): Promise<Map<string, Buffer>> {
  const files = await readdir(path, { recursive: true, withFileTypes: true });
  const names = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(path.length + 1))
    .sort();
  return new Map(
    await Promise.all(names.map(async (each) => [each, await readFile(join(path, each))] as const)),
  );
}

const PAPERS: readonly Invented[] = [
  { title: 'Red jars', abstract: 'Gulls on the shore.', links: ['code'] },
  { title: 'Tides' },
];

test('the same papers give the same files, byte for byte', async () => {
  const files = await filesOf(PAPERS, 'a');
  expect(await filesOf(PAPERS, 'b')).toEqual(files);
  expect(files.has('catalogue.json.gz')).toBe(true);
});

test('an archive without papers has an index', async () => {
  expect((await filesOf([], 'a')).has('catalogue.json.gz')).toBe(true);
});

test('a title without a word does not stop the index', async () => {
  const files = await filesOf([{ title: '…', abstract: '!' }, ...PAPERS], 'a');
  expect(files.has('catalogue.json.gz')).toBe(true);
});

/** So many papers a day, in parts of eight days or a few less. */
const days = (count: number, word = 'gulls'): readonly Invented[] =>
  Array.from({ length: 10 * count }, (_, number) => ({
    title: `Jar ${String(number)}`,
    abstract: number === 3 ? `Red ${word}.` : 'Red jars (RJ).',
    date: `2025-03-${String(1 + Math.floor(number / 10)).padStart(2, '0')}`,
  }));
const SIZES = [80, 40, 20];
const partsIn = (files: ReadonlyMap<string, unknown>): ReadonlySet<string> =>
  new Set(
    [...files.keys()].filter((name) => name.startsWith('parts/')).map((name) => name.slice(6, 16)),
  );

describe('an index in parts', () => {
  test('keeps the files of older parts when a date is added', async () => {
    const before = await filesOf(days(14), 'a', { sizes: SIZES });
    const after = await filesOf(days(15), 'b', { sizes: SIZES });
    const kept = [...partsIn(after)].filter((part) => partsIn(before).has(part));
    expect(kept).toHaveLength(partsIn(before).size - 1);
    for (const [name, contents] of after)
      if (kept.some((part) => name.includes(part))) expect(before.get(name)).toEqual(contents);
  });

  test('has the same files however many papers Pagefind indexes at once', async () => {
    const words = fc.array(fc.constantFrom('red', 'Jars', 'gulls', 'k-NN', '…'), { maxLength: 6 });
    const text = words.map((all) => all.join(' '));
    const paper = fc.record({
      title: text,
      abstract: text,
      date: fc.constantFrom('2025-01-31', '2025-02-01', '2025-03-11'),
    });
    const papers = fc
      .array(paper, { maxLength: 12 })
      .map((all) => all.toSorted((a, b) => a.date.localeCompare(b.date)));
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(papers, fc.integer({ min: 1, max: 5 }), async (all, batchPapers) => {
        runs += 1;
        const [many, few] = [`many-${String(runs)}`, `few-${String(runs)}`];
        const files = await filesOf(all, many, { sizes: [4, 2, 1] });
        expect(await filesOf(all, few, { sizes: [4, 2, 1], batchPapers })).toEqual(files);
      }),
      { seed: propertySeed, numRuns: 8, endOnFailure: true },
    );
  });

  test('changes the part of a text that is corrected, and no other', async () => {
    const before = partsIn(await filesOf(days(14), 'a', { sizes: SIZES }));
    const after = partsIn(await filesOf(days(14, 'terns'), 'b', { sizes: SIZES }));
    expect([...after].filter((part) => !before.has(part))).toHaveLength(1);
    expect(after.size).toBe(before.size);
  });

  test('keeps its parts when a paper is listed again or gets a link', async () => {
    const papers = days(14);
    const again = papers.map((paper, number) =>
      number === 5 ? { ...paper, seen: 2, links: ['code'] as const } : paper,
    );
    const before = partsIn(await filesOf(papers, 'a', { sizes: SIZES }));
    expect(partsIn(await filesOf(again, 'b', { sizes: SIZES }))).toEqual(before);
  });
});

describe('with parts of earlier builds', () => {
  let options: IndexOptions;
  beforeEach(() => {
    options = { sizes: SIZES, store: join(folder, 'store') };
  });

  test.each([
    ['the same papers', days(14)],
    ['a date more', days(15)],
    ['a date less', days(13)],
    ['another text', days(14, 'terns')],
    ['nothing', []],
  ])('%s give the files of a new build', async (_, papers) => {
    await filesOf(days(14), 'a', options);
    const again = await filesOf(papers, 'b', options);
    expect(again).toEqual(await filesOf(papers, 'c', { sizes: SIZES }));
  });

  test('an index that has all of its parts needs no Pagefind', async () => {
    const files = await filesOf(days(14), 'a', options);
    vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', '/bin/false');
    expect(await filesOf(days(14), 'b', options)).toEqual(files);
    await expect(filesOf(days(15), 'c', options)).rejects.toThrow('Pagefind');
  });

  test('what is damaged or missing is made again', async () => {
    const files = await filesOf(days(14), 'a', options);
    const kept = await readdir(join(folder, 'store'));
    const [first = '', second = '', third = ''] = kept;
    const [damaged] = await pathsBelow(join(folder, 'store', first), 'words-0.gz');
    const [missing] = await pathsBelow(join(folder, 'store', second), 'table.json.gz');
    await truncate(damaged ?? '', 10);
    await rm(missing ?? '');
    await truncate(join(folder, 'store', third, 'part.json.gz'), 10);
    await rm(join(folder, 'a'), { recursive: true });
    expect(await filesOf(days(14), 'b', options)).toEqual(files);
    expect(await filesOf(days(14), 'c', options)).toEqual(files);
  });

  test('keeps the parts of the last build alone', async () => {
    await filesOf(days(14), 'a', options);
    const files = await filesOf(days(2), 'b', options);
    expect(await readdir(join(folder, 'store'))).toHaveLength(partsIn(files).size);
  });
});

async function pathsBelow(path: string, name: string): Promise<readonly string[]> {
  const files = await readdir(path, { recursive: true, withFileTypes: true });
  return files.filter((file) => file.name === name).map((file) => join(file.parentPath, file.name));
}
