import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { risEntry, risText } from '../../../src/publish/citations/ris.ts';
import { propertySeed } from '../../property-seed.ts';
import { anyCitation, fullGulls, gulls, HOSTILE } from './citations.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

test('a reference says what the archive knows, and no author or year that it does not', () => {
  expect(risEntry(gulls).split('\r\n')).toEqual([
    'TY  - GEN',
    'ID  - gulls-a-study',
    'TI  - Gulls: A Study',
    'UR  - https://papers.example.org/papers/gulls-a-study/',
    'DB  - Trending Papers',
    'C1  - Listed in Trending Papers on 11 March 2025',
    'ER  - ',
    '',
  ]);
});

test('a reference says all that facts state, and the note of the reader', () => {
  expect(risEntry(fullGulls).split('\r\n')).toEqual([
    'TY  - GEN',
    'ID  - gulls-a-study',
    'AU  - Doe, Jane',
    'AU  - Müller, Karl',
    'AU  - van der Möwe, Anna',
    'AU  - Sea and Sky Group',
    'AU  - Gullgroup',
    'TI  - Gulls: A Study',
    'T2  - Gulls & Jars',
    'PY  - 2024',
    'DO  - 10.1000/182_a',
    'AN  - arXiv:2403.01230',
    'KW  - cs.LG',
    'KW  - cs.CL',
    'UR  - https://doi.org/10.1000/182_a',
    'DB  - Trending Papers',
    'N1  - Read again, 50 %',
    'ER  - ',
    '',
  ]);
});

test('a suffix follows the given name', () => {
  expect(risEntry({ ...gulls, authors: ['Karl Ørsted Jr.'] })).toContain(
    'AU  - Ørsted, Karl, Jr.\r\n',
  );
});

test('references stand apart by a line', () => {
  expect(risText([gulls, gulls])).toContain('ER  - \r\n\r\nTY  - GEN\r\n');
});

test('no text can start a line of its own', () => {
  const tags = /^(?:TY|ID|AU|TI|T2|PY|DO|AN|KW|UR|DB|C1|N1|ER) {2}- /;
  fc.assert(
    fc.property(anyCitation, (citation) => {
      const lines = risEntry(citation).split(/\r\n|[\n\r\u2028\u2029\u0085]/);
      expect(lines.pop()).toBe('');
      expect(lines.filter((line) => !tags.test(line))).toEqual([]);
      expect(lines.filter((line) => /^(?:TY|ID|TI|ER)/.test(line))).toHaveLength(4);
    }),
  );
});

describe('a program that reads RIS', () => {
  interface Item {
    readonly title: string;
    readonly URL: string;
  }
  const read = (text: string): readonly Item[] =>
    new Cite(text, { forceType: '@ris/file' }).data as readonly Item[];

  test('finds the authors, the year and the ids', () => {
    expect(read(risText([fullGulls]))[0]).toMatchObject({
      author: [
        { family: 'Doe', given: 'Jane' },
        { family: 'Müller', given: 'Karl' },
        { given: 'Anna' },
        {},
        {},
      ],
      title: 'Gulls: A Study',
      issued: { 'date-parts': [[2024]] },
      DOI: '10.1000/182_a',
      URL: fullGulls.url,
    });
  });

  test.each(HOSTILE)('finds one reference whose title is %j', (title) => {
    const items = read(risText([{ ...gulls, title: `On ${title}`, note: title }, gulls]));
    expect(items).toHaveLength(2);
    expect(items[0]?.URL).toBe(gulls.url);
    // It takes a value to end at what could be a tag.
    const shown = `On ${title}`.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    expect(items[0]?.title).toBe(shown.split(/ {2}- /)[0]);
  });

  test('finds as many references as there are, whatever they hold', () => {
    fc.assert(
      fc.property(anyCitation, anyCitation, (one, other) => {
        expect(read(risText([one, other, gulls]))).toHaveLength(3);
      }),
    );
  });
});
