import { expect, test } from 'vitest';

import { dublinCoreTags } from '../../../src/publish/metadata/dublin-core.ts';
import { ARCHIVE, BARE_URLS, described, tagLines, URLS } from './described.ts';

test('a paper of which only the title is known is a text with a title and an address', () => {
  expect(tagLines(dublinCoreTags(described(), ARCHIVE, URLS))).toEqual([
    'DC.title: A Study of Gulls',
    'DC.type: Text',
    'DC.language: en',
    'DC.identifier: https://papers.example.org/archive/papers/a-study-of-gulls/',
    'z:itemType: document',
  ]);
});

test('ids, venue and year are there as far as facts state them, the DOI bare', () => {
  const facts = { year: 2024, doi: '10.1000/182', arxiv: '2403.01230', venue: 'Journal of Gulls' };
  expect(tagLines(dublinCoreTags(described({ facts }), ARCHIVE, BARE_URLS))).toEqual([
    'DC.title: A Study of Gulls',
    'DC.type: Text',
    'DC.language: en',
    'DC.identifier: 10.1000/182',
    'DC.identifier: arXiv:2403.01230',
    'DC.source: Journal of Gulls',
    'DCTERMS.issued: 2024',
    'z:itemType: document',
  ]);
});
