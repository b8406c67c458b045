import { describe, expect, test } from 'vitest';

import type { PaperId } from '../../../src/archive/types.ts';
import { citationFiles } from '../../../src/publish/citations/citation-files.ts';
import { citationOf, listingLine } from '../../../src/publish/citations/citation.ts';
import { citedData } from '../../../src/publish/citations/cited-data.ts';
import { CITATION_FORMATS, citationFormat } from '../../../src/publish/citations/formats.ts';
import { siteUrls } from '../../../src/publish/site-urls.ts';
import { appearance, archiveOf, blocks, day, digestOf } from '../../helpers.ts';
import { gulls } from './citations.ts';

const paper = { id: 'gulls' as PaperId, title: 'Gulls', facts: { year: 2024 } };
const DAY = day('2025-03-11');

describe('a citation', () => {
  test('has the facts of the paper, its permanent address and the date it was first listed', () => {
    const archive = { name: 'Papers', urls: siteUrls('/archive', 'https://papers.example.org') };
    expect(citationOf({ ...paper, firstSeen: DAY }, archive)).toEqual({
      id: 'gulls',
      title: 'Gulls',
      year: 2024,
      url: 'https://papers.example.org/archive/papers/gulls/',
      archive: 'Papers',
      firstSeen: DAY,
    });
  });

  test('of a paper with an identifier leads there, and does not cite the archive', () => {
    const archive = { name: 'Papers', urls: siteUrls('/archive', 'https://papers.example.org') };
    const arxiv = '2403.01230';
    const preprint = citationOf({ ...paper, facts: { arxiv } }, archive);
    expect(preprint.url).toBe('https://arxiv.org/abs/2403.01230');
    expect(listingLine(preprint)).toBeUndefined();
    const article = citationOf({ ...paper, facts: { arxiv, doi: '10.1000/182' } }, archive);
    expect(article.url).toBe('https://doi.org/10.1000/182');
  });

  test('has a path where the address of the site is not known', () => {
    const archive = { name: 'Papers', urls: siteUrls('/archive', undefined) };
    expect(citationOf(paper, archive).url).toBe('/archive/papers/gulls/');
  });

  test('says where the paper is listed, and since when if that is known', () => {
    expect(listingLine(gulls)).toBe('Listed in Trending Papers on 11 March 2025');
    expect(listingLine({ ...gulls, firstSeen: undefined })).toBe('Listed in Trending Papers');
  });
});

describe('the files of all citations', () => {
  const archive = archiveOf(
    {
      '2025-03-11.txt': digestOf('Tides in Jars', 'Gulls of 100 \\% \\emph{Height}'),
      '2025-03-12.txt': digestOf('Tides in Jars'),
    },
    { title: 'Invented Papers' },
    { 'tides-in-jars': blocks('---\nauthors: [Jane Doe]\nyear: 2024\n---') },
  );
  const files = [...citationFiles(archive, siteUrls('/', 'https://papers.example.org'))];

  test('are one in each format', () => {
    expect(files.map(({ name }) => name)).toEqual([
      'papers.bib',
      'papers.ris',
      'papers.csl.json',
      'papers.txt',
    ]);
  });

  test('hold every paper once, by its id, with the title that readers see', () => {
    expect(files.at(-1)?.contents).toMatchInlineSnapshot(`
      "Gulls of 100 % Height. Listed in Invented Papers on 11 March 2025. https://papers.example.org/papers/gulls-of-100-height-14539b2a94/
      Jane Doe (2024). Tides in Jars. Listed in Invented Papers on 11 March 2025. https://papers.example.org/papers/tides-in-jars/
      "
    `);
  });
});

describe('a page says of a paper', () => {
  const listed = {
    title: 'Gulls',
    titleHtml: 'Gulls',
    facts: {},
    appearances: [appearance(DAY, 'a')],
  };

  test('the date that first listed it, unless the whole list says so', () => {
    expect(citedData(listed)).toEqual({ 'data-first-seen': DAY });
    expect(citedData(listed, DAY)).toEqual({});
    expect(citedData(listed, day('2025-03-12'))).toEqual({ 'data-first-seen': DAY });
  });

  test('its facts where there are any, and its title where that is more than text', () => {
    const more = { ...listed, titleHtml: '<math><mi>G</mi></math>', facts: { year: 2024 } };
    expect(citedData(more, DAY)).toEqual({ 'data-title': 'Gulls', 'data-facts': '{"year":2024}' });
  });
});

test('a format is found by its key, and none by another word', () => {
  for (const format of CITATION_FORMATS) expect(citationFormat(format.key)).toBe(format);
  expect(citationFormat('toString')).toBeUndefined();
});
