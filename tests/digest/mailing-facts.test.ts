import { describe, expect, test } from 'vitest';

import { limits } from '../../src/digest/limits.ts';
import type { Digest, PaperFacts } from '../../src/digest/types.ts';
import { codes, places, read } from '../helpers.ts';
import { recordOf } from '../mailings.ts';

/** DOIs of this kind hold what elsewhere parts DOIs. */
const OF_WILEY = '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2';

/** A digest of one record with these lines. */
function readField(...lines: readonly string[]): Digest {
  return read(recordOf({ arxiv: '2503.99941', title: 'On Gulls', abstract: ['Gulls.'], lines }));
}

/** What a record with these lines states, and what is reported of them. */
function stated(...lines: readonly string[]): { facts: PaperFacts; problems: readonly string[] } {
  const { entries, problems } = readField(...lines);
  const { arxiv, year, ...facts } = entries[0]?.facts ?? {};
  expect({ arxiv, year }).toEqual({ arxiv: '2503.99941', year: 2025 });
  return { facts, problems: codes(problems) };
}

describe('authors', () => {
  test.each([
    ['Ada Keeper', ['Ada Keeper']],
    ['Ada Keeper, Ben Harbour', ['Ada Keeper', 'Ben Harbour']],
    ['Ada Keeper and Ben Harbour', ['Ada Keeper', 'Ben Harbour']],
    ['A. Keeper, B. Harbour, and C. Tern', ['A. Keeper', 'B. Harbour', 'C. Tern']],
    ['A. Keeper & B. Harbour; C. Tern', ['A. Keeper', 'B. Harbour', 'C. Tern']],
    ['Anders Andersand, Alexand Rand', ['Anders Andersand', 'Alexand Rand']],
    [
      'A. Keeper (1 and 2), B. Harbour (2) ((1) Isle (North), (2) Sea)',
      ['A. Keeper', 'B. Harbour'],
    ],
    ['A. Keeper) (Isle), B. Harbour', ['A. Keeper', 'B. Harbour']],
    ['A. Keeper$^{1,2}$, B. Harbour$^{*}$', ['A. Keeper', 'B. Harbour']],
    ['A. Keeper, Jr., B. Harbour, III', ['A. Keeper Jr.', 'B. Harbour III']],
    ['The Isle Collaboration: A. Keeper', ['The Isle Collaboration', 'A. Keeper']],
    ['Et Alder, Al Etal', ['Et Alder', 'Al Etal']],
    ['A. Keeper (12 other islands)', ['A. Keeper']],
    [
      String.raw`M. M\"uller, {\O}. \AA str\"{o}m, Fran\c{c}ois {\v S}pat, J.~Gull`,
      ['M. Müller', 'Ø. Åström', 'François Špat', 'J. Gull'],
    ],
    [String.raw`M{\"u}ller, {\'E}mile {\L}aska`, ['Müller', 'Émile Łaska']],
    ['鴎 太郎, Zoë O’Hara-Tern', ['鴎 太郎', 'Zoë O’Hara-Tern']],
  ])('“%s” are %j', (line, authors) => {
    expect(stated(`Authors: ${line}`)).toEqual({ facts: { authors }, problems: [] });
  });

  test.each([
    ['A. Keeper (Isle, B. Harbour, C. Tern', ['A. Keeper'], '(Isle, B. Harbour, C. Tern'],
    [
      'A. Keeper (1), B. Harbour (2) ((1) Isle, (2) Sea',
      ['A. Keeper', 'B. Harbour'],
      '((1) Isle, (2) Sea',
    ],
    ['A. Keeper, et al', ['A. Keeper'], 'et al'],
    ['A. Keeper et al., B. Harbour', ['A. Keeper', 'B. Harbour'], 'et al.'],
    [
      'A. Keeper, B. Harbour et al. (1325 additional authors not shown)',
      ['A. Keeper', 'B. Harbour'],
      'et al. … (1325 additional authors not shown)',
    ],
    ['A. Keeper et al. (1) and B. Harbour ((1) Isle)', ['A. Keeper', 'B. Harbour'], 'et al.'],
    ['A. Keeper (7 more authors)', ['A. Keeper'], '(7 more authors)'],
  ])('“%s” are %j, and what is left out is reported', (line, authors, leftOut) => {
    const { entries, problems } = readField(`Authors: ${line}`);
    expect(entries[0]?.facts?.authors).toEqual(authors);
    expect(places(problems)).toEqual(['6:10 field-incomplete']);
    expect(problems[0]?.message).toContain(`“Authors” is left out: “${leftOut}”`);
  });

  test('go on over indented lines', () => {
    const { facts } = stated('Authors: Ada Keeper, Ben', '  Harbour and', '  C. Tern');
    expect(facts.authors).toEqual(['Ada Keeper', 'Ben Harbour', 'C. Tern']);
  });

  test('of a thousand names are all read, in the time that a few take', () => {
    const names = Array.from(
      { length: 1000 },
      (_, n) => `A. Gull${String.fromCharCode(97 + (n % 26))}`,
    );
    expect(stated(`Authors: ${names.join(', ')}`).facts.authors).toEqual(names);
  });
});

