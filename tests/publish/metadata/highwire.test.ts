import { describe, expect, test } from 'vitest';

import { highwireTags } from '../../../src/publish/metadata/highwire.ts';
import { ARCHIVE, BARE_URLS, described, tagLines, URLS } from './described.ts';

function linesOf(facts: NonNullable<Parameters<typeof described>[0]>['facts']): readonly string[] {
  return tagLines(highwireTags(described({ facts: facts ?? {} }), ARCHIVE, URLS));
}

describe('the tags of Highwire Press', () => {
  test('are not there when nobody states an author', () => {
    expect(linesOf({ year: 2024, doi: '10.1000/1', venue: 'Journal of Gulls' })).toEqual([]);
  });

  test('state what is known of a paper, and never a file or a kind of venue', () => {
    const facts = {
      authors: ['Keeper, Ada', 'Ben Harbour'],
      year: 2024,
      doi: '10.1000/gulls<182>',
      arxiv: '2403.01230v2',
      venue: 'Journal of Gulls',
    };
    expect(linesOf(facts)).toEqual([
      'citation_title: A Study of Gulls',
      'citation_author: Keeper, Ada',
      'citation_author: Ben Harbour',
      'citation_publication_date: 2024',
      'citation_doi: 10.1000/gulls<182>',
      'citation_arxiv_id: 2403.01230v2',
      'citation_language: en',
      'citation_abstract_html_url: https://papers.example.org/archive/papers/a-study-of-gulls/',
    ]);
  });

  test('state no year that nobody states', () => {
    expect(linesOf({ authors: ['Ada'] }).join()).not.toContain('date');
  });

  test('name an author of several words in a way that nobody reads as two', () => {
    expect(linesOf({ authors: ['van der Keeper, Ada Maria'] })).toContain(
      'citation_author: Ada Maria van der Keeper',
    );
  });

  test('name no address when that of the site is not known', () => {
    const paper = described({ facts: { authors: ['Ada'] } });
    expect(tagLines(highwireTags(paper, ARCHIVE, BARE_URLS))).toEqual([
      'citation_title: A Study of Gulls',
      'citation_author: Ada',
      'citation_language: en',
    ]);
  });
});
