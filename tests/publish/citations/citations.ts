import fc from 'fast-check';

import type { PaperId } from '../../../src/archive/types.ts';
import type { Citation } from '../../../src/publish/citations/citation.ts';
import { day } from '../../helpers.ts';

/** A paper of which nobody has stated more than its title. */
export const gulls: Citation = {
  id: 'gulls-a-study' as PaperId,
  title: 'Gulls: A Study',
  url: 'https://papers.example.org/papers/gulls-a-study/',
  archive: 'Trending Papers',
  firstSeen: day('2025-03-11'),
};

/** The same with all that facts can state, and a note of the reader. */
export const fullGulls: Citation = {
  ...gulls,
  url: 'https://doi.org/10.1000/182_a',
  authors: ['Jane Doe', 'Müller, Karl', 'Anna van der Möwe', 'Sea and Sky Group', 'Gullgroup'],
  year: 2024,
  venue: 'Gulls & Jars',
  arxiv: '2403.01230',
  doi: '10.1000/182_a',
  categories: ['cs.LG', 'cs.CL'],
  note: 'Read\nagain, 50 %',
};

/** The bad inputs of outputs, and others that end something in one of the formats. */
export const HOSTILE = [
  'A } @evil{x',
  'A } @misc{evil, title = {x}}',
  '{open',
  '\\emph}',
  '100 % of $x^2$',
  'line\nTY  - BOOK',
  'line\r\nER  - \r\nTY  - BOOK\r\nTI  - x',
  'line\u2028TY  - BOOK',
  'nul\0l, \u0085 and \u001b',
  '=cmd|calc',
  '"], {"type": "book"',
  'TY  - BOOK',
  'ER  - ',
  '@misc{x,',
  'and',
  '海鸥与潮汐 Møwen',
  '👩🏽‍🚀 ﷺ',
  ']]> </script>',
];

/** Any text, most of it of what is hostile. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE, ...'\\{}%&$#_~^<>|\n"@=,-'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

/** Any citation of one paper, its facts full of such texts. */
export const anyCitation: fc.Arbitrary<Citation> = fc
  .record(
    {
      title: anyText,
      archive: anyText,
      venue: anyText,
      authors: fc.array(anyText, { maxLength: 3 }),
      note: anyText,
      doi: anyText,
      arxiv: anyText,
      year: fc.integer({ min: 1000, max: 2999 }),
      categories: fc.array(anyText, { maxLength: 2 }),
    },
    { requiredKeys: ['title'] },
  )
  .map((facts) => ({ ...gulls, ...facts }));
