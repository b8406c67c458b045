import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { IsoDate } from '../../../src/digest/types.ts';
import type { Citation } from '../../../src/publish/citations/citation.ts';
import { risEntry, risText } from '../../../src/publish/citations/ris.ts';
import { propertySeed } from '../../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

const gulls: Citation = {
  id: 'gulls-a-study',
  title: 'Gulls: A Study',
  url: 'https://papers.example.org/papers/gulls-a-study/',
  archive: 'Trending Papers',
  dates: [],
};

test('a reference says what the archive knows, and no author or year that it does not', () => {
  expect(risEntry(gulls).split('\r\n')).toEqual([
    'TY  - GEN',
    'ID  - gulls-a-study',
    'TI  - Gulls: A Study',
    'UR  - https://papers.example.org/papers/gulls-a-study/',
    'DB  - Trending Papers',
    'ER  - ',
    '',
  ]);
});

test('a reference says all that facts state, and the note of the reader', () => {
  const full: Citation = {
    ...gulls,
    authors: ['Jane Doe', 'Müller, Karl', 'Anna van der Möwe', 'Gullgroup'],
    year: 2024,
    venue: 'Journal of Gulls',
    arxiv: '2403.01230',
    doi: '10.1000/182',
    dates: ['2025-03-11'] as IsoDate[],
    note: 'Read\nagain',
  };
  expect(risEntry(full).split('\r\n')).toEqual([
    'TY  - GEN',
    'ID  - gulls-a-study',
    'AU  - Doe, Jane',
    'AU  - Müller, Karl',
    'AU  - van der Möwe, Anna',
    'AU  - Gullgroup',
    'TI  - Gulls: A Study',
    'T2  - Journal of Gulls',
    'PY  - 2024',
    'DO  - 10.1000/182',
    'AN  - arXiv:2403.01230',
    'UR  - https://papers.example.org/papers/gulls-a-study/',
    'DB  - Trending Papers',
    'N1  - Read again',
    'ER  - ',
    '',
  ]);
});

test('references stand apart by a line', () => {
  expect(risText([gulls, gulls])).toContain('ER  - \r\n\r\nTY  - GEN\r\n');
});

test('no title or note can start a line of its own', () => {
  const text = fc
    .array(fc.constantFrom('\r', '\n', '\u2028', '\u0085', 'ER  - ', '海', 'x'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (title, note) => {
      const lines = risEntry({ ...gulls, title, note }).split(/\r\n|[\n\r\u2028\u2029\u0085]/);
      expect(lines.map((line) => line.slice(0, 6)).join('')).toBe(
        'TY  - ID  - TI  - UR  - DB  - N1  - ER  - ',
      );
    }),
  );
});