describe('other fields', () => {
  test.each([
    ['Categories: cs.LG cs.AI cs.LG', { categories: ['cs.LG', 'cs.AI'] }],
    [
      'Categories: hep-th cond-mat.str-el, q-bio.QM',
      { categories: ['hep-th', 'cond-mat.str-el', 'q-bio.QM'] },
    ],
    ['DOI: 10.1000/182', { doi: '10.1000/182' }],
    ['DOI: https://doi.org/10.1000/(ab)1;2.', { doi: '10.1000/(ab)1;2' }],
    [`DOI: ${OF_WILEY}`, { doi: OF_WILEY }],
    ['DOI: 10.1000/a,b', { doi: '10.1000/a,b' }],
    ['Journal-ref: J. of M\\"owen 12 (2025)', { venue: 'J. of Möwen 12 (2025)' }],
    ['Comments: 12 pages', {}],
    ['Report-no: G-1', {}],
    ['MSC-class: 68T05', {}],
    ['ACM-class: I.2.6', {}],
    ['License: http://creativecommons.org/licenses/by/4.0/', {}],
  ])('%s', (line, facts) => {
    expect(stated(line)).toEqual({ facts, problems: [] });
  });

  test.each([
    ['10.1000/182 10.1000/183', '10.1000/183'],
    ['10.1000/182; 10.1000/183', '10.1000/183'],
    [
      '10.1000/182;10.1000/183,https://doi.org/10.1000/a;b',
      '10.1000/183 https://doi.org/10.1000/a;b',
    ],
    ['10.1000/182 (erratum)', '(erratum)'],
  ])('with several DOIs (%s) state the first, and the others are reported', (value, others) => {
    const { entries, problems } = readField(`DOI: ${value}`);
    expect(entries[0]?.facts?.doi).toBe('10.1000/182');
    expect(places(problems)).toEqual(['6:6 field-incomplete']);
    expect(problems[0]?.message).toContain(`“DOI” is left out: “${others}”`);
  });

  test.each([
    'Categories: machine learning',
    'DOI: to appear',
    'Authors: (nobody)',
    'Authors: et al.',
    `Authors: ${'A. Gull, '.repeat(limits.fieldCharacters / 8)}`,
  ])('that cannot be read are reported and left out: %.30s', (line) => {
    expect(stated(line)).toEqual({ facts: {}, problems: ['field-unreadable'] });
  });

  test.each([
    ['hep-th/9999901', 'hep-th/9999901'],
    ['math.GT/9999901v3', 'math.GT/9999901v3'],
    ['2503.9993x', undefined],
  ])('the id %s is %s', (id, arxiv) => {
    const { entries, problems } = read(
      recordOf({ arxiv: id, title: 'On Gulls', abstract: ['Gulls.'] }),
    );
    expect(entries[0]?.facts?.arxiv).toBe(arxiv);
    expect(codes(problems)).toEqual(arxiv === undefined ? ['field-unreadable'] : []);
  });

  test.each([
    ['Fri, 1 Jan 1999 00:20:59 GMT   (20kb)', 1999],
    ['31 Dec 98', 1998],
    ['Mon, 30 Feb 2025 18:21:11 GMT', undefined],
    ['yesterday', undefined],
  ])('the date “%s” is of %s', (date, year) => {
    const text = recordOf({ arxiv: '2503.99941', title: 'On Gulls', abstract: ['Gulls.'] });
    const { entries, problems } = read(text.replace(/^Date: .*/m, `Date: ${date}`));
    expect(entries[0]?.facts?.year).toBe(year);
    expect(codes(problems)).toEqual(year === undefined ? ['field-unreadable'] : []);
  });
});
