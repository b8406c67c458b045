import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { PaperId } from '../../../src/archive/types.ts';
import { bibtexEntry, bibtexText } from '../../../src/publish/citations/bibtex.ts';
import { latexText, plainText } from '../../../src/publish/citations/latex-text.ts';
import { propertySeed } from '../../property-seed.ts';
import { anyCitation, anyText, fullGulls, gulls, HOSTILE } from './citations.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

test('an entry says what the archive knows, and no author or year that it does not', () => {
  expect(bibtexEntry(gulls)).toBe(
    `@misc{gulls-a-study,
  title = {{Gulls: A Study}},
  url = {https://papers.example.org/papers/gulls-a-study/},
  note = {Listed in Trending Papers on 11 March 2025},
}
`,
  );
});

test('an entry says all that facts state, and the note of the reader', () => {
  expect(bibtexEntry(fullGulls)).toBe(
    `@misc{gulls-a-study,
  author = {Jane Doe and Müller, Karl and Anna van der Möwe and {Sea and Sky Group} and {Gullgroup}},
  title = {{Gulls: A Study}},
  year = {2024},
  howpublished = {Gulls \\& Jars},
  eprint = {2403.01230},
  archivePrefix = {arXiv},
  primaryClass = {cs.LG},
  doi = {10.1000/182_a},
  url = {https://doi.org/10.1000/182_a},
  annote = {Read again, 50 \\%},
}
`,
  );
});

test('categories without an arXiv id are no class of anything', () => {
  expect(bibtexEntry({ ...gulls, categories: ['cs.LG'] })).toBe(bibtexEntry(gulls));
});

test('a suffix stands between family and given name', () => {
  const entry = bibtexEntry({ ...gulls, authors: ['Karl Ørsted Jr.', 'and', 'others'] });
  expect(entry).toContain('author = {Ørsted, Jr., Karl and {and} and {others}},');
});

test.each([
  ["pages 3--5, ---, ``so''", "pages 3-{}-5, -{}-{}-, `{}`so'{}'"],
  ['a line\r\nend', 'a line end'],
  ['{open', '\\textbraceleft{}open'],
  ['\\emph}', '\\textbackslash{}emph\\textbraceright{}'],
  [
    '100 % & $x_1^2$ #~<|>',
    '100 \\% \\& \\$x\\_1\\textasciicircum{}2\\$ \\#\\textasciitilde{}\\textless{}\\textbar{}\\textgreater{}',
  ],
  ['海鸥与潮汐 Møwen', '海鸥与潮汐 Møwen'],
  ['nul\0l', 'nul l'],
])('the title %j is safe for LaTeX', (title, written) => {
  expect(bibtexEntry({ ...gulls, title })).toContain(`  title = {{${written}}},\n`);
});

test('entries stand apart by a line', () => {
  const jars = { ...gulls, id: 'jars' as PaperId };
  expect(bibtexText([gulls, jars])).toContain('}\n\n@misc{jars,\n');
});

describe('a program that reads BibTeX', () => {
  interface Item {
    readonly id: string;
    readonly title: string;
    readonly URL: string;
    readonly author?: readonly unknown[];
  }
  const read = (text: string): readonly Item[] =>
    new Cite(text, { forceType: '@bibtex/text' }).data as readonly Item[];

  test('finds the authors, the year and the ids', () => {
    expect(read(bibtexText([fullGulls]))[0]).toMatchObject({
      id: 'gulls-a-study',
      author: [
        { family: 'Doe', given: 'Jane' },
        { family: 'Müller', given: 'Karl' },
        { family: 'Möwe', given: 'Anna', 'non-dropping-particle': 'van der' },
        { family: 'Sea and Sky Group' },
        { family: 'Gullgroup' },
      ],
      issued: { 'date-parts': [[2024]] },
      DOI: '10.1000/182_a',
    });
  });

  test.each(HOSTILE)('finds one entry whose title is %j', (title) => {
    const items = read(bibtexText([{ ...gulls, title, venue: title, note: title }, gulls]));
    expect(items.map((item) => item.id)).toEqual([gulls.id, gulls.id]);
    const shown = title.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    expect(items[0]?.title).toBe(shown);
    expect(items[0]?.URL).toBe(gulls.url);
  });

  test('finds as many entries as there are, with all their keys, whatever they hold', () => {
    fc.assert(
      fc.property(anyCitation, anyCitation, (one, other) => {
        const items = read(bibtexText([one, { ...other, id: 'jars' as PaperId }, gulls]));
        expect(items.map(({ id }) => id)).toEqual([gulls.id, 'jars', gulls.id]);
      }),
    );
  });
});

describe('whatever a text holds', () => {
  test('the braces of its entry are balanced and never close too early', () => {
    fc.assert(
      fc.property(anyCitation, (citation) => {
        let depth = 0;
        const entry = bibtexEntry(citation);
        const depths = [...entry].map((sign) => (depth += { '{': 1, '}': -1 }[sign] ?? 0));
        expect(depth).toBe(0);
        expect(depths.slice(entry.indexOf('{'), -2).every((each) => each > 0)).toBe(true);
      }),
    );
  });

  test('it comes back from LaTeX as it was', () => {
    fc.assert(
      fc.property(anyText, (written) => {
        expect(plainText(latexText(written))).toBe(written);
      }),
    );
  });
});
