/**
 * The real digests are not part of the project. Where their folder lies beside it, they are read; the
 * sample archive in `content/` must be theirs in names, dates and titles, and in no sentence.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

import { compileArchive } from '../src/archive/compile.ts';
import { defaultSettings, type Settings } from '../src/archive/settings.ts';
import type { Archive } from '../src/archive/types.ts';
import { splitBlocks } from '../src/digest/blocks.ts';
import { decode } from '../src/digest/decode.ts';
import { formatOf } from '../src/digest/format.ts';
import { readDigest } from '../src/digest/read.ts';
import type { Digest, RawDigest } from '../src/digest/types.ts';
import { readContentFolder } from '../src/loaders/content-folder.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const DIGESTS = join(PROJECT, '../shared/digests');
const CORPUS = join(PROJECT, '../shared/corpus/arxiv-2025');
const MIRRORS = { 'hf-proxy-2.923828430.workers.dev': 'huggingface.co' };

function readFolder(folder: string): readonly RawDigest[] {
  return readdirSync(folder).map((name) => ({
    file: `digests/${name}`,
    bytes: readFileSync(join(folder, name)),
  }));
}

function compile(digests: readonly RawDigest[], mirrors: Settings['links']['mirrors']): Archive {
  const settings = { ...defaultSettings, year: 2025, links: { mirrors } };
  return compileArchive({ digests, notes: [], settings, problems: [] });
}

const formatsOf = (digests: readonly RawDigest[]): ReadonlySet<string> =>
  new Set(digests.map((digest) => formatOf(splitBlocks(decode(digest).lines)).name));
const entriesOf = ({ digests }: Archive): number =>
  digests.reduce((sum, { tally }) => sum + tally.titles, 0);
const errorsOf = ({ problems }: Archive): readonly string[] =>
  problems.flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));

describe.runIf(existsSync(DIGESTS))('the real digests', () => {
  const raw = existsSync(DIGESTS) ? readFolder(DIGESTS) : [];

  test('are 263 entries of 200 papers on 2 dates, and nothing is left out', () => {
    const archive = compile(raw, MIRRORS);
    expect(archive.problems).toEqual([]);
    expect(entriesOf(archive)).toBe(263);
    expect(archive.papers).toHaveLength(200);
    expect(archive.dates.map(({ date }) => date)).toEqual(['2025-03-11', '2025-03-14']);
    expect(archive.digests.map(({ tally }) => [tally.titles, tally.pageText])).toEqual([
      [68, 5],
      [58, 5],
      [73, 5],
      [64, 5],
    ]);
    for (const { tally } of archive.digests) {
      expect(tally.leftOut).toBe(0);
      expect(tally.abstracts).toBe(tally.titles);
    }
  });

  test('are pages, and none is taken for another format', () => {
    expect(formatsOf(raw)).toEqual(new Set(['trending page']));
  });

  test('of 200 papers list 52 in several digests and 29 on both dates', () => {
    const { papers } = compile(raw, MIRRORS);
    const countOf = (part: 'file' | 'date'): number =>
      papers.filter(({ appearances }) => new Set(appearances.map((each) => each[part])).size > 1)
        .length;
    expect(countOf('file')).toBe(52);
    expect(countOf('date')).toBe(29);
  });

  test('hold one text of the abstract that carries a mirror, once the mirror is known', () => {
    const several = (archive: Archive): readonly number[] =>
      archive.papers.map(({ versions }) => versions.length).filter((count) => count !== 1);
    expect(several(compile(raw, MIRRORS))).toEqual([]);
    const unresolved = compile(raw, {});
    expect(several(unresolved)).toEqual([2]);
    expect(unresolved.problems.map(({ code }) => code)).toEqual(['abstract-differs']);
  });

  test('state no year of their own', () => {
    const settings = { ...defaultSettings };
    const { papers, problems } = compileArchive({
      digests: raw,
      notes: [],
      settings,
      problems: [],
    });
    expect(papers).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(Array(4).fill('year-missing'));
  });

  describe('and the sample archive', () => {
    let sample: readonly Digest[];
    const real = raw.map((digest) => readDigest(digest, 2025));

    beforeAll(async () => {
      const { digests, settings, problems } = await readContentFolder(join(PROJECT, 'content'));
      expect(problems).toEqual([]);
      sample = digests.map((digest) => readDigest(digest, settings.year));
    });

    test('have the same files, dates and titles, in the same order', () => {
      const outline = ({ file, date, entries }: Digest): unknown => ({
        file,
        date,
        titles: entries.map(({ title }) => title.text),
      });
      expect(sample.map(outline)).toEqual(real.map(outline));
    });

    test('share no run of eight words of an abstract', () => {
      const known = new Set(real.flatMap(abstractsOf).flatMap(runsOfEight));
      expect(known.size).toBeGreaterThan(10_000);
      const shared = sample.flatMap(abstractsOf).flatMap(runsOfEight);
      expect(shared.filter((run) => known.has(run))).toEqual([]);
    });
  });
});

describe.runIf(existsSync(CORPUS))('a corpus of ten thousand real papers', () => {
  test('is pages, and none is taken for another format', () => {
    expect(formatsOf(readFolder(CORPUS))).toEqual(new Set(['trending page']));
  });

  test('is 10,099 entries of 9,778 papers without an error, one of them with two texts', () => {
    const archive = compile(readFolder(CORPUS), {});
    expect(errorsOf(archive)).toEqual([]);
    expect(archive.digests).toHaveLength(197);
    expect(entriesOf(archive)).toBe(10_099);
    expect(archive.papers).toHaveLength(9778);
    expect(archive.papers.filter(({ versions }) => versions.length > 1)).toHaveLength(1);
    expect(archive.papers.filter(({ versions }) => versions.length === 0)).toEqual([]);
    expect(archive.digests.map(({ tally }) => tally.leftOut)).toEqual(Array(197).fill(0));
  });
});

function abstractsOf({ entries }: Digest): readonly string[] {
  return entries.map(({ abstract }) => abstract.map(({ text }) => text).join(' '));
}

/** Every run of eight words between addresses, without regard to case and punctuation. */
function runsOfEight(text: string): readonly string[] {
  return text.split(/https?:\/\/\S+/).flatMap((part) => {
    const words = part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.slice(7).map((_, index) => words.slice(index, index + 8).join(' '));
  });
}
