import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { bibtexText } from '../../../../../src/publish/citations/bibtex.ts';
import { citationOf } from '../../../../../src/publish/citations/citation.ts';
import { CITATION_FORMATS } from '../../../../../src/publish/citations/formats.ts';
import { referencesText } from '../../../../../src/publish/citations/reference.ts';
import { risText } from '../../../../../src/publish/citations/ris.ts';
import { siteUrls } from '../../../../../src/publish/site-urls.ts';
import { MOST_PAPERS, readFile } from '../../../../../src/reader/list/page/import/read-file.ts';
import { listJson } from '../../../../../src/reader/list/page/list-json.ts';
import { propertySeed } from '../../../../property-seed.ts';
import { anySaved, at, saved } from '../../papers.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

const archive = {
  name: 'Trending Papers',
  urls: siteUrls('/archive', 'https://papers.example.org'),
};
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'\\{}%&$#_~^<>|"@=,', 'TY  - ', '@misc{'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
  )
  .map((pieces) =>
    pieces
      .join('')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  );

describe('a list that was exported', () => {
  test('as JSON comes back whole', () => {
    fc.assert(
      fc.property(anySaved('gulls'), anySaved('jars'), (gulls, jars) => {
        const read = readFile(listJson([gulls, jars], archive), at(9));
        expect(read).toEqual({
          found: [{ paper: gulls }, { paper: jars }],
          foreign: [],
          unreadable: 0,
          left: 0,
        });
      }),
    );
  });

  const noted = CITATION_FORMATS.filter(({ key }) => key !== 'text');
  test.each(noted)('as $name comes back with titles and notes', ({ write }) => {
    fc.assert(
      fc.property(text, text, (title, note) => {
        const gulls = saved('gulls', { title: title || 'x', ...(note === '' ? {} : { note }) });
        const file = write([gulls, saved('jars')].map((paper) => citationOf(paper, archive)));
        const read = readFile(file, at(1));
        expect(read?.foreign).toEqual([]);
        expect(read?.found.map(({ paper }) => paper)).toEqual([gulls, saved('jars')]);
      }),
    );
  });
});

test('a list that was exported as plain text comes back without titles and notes', () => {
  fc.assert(
    fc.property(text, text, (title, note) => {
      // A line that starts like an entry of BibTeX is one.
      fc.pre(!title.startsWith('@'));
      const papers = [saved('gulls', { title: title || 'x', note }), saved('jars')];
      const file = referencesText(papers.map((paper) => citationOf(paper, archive)));
      expect(readFile(file, at(1))?.found.map(({ paper }) => paper)).toEqual(
        ['gulls', 'jars'].map((id) => saved(id, { title: id })),
      );
    }),
  );
});

