import { describe, expect, test } from 'vitest';

import { compileArchive } from '../../src/archive/compile.ts';
import { defaultSettings } from '../../src/archive/settings.ts';
import type { Archive } from '../../src/archive/types.ts';
import { inventArchive } from '../../src/cli/bench/invented-archive.ts';

const PAPERS = 1500;
const archive = compiled(PAPERS);

describe('an invented archive', () => {
  test('has exactly the papers asked for, and nothing to complain of', () => {
    expect(archive.problems).toEqual([]);
    expect(archive.papers).toHaveLength(PAPERS);
    expect(new Set(archive.papers.map((paper) => paper.title))).toHaveProperty('size', PAPERS);
    expect(compiled(1).papers).toHaveLength(1);
  });

  test('is the same every time, and starts like a larger one', () => {
    const small = [...inventArchive(200)];
    expect([...inventArchive(200)]).toEqual(small);
    const larger = [...inventArchive(400)];
    expect(larger.slice(0, small.length - 1)).toEqual(small.slice(0, -1));
    expect([...inventArchive(200, 2)]).not.toEqual(small);
  });

  test('has a digest a day of 40 to 60 papers', () => {
    const sizes = archive.dates.map((issue) => issue.listings.length);
    for (const size of sizes.slice(0, -1))
      expect(size).toSatisfy((n: number) => n >= 40 && n <= 60);
    expect(archive.dates.map((issue) => issue.date)).toEqual(
      sizes.map((_, day) => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10)),
    );
  });

  test('has titles, abstracts, links and repeats as real archives do', () => {
    for (const { title, versions } of archive.papers) {
      expect(title.split(' ').length).toSatisfy((words: number) => words >= 6 && words <= 14);
      const text = versions.flatMap((version) => version.paragraphs).join(' ');
      expect(text.length).toSatisfy((length: number) => length >= 900 && length <= 1900);
    }
    const linked = archive.papers.filter((paper) => paper.links.length > 0).length;
    expect(linked / PAPERS).toSatisfy((share: number) => share > 0.12 && share < 0.18);
    const entries = archive.digests.reduce((sum, digest) => sum + digest.tally.titles, 0);
    expect(1 - PAPERS / entries).toSatisfy((share: number) => share > 0.03 && share < 0.05);
  });
});

function compiled(papers: number): Archive {
  const digests = Array.from(inventArchive(papers), ({ name, text }) => ({
    file: `digests/${name}`,
    bytes: new TextEncoder().encode(text),
  }));
  return compileArchive({ digests, notes: [], settings: defaultSettings, problems: [] });
}
