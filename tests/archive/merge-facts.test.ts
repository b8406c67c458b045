import { expect, describe, test } from 'vitest';

import { compileArchive } from '../../src/archive/compile.ts';
import type { Archive, Paper } from '../../src/archive/types.ts';
import { readContentFolder } from '../../src/loaders/content-folder.ts';
import { searchDocument } from '../../src/search/index/documents.ts';
import { abstractOn, archiveOf, blocks, codes } from '../helpers.ts';
import { mailingOf, type WrittenRecord } from '../mailings.ts';

const ABSTRACT = abstractOn('gulls');
const GULLS = {
  arxiv: '2503.99961',
  title: 'On Gulls',
  authors: 'Ada Keeper',
  categories: 'cs.LG cs.AI',
};

/** Mailings of 11, 12 … March with one record each; what is not given is that of `GULLS`. */
function mailed(...records: readonly Partial<WrittenRecord>[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    records.map((record, index) => {
      const date = `${String(11 + index)} Mar`;
      const text = mailingOf({ ...GULLS, abstract: [ABSTRACT], ...record });
      return [
        `2025-03-${String(11 + index)}.txt`,
        text.replace('to  Tue 11 Mar', `to  Tue ${date}`),
      ];
    }),
  );
}

const onlyPaper = ({ papers }: Archive): Paper | undefined =>
  papers.length === 1 ? papers[0] : undefined;
const note = (...facts: readonly string[]): string => `---\n${facts.join('\n')}\n---\n`;

describe('the facts of a paper', () => {
  test('are those of the newest digest that states each', () => {
    const archive = archiveOf(
      mailed(
        { lines: ['DOI: 10.1000/182'] },
        { authors: 'Ada Keeper, Ben Harbour', lines: ['Journal-ref: J. 1'] },
      ),
    );
    expect(onlyPaper(archive)?.facts).toEqual({
      arxiv: '2503.99961',
      authors: ['Ada Keeper', 'Ben Harbour'],
      categories: ['cs.LG', 'cs.AI'],
      doi: '10.1000/182',
      venue: 'J. 1',
      year: 2025,
    });
    expect(archive.problems).toMatchObject([
      {
        code: 'facts-differ',
        severity: 'warning',
        file: 'digests/2025-03-12.txt',
        line: 16,
        column: 8,
      },
    ]);
    expect(archive.problems[0]?.message).toBe(
      '“authors” of “On Gulls” is not the same as in digests/2025-03-11.txt:16.',
    );
  });

  test('are those of a note before those of digests, and then nothing is reported', () => {
    const archive = archiveOf(
      mailed({}, { authors: 'Ben Harbour' }),
      {},
      { 'on-gulls': note('authors: [Cleo Tern]', 'categories: [hep-th]') },
    );
    expect(onlyPaper(archive)?.facts).toMatchObject({
      authors: ['Cleo Tern'],
      categories: ['hep-th'],
      arxiv: '2503.99961',
    });
    expect(archive.problems).toEqual([]);
  });

  test.each<[string, Partial<WrittenRecord>, Partial<WrittenRecord>]>([
    ['a new version', { arxiv: '2503.99961v1' }, { arxiv: '2503.99961v2' }],
    ['another order of categories', { categories: 'cs.LG cs.AI' }, { categories: 'cs.AI cs.LG' }],
    ['one more category', { categories: 'cs.LG' }, { categories: 'cs.LG stat.ML' }],
    ['one category less', { categories: 'cs.LG stat.ML' }, { categories: 'cs.LG' }],
    ['capitals in a DOI', { lines: ['DOI: 10.1000/Ab'] }, { lines: ['DOI: 10.1000/aB'] }],
    ['authors of one alone', {}, { authors: undefined }],
  ])('do not differ by %s', (_, first, second) => {
    expect(archiveOf(mailed(first, second)).problems).toEqual([]);
  });

  test.each<[string, Partial<WrittenRecord>, Partial<WrittenRecord>]>([
    ['arxiv', { arxiv: '2503.99961' }, { arxiv: '2503.99962' }],
    ['categories', { categories: 'cs.LG cs.AI' }, { categories: 'cs.LG stat.ML' }],
    ['doi', { lines: ['DOI: 10.1000/1'] }, { lines: ['DOI: 10.1000/2'] }],
    ['venue', { lines: ['Journal-ref: J. 1'] }, { lines: ['Journal-ref: J. 2'] }],
    ['authors', { authors: 'Ada Keeper, Ben Harbour' }, { authors: 'Ben Harbour, Ada Keeper' }],
  ])('differ by %s, each time they change', (name, first, second) => {
    const { problems } = archiveOf(mailed(first, second, second, first));
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'facts-differ digests/2025-03-12.txt',
      'facts-differ digests/2025-03-14.txt',
    ]);
    expect(problems[0]?.message).toContain(`“${name}”`);
  });
});

describe('one paper in a mailing and on a page', () => {
  const title = 'Why the Gulls of a Harbour without Boats Prefer the Mooring Posts of Another One';

  test('is one page, with one abstract however it is wrapped and parted', () => {
    const second = abstractOn('the second paragraph');
    const archive = archiveOf({
      ...mailed({ title, abstract: [ABSTRACT, second] }),
      '2025-03-14.txt': blocks(title, `${ABSTRACT} ${second}`),
    });
    const paper = onlyPaper(archive);
    expect(archive.problems).toEqual([]);
    expect(paper?.title).toBe(title);
    expect(paper?.appearances).toHaveLength(2);
    expect(paper?.versions.map(({ appearances }) => appearances.length)).toEqual([2]);
    expect(paper?.facts.authors).toEqual(['Ada Keeper']);
  });

  test('in two mailings of one date, one of them a cross-listing, is listed once on it', () => {
    const text = mailingOf({ ...GULLS, abstract: [ABSTRACT] });
    const archive = archiveOf({
      '2025-03-11-cs.txt': text,
      '2025-03-11-stat.txt': text.replace('arXiv:2503.99961', '$& (*cross-listing*)'),
    });
    expect(archive.problems).toEqual([]);
    expect(archive.dates).toMatchObject([{ digests: [{}, {}], listings: [{ digests: 2 }] }]);
  });
});

test('the fixture of mailings is papers that merge, with authors that search finds', async () => {
  const folder = new URL('../fixtures/mailing-archive', import.meta.url).pathname;
  const { papers, problems } = compileArchive(await readContentFolder(folder));
  expect(codes(problems)).toEqual([]);
  expect(
    papers.map((paper) => [paper.id, paper.appearances.length, searchDocument(paper).authors]),
  ).toEqual([
    ['lamps-for-short-nights', 1, []],
    ['nets-that-mend-themselves', 2, ['Gwen Rope']],
    [
      'on-the-song-of-gulls-in-winter-harbours-and-why-it-is-louder-beside-mooring-648d9a9b46',
      2,
      ['Ada Keeper', 'Ben Müller', 'Karl Ørsted Jr.', 'Dora van der Shelf'],
    ],
    ['shelves-without-walls', 1, ['Emil Wader', 'Fay Net']],
    ['tides-in-jars', 2, ['The Isle Collaboration', 'C. Tern', "D. O'Gull"]],
  ]);
});
