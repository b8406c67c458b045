import { describe, expect, test } from 'vitest';

import { formerAddresses } from '../../../src/publish/page-data/former-data.ts';
import { archiveOf, digestOf } from '../../helpers.ts';

const archive = archiveOf(
  { '2025-03-11.txt': digestOf('Gulls', 'Gills', 'The \\emph{Tides} <b>') },
  {},
  {
    gills: '---\nsameAs: gulls\n---\nA text.',
    'dates/2025-03-10': '---\nsameAs: 2025-03-11\n---\n',
    'dates/2025-03-13': '---\nwithdrawn: A copy.\n---\n',
  },
);

describe('formerAddresses', () => {
  test('of an archive where all is in its place are none', () => {
    expect(formerAddresses(archiveOf({ '2025-03-11.txt': digestOf('Gulls') }))).toEqual([]);
  });

  test('are those of papers, then those of dates', () => {
    expect(formerAddresses(archive)).toEqual([
      {
        kind: 'paper',
        name: 'gills',
        movedTo: 'gulls',
        title: 'Gulls',
        titleHtml: 'Gulls',
        appearances: [],
        notes: [],
      },
      {
        kind: 'date',
        name: '2025-03-10',
        movedTo: '2025-03-11',
        title: '10 March 2025',
        titleHtml: '10 March 2025',
        appearances: [],
        notes: [],
      },
      {
        kind: 'date',
        name: '2025-03-13',
        withdrawn: 'A copy.',
        title: '13 March 2025',
        titleHtml: '13 March 2025',
        appearances: [],
        notes: [],
      },
    ]);
  });

  test('of a withdrawn paper say why, where it was listed and what its notes say', () => {
    const { papers } = archive;
    const tides = papers.find(({ title }) => title.includes('Tides'));
    const [former] = formerAddresses(
      archiveOf(
        { '2025-03-11.txt': digestOf('The \\emph{Tides} <b>') },
        {},
        { [tides?.id ?? '']: '---\nwithdrawn: <i>A hoax.</i>\n---\nA text.' },
      ),
    );
    expect(former).toEqual({
      kind: 'paper',
      name: tides?.id,
      withdrawn: '<i>A hoax.</i>',
      title: 'The Tides <b>',
      titleHtml: 'The <em>Tides</em> &#x3C;b>',
      appearances: [{ date: '2025-03-11', file: 'digests/2025-03-11.txt', line: 1 }],
      notes: [{ id: tides?.id, hasText: true }],
    });
  });
});