describe('a file that others wrote', () => {
  test('in CSL-JSON gives what has an address of this form, and names the rest', () => {
    const file = JSON.stringify([
      { id: 1, type: 'book', title: 'Elsewhere', issued: {} },
      { id: 2, URL: 'https://example.org/papers/gulls/', title: 'On Gulls', annote: 'by the sea' },
      null,
    ]);
    const read = readFile(file, at(1));
    expect(read?.found.map(({ paper }) => paper)).toEqual([
      saved('gulls', { title: 'On Gulls', note: 'by the sea' }),
    ]);
    expect(read?.foreign).toEqual(['Elsewhere', 'entry 3']);
  });

  test('in lines gives the last address of each, and names lines whose address is another', () => {
    const file = `Gulls. See https://example.org/gulls and https://example.org/papers/gulls/

No address. 1999.
On Jars. https://example.org/jars\n`;
    const read = readFile(file, at(1));
    expect(read?.found.map(({ paper }) => paper.id)).toEqual(['gulls']);
    expect(read?.foreign).toEqual(['On Jars. https://example.org/jars']);
  });

  test.each(['[', '[1', '{}', 'Gulls'])('that is %j is no list', (file) => {
    expect(readFile(file, at(1))).toBeUndefined();
  });

  test('gives the papers whose addresses are of this form, and names the others', () => {
    const file = `% Gulls
@string{journal = "Gulls"}
@comment{@misc{hidden, url = {https://example.org/papers/hidden/}}}
@Article(one, Title = "On {G}ulls" # " and {Jars}", URL="https://example.org/papers/gulls/",
  note = {a {nested} brace})
@misc{two, title = {Elsewhere}, url = {https://example.org/gulls}}
@misc{broken, title = {Never closed, url = {https://example.org/papers/x/}
@misc{three, howpublished = {\\url{https://example.org/papers/tides}}, year = 2024}`;
    const read = readFile(file, at(1));
    expect(read?.found.map(({ paper: { id, title } }) => [id, title])).toEqual([
      ['gulls', 'On Gulls and Jars'],
      ['tides', 'tides'],
    ]);
    expect(read?.foreign).toEqual([
      'Elsewhere',
      'Never closed, url = https://example.org/papers/x/',
    ]);
  });

  test('of RIS may have other line ends, lines that go on, and tags that come again', () => {
    const file =
      'TY  - JOUR\nT1  - On\nGulls\nUR  - https://example.org/papers/gulls/\nUR  - https://example.org/\nER  -\nTY  - BOOK\nER  - ';
    const read = readFile(file, at(1));
    expect(read?.found.map(({ paper: { id, title } }) => [id, title])).toEqual([
      ['gulls', 'On Gulls'],
    ]);
    expect(read?.foreign).toEqual(['entry 2']);
  });

  test('of JSON counts entries that cannot be read', () => {
    const file = listJson([saved('gulls')], archive).replace('"On gulls"', '7');
    expect(readFile(file, at(1))).toEqual({ found: [], foreign: [], unreadable: 1, left: 0 });
  });

  test('of JSON brings nothing into an export but what facts are', () => {
    const facts = { authors: ['Jane Doe'], note: { a: 1 }, links: [7], title: null };
    const papers = JSON.stringify({ ...saved('gulls'), facts }).replace(
      '"facts":{',
      '"facts":{"__proto__":{"venue":7},',
    );
    const read = readFile(`{"format":"offprint-reading-list","papers":[${papers}]}`, at(1));
    const [found] = read?.found ?? [];
    expect(found?.paper.facts).toEqual({ authors: ['Jane Doe'] });
    const citations = read?.found.map(({ paper }) => citationOf(paper, archive)) ?? [];
    expect(bibtexText(citations)).toContain('author = {Jane Doe}');
    expect(risText(citations)).toContain('On gulls');
  });

  test('cannot turn or hide the letters of a title', () => {
    const file = `@misc{a, title = {On \u202e\u0000gulls}, url = {https://example.org/papers/gulls/}}
@misc{b, title = {${'Jars\u202e '.repeat(500)}}}`;
    const read = readFile(file, at(1));
    expect(read?.found[0]?.paper.title).toBe('On gulls');
    expect(read?.foreign[0]).toMatch(/^Jars Jars /);
    expect(read?.foreign[0]?.length).toBeLessThanOrEqual(1000);
  });

  test('brings no more papers than a list takes, and says how many are left', () => {
    const papers = Array.from({ length: MOST_PAPERS + 2 }, (_, index) =>
      saved(`gulls-${String(index)}`),
    );
    const read = readFile(listJson(papers, archive), at(1));
    expect(read?.found).toHaveLength(MOST_PAPERS);
    expect(read?.left).toBe(2);
  });

  test.each(['', 'Gulls', '{}', '{"format":"offprint-reading-list"', '[1]', '<html>'])(
    'is none of the three when it is %j',
    (file) => {
      expect(readFile(file, at(1))).toBeUndefined();
    },
  );

  test('never makes reading throw', () => {
    fc.assert(
      fc.property(text, (damaged) => {
        readFile(`@misc{${damaged}`, at(1));
        readFile(`TY  - ${damaged}`, at(1));
      }),
    );
  });
});
