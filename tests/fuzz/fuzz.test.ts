import { describe, expect, test } from 'vitest';

import { defaultSettings } from '../../src/archive/settings.ts';
import { blocks, digestOf, raw } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';
import { fuzzCase, type FuzzCase } from './cases.ts';
import { check, ORACLES } from './check.ts';
import { minimise } from './minimise.ts';
import { type PartResult, runPart } from './part.ts';
import { ownSeeds, type Seeds, seedsOfOtherFormats } from './seeds.ts';
import { runCase, type Outcome } from './subject.ts';

const DIGESTS = 1500;
const DIGESTS_OF_OTHER_FORMATS = 400;

describe('whatever a digest holds', () => {
  test('every oracle holds', { timeout: 120_000 }, async () => {
    const { digests, reports } = await soundRun(ownSeeds(), DIGESTS);
    expect(digests).toBeGreaterThanOrEqual(DIGESTS);
    // Cases of every kind were among them.
    for (const count of Object.values(reports)) expect(count).toBeGreaterThan(10);
  });

  test(
    'every oracle holds for whole mailings and Markdown lists',
    { timeout: 120_000 },
    async () => {
      const { reports } = await soundRun(seedsOfOtherFormats(), DIGESTS_OF_OTHER_FORMATS);
      expect(reports.error).toBeGreaterThan(10);
      expect(reports.warning).toBeGreaterThan(10);
    },
  );
});

/** Runs cases of these seeds; fails with the first in which something is wrong. */
async function soundRun(seeds: Seeds, count: number): Promise<PartResult> {
  const result = await runPart(seeds, { seed: propertySeed, first: 0, step: 1, count });
  if (result.finding) {
    const { oracle, detail, index, fuzzed } = result.finding;
    const files = fuzzed.digests.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]);
    expect.fail(`Case ${String(index)}, oracle “${oracle}”: ${detail}\n${JSON.stringify(files)}`);
  }
  return result;
}

describe('the fuzzer', () => {
  const seeds = ownSeeds();

  test('makes the same cases of the same seed, and others of another', () => {
    const cases = (seed: number): unknown => [0, 1, 2].map((index) => fuzzCase(seeds, seed, index));
    expect(cases(1)).toEqual(cases(1));
    expect(cases(1)).not.toEqual(cases(2));
  });

  test('makes a failing case as small as it can', async () => {
    const textsOf = ({ digests }: FuzzCase): readonly string[] =>
      digests.map(({ bytes }) => new TextDecoder().decode(bytes));
    const fails = (fuzzed: FuzzCase): boolean => textsOf(fuzzed).some((text) => text.includes('e'));
    const fuzzed = fuzzCase(seeds, 1, 0);
    expect(fails(fuzzed)).toBe(true);
    const small = await minimise(fuzzed, (each) => Promise.resolve(fails(each)));
    expect(textsOf(small)).toEqual(['e']);
    expect((await check(small)).failure).toBeUndefined();
  });
});

describe('an oracle', async () => {
  const text = digestOf('On Gulls', 'On Tides').replace('On Tides', '# Of {\\em Tides} x');
  const sound = await runCase({
    digests: [raw(text), raw(blocks('On Jars', 'On Nets'), 'digests/2025-03-12.txt')],
    settings: defaultSettings,
  });
  const [read, ...others] = sound.read;
  const [paper, ...papers] = sound.papers;
  const [date] = sound.dates;
  const [problem] = sound.archive.problems;
  if (!read || !paper || !date || !problem) throw new TypeError('The case is too small.');
  const published = (change: Partial<typeof paper>): Partial<Outcome> => ({
    papers: [{ ...paper, ...change }, ...papers],
  });
  const reported = (change: Partial<typeof problem>): Partial<Outcome> => ({
    archive: { ...sound.archive, problems: [{ ...problem, ...change }] },
  });

  test('finds nothing where nothing is wrong', () => {
    for (const find of Object.values(ORACLES)) expect(find(sound)).toEqual([]);
  });

  test.each<readonly [string, string, Partial<Outcome>]>([
    ['reading', 'an entry that is lost', { read: [{ ...read, entries: [] }, ...others] }],
    ['problems', 'a problem in no line', reported({ line: 0 })],
    ['problems', 'a problem below the file', reported({ line: 99 })],
    ['problems', 'a detail that is not filled in', reported({ message: 'Title: “{title}”.' })],
    ['fixing', 'a text that is changed', { fixed: [{ file: read.file, text: 'Other\n' }] }],
    ['archive', 'a paper that is lost', { archive: { ...sound.archive, papers: [] } }],
    ['archive', 'an order that matters', { reversed: { ...sound.archive, dates: [] } }],
    ['titles', 'an element', published({ title: { ...paper.title, html: '<b>On Gulls</b>' } })],
    ['titles', 'another text', published({ title: { ...paper.title, html: 'Of Gulls' } })],
    ['bodies', 'an image', published({ html: `${paper.html}<img src="a.png">` })],
    ['bodies', 'a link that runs', published({ html: '<p><a href="javascript:a()">a</a></p>' })],
    ['bodies', 'a text that is lost', published({ html: '' })],
    ['bodies', 'an invisible character', published({ html: `${paper.html}\u202e` })],
    ['date documents', 'a paper that is lost', { dates: [{ ...date, html: '' }] }],
    [
      'date documents',
      'another text',
      { dates: [{ ...date, html: date.html.replace('jars', 'cups') }] },
    ],
    [
      'date documents',
      'a paper without its address',
      { dates: [{ ...date, html: date.html.replaceAll('href="', 'href="https://example.org/') }] },
    ],
    [
      'archive.json',
      'another count',
      { json: sound.json.replace(/"entries": \d/, '"entries": 9') },
    ],
  ])('%s finds %s', (oracle, _, change) => {
    expect(ORACLES[oracle]?.({ ...sound, ...change })).not.toEqual([]);
  });
});
