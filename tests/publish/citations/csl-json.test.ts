import { Cite } from '@citation-js/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cslItem, cslJsonText } from '../../../src/publish/citations/csl-json.ts';
import { propertySeed } from '../../property-seed.ts';
import { anyCitation, fullGulls, gulls } from './citations.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

test('an item says what the archive knows, and no author or date that it does not', () => {
  expect(cslItem(gulls)).toEqual({
    id: 'gulls-a-study',
    type: 'document',
    title: 'Gulls: A Study',
    URL: 'https://papers.example.org/papers/gulls-a-study/',
    source: 'Trending Papers',
    note: 'Listed in Trending Papers on 11 March 2025',
  });
});

test('an item says all that facts state, and the note of the reader', () => {
  expect(cslItem(fullGulls)).toEqual({
    id: 'gulls-a-study',
    type: 'document',
    author: [
      { family: 'Doe', given: 'Jane' },
      { family: 'Müller', given: 'Karl' },
      { family: 'van der Möwe', given: 'Anna' },
      { literal: 'Sea and Sky Group' },
      { literal: 'Gullgroup' },
    ],
    title: 'Gulls: A Study',
    issued: { 'date-parts': [[2024]] },
    'container-title': 'Gulls & Jars',
    number: 'arXiv:2403.01230',
    DOI: '10.1000/182_a',
    URL: 'https://doi.org/10.1000/182_a',
    source: 'Trending Papers',
    keyword: 'cs.LG, cs.CL',
    annote: 'Read again, 50 %',
  });
});

test('a paper that is on arXiv, and of which no venue is stated, is a preprint', () => {
  expect(cslItem({ ...gulls, arxiv: '2403.01230v2' })).toMatchObject({
    type: 'article',
    publisher: 'arXiv',
    number: 'arXiv:2403.01230v2',
  });
});

describe('a program that reads CSL-JSON', () => {
  test('keeps every item as it is, because each field is of the format, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(anyCitation, { maxLength: 3 }), (citations) => {
        const items = JSON.parse(cslJsonText(citations)) as unknown[];
        expect(items).toHaveLength(citations.length);
        expect(JSON.parse(new Cite(items).format('data'))).toEqual(items);
      }),
    );
  });
});
