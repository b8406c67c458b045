import { describe, expect, test } from 'vitest';

import type { Relations, TopicSlug } from '../../../src/archive/relate/types.ts';
import type { Archive, Paper, PaperId } from '../../../src/archive/types.ts';
import { paperData, paperText } from '../../../src/publish/page-data/paper-data.ts';
import { abstractOn, archiveOf, blocks, paperWith } from '../../helpers.ts';
import { NO_RELATIONS } from '../archives.ts';

function only({ papers }: Archive): Paper {
  const [paper, ...others] = papers;
  if (paper === undefined || others.length > 0) throw new Error('There is not one paper.');
  return paper;
}

describe('the text of a paper', () => {
  test('has what lists and pages need', () => {
    const abstract = `${abstractOn('gulls')} See https://github.com/keeper/gulls.`;
    const archive = archiveOf({ '2025-03-11.txt': blocks('The \\emph{Gulls}', abstract) });
    expect(paperText(only(archive))).toEqual({
      title: 'The Gulls',
      titleHtml: 'The <em>Gulls</em>',
      sortKey: 'gulls',
      letter: 'g',
      abstract,
      excerpt: expect.stringMatching(/^This invented abstract is about gulls .*…$/) as unknown,
      description: expect.stringMatching(/^This invented abstract is about gulls .*…$/) as unknown,
      appearances: [{ date: '2025-03-11', file: 'digests/2025-03-11.txt', line: 1 }],
      links: [{ kind: 'code', url: 'https://github.com/keeper/gulls' }],
      facts: {},
      notes: [],
      changes: [],
    });
  });

  test('starts with as much of the abstract as lists and search engines show', () => {
    const { abstract, excerpt, description } = paperText(paperWith('Gulls', [abstractOn('gulls')]));
    expect(abstract.length).toBeGreaterThan(240);
    expect(excerpt.length).toBeGreaterThan(200);
    expect(excerpt.length).toBeLessThanOrEqual(240);
    expect(description.length).toBeGreaterThan(120);
    expect(description.length).toBeLessThanOrEqual(160);
  });

  test('is empty where no digest has an abstract', () => {
    const shown = paperText(paperWith('Gulls', []));
    expect(shown).toMatchObject({ abstract: '', excerpt: '', description: '' });
  });

  test('lists every appearance, oldest first', () => {
    const digest = blocks('Gulls', abstractOn('gulls'));
    const archive = archiveOf({
      '2025-03-12.txt': digest,
      '2025-03-11.txt': `Mar 11\n\n${digest}`,
    });
    expect(paperText(only(archive)).appearances).toEqual([
      { date: '2025-03-11', file: 'digests/2025-03-11.txt', line: 3 },
      { date: '2025-03-12', file: 'digests/2025-03-12.txt', line: 1 },
    ]);
  });

  test('has what a note states, and what changed between two texts', () => {
    const archive = archiveOf(
      {
        '2025-03-11.txt': blocks('Gulls', `${abstractOn('gulls')} Forty.`),
        '2025-03-12.txt': blocks('Gulls', `${abstractOn('gulls')} Fifty.`),
      },
      {},
      { gulls: '---\nyear: 2024\nauthors: [Ada]\n---\nA text.' },
    );
    expect(paperText(only(archive))).toMatchObject({
      facts: { year: 2024, authors: ['Ada'] },
      notes: [{ id: 'gulls', hasText: true }],
      changes: [{ from: '2025-03-11', to: '2025-03-12' }],
    });
  });
});

describe('the data of a paper', () => {
  const paper = paperWith('Gulls', []);
  const text = paperText(paper);

  test('adds the papers and topics that it has to do with', () => {
    const related = [{ id: 'tides' as PaperId, terms: ['river water'] }];
    const topics = ['jars' as TopicSlug];
    const relations: Relations = {
      ...NO_RELATIONS,
      related: new Map([[paper.id, related]]),
      topicsOf: new Map([[paper.id, topics]]),
    };
    expect(paperData(paper, text, relations)).toEqual({ ...text, related, topics });
  });

  test('has none where the paper stands alone', () => {
    expect(paperData(paper, text, NO_RELATIONS)).toEqual({ ...text, related: [], topics: [] });
  });
});
