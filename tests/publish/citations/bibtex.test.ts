import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { IsoDate } from '../../../src/digest/types.ts';
import { bibtexEntry, bibtexText } from '../../../src/publish/citations/bibtex.ts';
import type { Citation } from '../../../src/publish/citations/citation.ts';
import { latexText, plainText } from '../../../src/publish/citations/latex-text.ts';
import { propertySeed } from '../../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

const gulls: Citation = {
  id: 'gulls-a-study',
  title: 'Gulls: A Study',
  url: 'https://papers.example.org/papers/gulls-a-study/',
  archive: 'Trending Papers',
  dates: [],
};

test('an entry says what the archive knows, and no author or year that it does not', () => {
  expect(bibtexEntry(gulls)).toBe(
    `@misc{gulls-a-study,
  title = {{Gulls: A Study}},
  url = {https://papers.example.org/papers/gulls-a-study/},
  note = {Trending Papers},
}
`,
  );
});

test('an entry says all that facts state, and the note of the reader', () => {
  const full: Citation = {
    ...gulls,
    authors: ['Jane Doe', 'Müller, Karl', 'Sea and Sky Group'],
    year: 2024,
    venue: 'Gulls & Jars',
    arxiv: '2403.01230',
    doi: '10.1000/182_a',
    dates: ['2025-03-11', '2025-03-14'] as IsoDate[],
    note: 'Read\nagain, 50 %',
  };
  expect(bibtexEntry(full)).toBe(
    `@misc{gulls-a-study,
  author = {Jane Doe and Müller, Karl and {Sea and Sky Group}},
  title = {{Gulls: A Study}},
  year = {2024},
  howpublished = {Gulls \\& Jars},
  eprint = {2403.01230},
  archiveprefix = {arXiv},
  doi = {10.1000/182_a},
  url = {https://papers.example.org/papers/gulls-a-study/},
  note = {Trending Papers, 11 March 2025, 14 March 2025},
  annote = {Read again, 50 \\%},
}
`,
  );
});

test.each([
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
  expect(bibtexText([gulls, { ...gulls, id: 'jars' }])).toContain('}\n\n@misc{jars,\n');
});

describe('whatever a text holds', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'\\{}%&$#_~^<>|\n"@='),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    ),
  });

  test('the braces of its entry are balanced and never close too early', () => {
    fc.assert(
      fc.property(text, text, (title, note) => {
        let depth = 0;
        const entry = bibtexEntry({ ...gulls, title, note, venue: title, authors: [title] });
        const depths = [...entry].map((sign) => (depth += { '{': 1, '}': -1 }[sign] ?? 0));
        expect(depth).toBe(0);
        expect(depths.slice(entry.indexOf('{'), -2).every((each) => each > 0)).toBe(true);
      }),
    );
  });

  test('it comes back from LaTeX as it was', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(plainText(latexText(written))).toBe(written);
      }),
    );
  });
});
