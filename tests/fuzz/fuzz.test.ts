import { describe, expect, test } from 'vitest';

import { fuzzCase } from './cases.ts';
import { check } from './check.ts';
import { minimise } from './minimise.ts';
import { runPart } from './part.ts';
import { ownSeeds } from './seeds.ts';

const SEED = 20250311;
const DIGESTS = 1500;

describe('whatever a digest holds', () => {
  test('every oracle holds', { timeout: 60_000 }, async () => {
    const seeds = ownSeeds();
    const { digests, reports, finding } = await runPart(seeds, {
      seed: SEED,
      first: 0,
      step: 1,
      count: DIGESTS,
    });
    if (finding) {
      const { oracle, detail, index, fuzzed } = finding;
      const files = fuzzed.digests.map(({ file, bytes }) => [
        file,
        new TextDecoder().decode(bytes),
      ]);
      expect.fail(`Case ${String(index)}, oracle “${oracle}”: ${detail}\n${JSON.stringify(files)}`);
    }
    expect(digests).toBeGreaterThanOrEqual(DIGESTS);
    // Cases of every kind were among them.
    for (const count of Object.values(reports)) expect(count).toBeGreaterThan(10);
  });
});

describe('the fuzzer', () => {
  const seeds = ownSeeds();

  test('makes the same cases of the same seed, and others of another', () => {
    const cases = (seed: number): unknown => [0, 1, 2].map((index) => fuzzCase(seeds, seed, index));
    expect(cases(1)).toEqual(cases(1));
    expect(cases(1)).not.toEqual(cases(2));
  });

  test('reports what is wrong, and how little of the input shows it', async () => {
    const fuzzed = fuzzCase(seeds, SEED, 0);
    const isBig = ({ digests }: typeof fuzzed): boolean =>
      digests.some(({ bytes }) => new TextDecoder().decode(bytes).includes('e'));
    const { digests } = await minimise(fuzzed, (each) => Promise.resolve(isBig(each)));
    expect(digests.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['e']);
    expect((await check({ ...fuzzed, digests })).failure).toBeUndefined();
  });
});
