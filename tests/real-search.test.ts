/**
 * How well the search finds what people look for. The collections are not part of the project; where their
 * folders lie beside it, they are read. `npm run bench:search` prints the same figures beside other engines.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { compileArchive } from '../src/archive/compile.ts';
import { defaultSettings } from '../src/archive/settings.ts';
import { readCollection } from '../src/cli/bench/search/collection.ts';
import { knownItems } from '../src/cli/bench/search/known-items.ts';
import {
  measureCollection,
  measureKnown,
  type KnownResult,
} from '../src/cli/bench/search/measure.ts';
import { offprint } from '../src/cli/bench/search/offprint.ts';
import type { BenchDocument } from '../src/cli/bench/search/subject.ts';
import { abstractText } from '../src/publish/excerpt.ts';
import { displayTitle } from '../src/publish/title.ts';
import { raw } from './helpers.ts';

const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url));
const CORPUS = join(SHARED, 'corpus/arxiv-2025');
const MINUTES = 60_000;

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'offprint-test-'));
});
afterAll(async () => {
  await rm(work, { recursive: true });
});

describe.each([
  ['cacm', 0.52],
  ['npl', 0.47],
])('questions in plain language, of the collection %s', (name, least) => {
  const folder = join(SHARED, 'collections', name);

  test.skipIf(!existsSync(folder))(
    `are answered with a mean nDCG@10 of at least ${String(least)}, and never with nothing`,
    { timeout: 3 * MINUTES },
    async () => {
      const { documents, queries } = await readCollection(folder);
      const subject = await offprint(documents, await mkdtemp(join(work, 'index-')));
      try {
        const { ndcg, nullRate } = await measureCollection(subject, queries);
        expect(ndcg).toBeGreaterThanOrEqual(least);
        expect(nullRate).toBe(0);
      } finally {
        await subject.close();
      }
    },
  );
});

describe.skipIf(!existsSync(CORPUS))('papers that readers half remember, of ten thousand', () => {
  let result: KnownResult;
  beforeAll(async () => {
    const documents = papersIn(CORPUS);
    const subject = await offprint(documents, await mkdtemp(join(work, 'index-')));
    try {
      result = await measureKnown(subject, knownItems(documents, 200));
    } finally {
      await subject.close();
    }
  }, 5 * MINUTES);

  test.each([
    ['full title', 0.99],
    ['three title words', 0.99],
    ['four rare words', 0.99],
    ['typo', 0.97],
    ['foreign word added', 0.97],
    ['last word cut', 0.98],
    ['hyphen as space', 0.99],
    ['four words quoted', 0.95],
    ['acronym for long form', 0.9],
    ['long form for acronym', 0.9],
  ])('are among the first ten by %s, %d of them at least', (kind, least) => {
    const group = result.groups.find((each) => each.kind === kind);
    expect(group?.firstTen).toBeGreaterThanOrEqual(least);
    expect(group?.nullRate).toBeLessThan(0.01);
  });

  test('cost at most 200 kB for the first query on a fresh page, with ten results', () => {
    expect(result.cost.cold.bytes).toBeLessThanOrEqual(200_000);
  });
});

/** Every paper of a folder of digests. */
function papersIn(folder: string): readonly BenchDocument[] {
  const { papers } = compileArchive({
    digests: readdirSync(folder).map((name) =>
      raw(readFileSync(join(folder, name), 'utf8'), `digests/${name}`),
    ),
    notes: [],
    settings: defaultSettings,
    problems: [],
  });
  return papers.map((paper) => ({
    id: paper.id,
    title: displayTitle(paper.title).text,
    abstract: abstractText(paper),
  }));
}
