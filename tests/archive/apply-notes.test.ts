import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { applyDateNotes } from '../../src/archive/apply-notes.ts';
import { paperId, titleKey } from '../../src/archive/identity.ts';
import type { Archive } from '../../src/archive/types.ts';
import { permalinks } from '../../src/publish/permalinks.ts';
import { abstractOn, archiveOf, blocks, codes, day, digestOf } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 200 });

const note = (...lines: readonly string[]): string => ['---', ...lines, '---', ''].join('\n');

/** The archive of a digest with these titles and these notes. */
function noted(
  titles: readonly string[],
  notes: Readonly<Record<string, string>>,
): Pick<Archive, 'papers' | 'formerPapers' | 'problems'> {
  return archiveOf({ '2025-03-11.txt': digestOf(...titles) }, {}, notes);
}

/** Each former address with where it leads or why nothing is there. */
function formerOf({ formerPapers }: Pick<Archive, 'formerPapers'>): readonly string[] {
  return formerPapers.map(
    ({ id, movedTo, withdrawn }) => `${id} → ${movedTo ?? `(${String(withdrawn)})`}`,
  );
}

/** The addresses that papers have. */
function idsOf({ papers }: Pick<Archive, 'papers'>): readonly string[] {
  return papers.map(({ id }) => id);
}

/** Each problem as `file code message`. */
function faultsOf({ problems }: Pick<Archive, 'problems'>): readonly string[] {
  return problems.map(({ file, line, column, code, message }) => {
    expect([line, column]).toEqual([1, 1]);
    return `${file} ${code} ${message}`;
  });
}

describe('a note with a title', () => {
  test('moves the paper to the address of the title, and leaves the old one as a former address', () => {
    const archive = noted(['A Stdy of Gulls', 'Tides'], {
      'a-stdy-of-gulls': note('title: A Study of Gulls'),
    });
    expect(archive.problems).toEqual([]);
    expect(archive.papers).toMatchObject([
      {
        id: 'a-study-of-gulls',
        title: 'A Study of Gulls',
        appearances: [{ file: 'digests/2025-03-11.txt', line: 1 }],
        notes: [{ id: 'a-stdy-of-gulls', hasText: false }],
      },
      { id: 'tides', title: 'Tides', notes: [] },
    ]);
    expect(archive.formerPapers).toEqual([
      {
        id: 'a-stdy-of-gulls',
        title: 'A Study of Gulls',
        movedTo: 'a-study-of-gulls',
        appearances: [],
        notes: [],
      },
    ]);
  });

  test('that spells it otherwise moves nothing', () => {
    const archive = noted(['A STUDY of gulls'], {
      'a-study-of-gulls': note('title: A Study of Gulls'),
    });
    expect(archive.papers).toMatchObject([{ id: 'a-study-of-gulls', title: 'A Study of Gulls' }]);
    expect(archive.formerPapers).toEqual([]);
    expect(archive.problems).toEqual([]);
  });

  test('joins the paper that a digest lists under that title', () => {
    const archive = archiveOf(
      {
        '2025-03-11.txt': digestOf('A Stdy of Gulls'),
        '2025-03-12.txt': blocks('A study of gulls', abstractOn('A Stdy of Gulls')),
      },
      {},
      { 'a-stdy-of-gulls': note('title: A Study of Gulls') },
    );
    expect(archive.papers).toHaveLength(1);
    expect(archive.papers[0]?.title).toBe('A Study of Gulls');
    expect(archive.papers[0]?.appearances.map(({ date }) => date)).toEqual([
      '2025-03-11',
      '2025-03-12',
    ]);
    expect(archive.problems).toEqual([]);
  });

  test('keeps the old address once the digest is corrected too', () => {
    const archive = noted(['A Study of Gulls'], {
      'a-stdy-of-gulls': note('title: A Study of Gulls'),
    });
    expect(formerOf(archive)).toEqual(['a-stdy-of-gulls → a-study-of-gulls']);
    expect(idsOf(archive)).toEqual(['a-study-of-gulls']);
    expect(archive.problems).toEqual([]);
  });

  test('may be corrected by another note; the older address leads to the newest at once', () => {
    const archive = noted(['Gulls'], {
      gulls: note('title: Gills'),
      gills: note('title: Galls'),
    });
    expect(archive.papers).toMatchObject([
      { id: 'galls', title: 'Galls', notes: [{ id: 'gills' }, { id: 'gulls' }] },
    ]);
    expect(formerOf(archive)).toEqual(['gills → galls', 'gulls → galls']);
    expect(archive.problems).toEqual([]);
  });

  test('that no digest lists is an error, and nothing is there', () => {
    const archive = noted(['Tides'], { gulls: note('title: Gills') });
    expect(idsOf(archive)).toEqual(['tides']);
    expect(archive.formerPapers).toEqual([]);
    expect(faultsOf(archive)).toEqual([
      'notes/gulls.mdx note-without-paper A note on a paper that no digest lists: gulls.',
    ]);
  });

  test('gives the first spelling of several', () => {
    const archive = noted(['Gulls', 'Gills'], {
      gulls: note('title: The gull'),
      gills: note('title: The GULL'),
    });
    expect(archive.papers).toMatchObject([{ id: 'the-gull', title: 'The GULL' }]);
  });

  test('on the address itself gives the spelling before every other', () => {
    const archive = noted(['Gulls', 'Gills'], {
      gills: note('title: GULLS'),
      gulls: note('title: gulls'),
    });
    expect(archive.papers).toMatchObject([
      { id: 'gulls', title: 'gulls', notes: [{ id: 'gulls' }, { id: 'gills' }] },
    ]);
  });
});

describe('a note with “sameAs”', () => {
  test('makes two papers one, under the title of the other', () => {
    const archive = archiveOf(
      {
        '2025-03-11.txt': digestOf('Tides'),
        '2025-03-12.txt': blocks('Tides in Jars', abstractOn('Tides')),
      },
      {},
      { 'tides-in-jars': note('sameAs: tides') },
    );
    expect(archive.papers).toMatchObject([
      {
        id: 'tides',
        title: 'Tides',
        appearances: [{ date: '2025-03-11' }, { date: '2025-03-12' }],
        notes: [{ id: 'tides-in-jars' }],
      },
    ]);
    expect(archive.formerPapers).toEqual([
      { id: 'tides-in-jars', title: 'Tides', movedTo: 'tides', appearances: [], notes: [] },
    ]);
    expect(archive.dates.map(({ listings }) => listings.map(({ id }) => id))).toEqual([
      ['tides'],
      ['tides'],
    ]);
    expect(archive.problems).toEqual([]);
  });

  test('in one digest is no repetition; the same title twice still is', () => {
    const abstract = abstractOn('tides');
    const digest = blocks('Tides', abstract, 'Tides in Jars', abstract, 'TIDES IN JARS', abstract);
    const { papers, problems } = archiveOf(
      { '2025-03-11.txt': digest },
      {},
      { 'tides-in-jars': note('sameAs: tides') },
    );
    expect(papers[0]?.appearances).toHaveLength(3);
    expect(problems.map(({ line, code, message }) => [line, code, message])).toEqual([
      [9, 'title-repeated', '“TIDES IN JARS” is listed twice in this digest, first on line 5.'],
    ]);
  });

  test('keeps two texts of the abstract as versions, newest first', () => {
    const { papers, problems } = noted(['Tides', 'Tides in Jars'], {
      'tides-in-jars': note('sameAs: tides'),
    });
    expect(papers[0]?.versions.map(({ paragraphs }) => paragraphs)).toEqual([
      [abstractOn('Tides in Jars')],
      [abstractOn('Tides')],
    ]);
    expect(codes(problems)).toEqual(['abstract-differs']);
  });

  test('may lead over an address that no digest has', () => {
    const archive = noted(['Tides'], {
      older: note('sameAs: old'),
      old: note('sameAs: tides'),
    });
    expect(formerOf(archive)).toEqual(['old → tides', 'older → tides']);
    expect(archive.problems).toEqual([]);
  });

  test('may lead to an address that a corrected title gives', () => {
    const archive = noted(['Tydes', 'Jars'], {
      tydes: note('title: Tides'),
      jars: note('sameAs: tides'),
      old: note('sameAs: tydes'),
    });
    expect(idsOf(archive)).toEqual(['tides']);
    expect(archive.papers[0]?.title).toBe('Tides');
    expect(formerOf(archive)).toEqual(['jars → tides', 'old → tides', 'tydes → tides']);
    expect(codes(archive.problems)).toEqual(['abstract-differs']);
  });

  test('does not lead to a corrected title that no paper has', () => {
    const archive = noted(['Jars'], { tydes: note('title: Tides'), jars: note('sameAs: tides') });
    expect(idsOf(archive)).toEqual(['jars']);
    expect(archive.papers[0]?.notes).toEqual([]);
    expect(formerOf(archive)).toEqual([]);
    expect(faultsOf(archive)).toEqual([
      'notes/jars.mdx note-leads-nowhere The note leads to tides, where there is nothing.',
      'notes/tydes.mdx note-without-paper A note on a paper that no digest lists: tydes.',
    ]);
  });

  test('and a corrected title behind it carry the paper all the way', () => {
    const archive = noted(['Jars'], { tydes: note('title: Tides'), jars: note('sameAs: tydes') });
    expect(archive.papers).toMatchObject([{ id: 'tides', title: 'Tides' }]);
    expect(formerOf(archive)).toEqual(['jars → tides', 'tydes → tides']);
    expect(archive.problems).toEqual([]);
  });

  test('that leads nowhere is an error and changes nothing', () => {
    const archive = noted(['Tides'], { tides: note('sameAs: gulls', 'venue: A') });
    expect(archive.papers).toMatchObject([{ id: 'tides', facts: {}, notes: [] }]);
    expect(archive.formerPapers).toEqual([]);
    expect(faultsOf(archive)).toEqual([
      'notes/tides.mdx note-leads-nowhere The note leads to gulls, where there is nothing.',
    ]);
  });

  test('may lead to a withdrawn paper', () => {
    const archive = noted(['Tides', 'Jars'], {
      tides: note('withdrawn: A hoax.'),
      jars: note('sameAs: tides'),
    });
    expect(archive.papers).toEqual([]);
    expect(formerOf(archive)).toEqual(['jars → tides', 'tides → (A hoax.)']);
    expect(archive.formerPapers[1]?.appearances.map(({ line }) => line)).toEqual([1, 5]);
    expect(archive.problems).toEqual([]);
  });
});

describe('notes that lead in a circle', () => {
  const circle = 'note-circle The titles and “sameAs” of the notes lead in a circle.';

  test.each([
    ['of one', { gulls: note('sameAs: gulls') }],
    ['of two', { gulls: note('sameAs: tides'), tides: note('sameAs: gulls') }],
    ['of titles', { gulls: note('title: Tides'), tides: note('title: Gulls') }],
    ['of a title and an address', { gulls: note('title: Tides'), tides: note('sameAs: gulls') }],
    [
      'over an address that no digest has',
      { gulls: note('sameAs: jars'), jars: note('sameAs: gulls') },
    ],
  ])('are errors, each of them, and change nothing: a circle %s', (_, notes) => {
    const archive = noted(['Gulls', 'Tides'], notes);
    expect(archive.papers).toMatchObject([
      { id: 'gulls', title: 'Gulls', notes: [] },
      { id: 'tides', title: 'Tides', notes: [] },
    ]);
    expect(archive.formerPapers).toEqual([]);
    expect(faultsOf(archive)).toEqual(
      Object.keys(notes).map((name) => `notes/${name}.mdx ${circle}`),
    );
  });

  test('take those with them that lead into the circle', () => {
    const archive = noted(['Gulls'], {
      gulls: note('sameAs: jars'),
      jars: note('sameAs: tides'),
      tides: note('sameAs: jars'),
    });
    expect(idsOf(archive)).toEqual(['gulls']);
    expect(faultsOf(archive)).toEqual([
      `notes/gulls.mdx ${circle}`,
      `notes/jars.mdx ${circle}`,
      `notes/tides.mdx ${circle}`,
    ]);
  });
});

describe('a note with “withdrawn”', () => {
  test('takes the paper out of the papers and dates, and keeps its address', () => {
    const archive = archiveOf(
      { '2025-03-11.txt': digestOf('Gulls', 'Tides') },
      {},
      { gulls: note('withdrawn: A hoax.') + 'A text.' },
    );
    expect(idsOf(archive)).toEqual(['tides']);
    expect(archive.formerPapers).toEqual([
      {
        id: 'gulls',
        title: 'Gulls',
        withdrawn: 'A hoax.',
        appearances: [{ date: '2025-03-11', file: 'digests/2025-03-11.txt', line: 1, position: 0 }],
        notes: [{ id: 'gulls', hasText: true }],
      },
    ]);
    expect(archive.dates[0]?.listings.map(({ id }) => id)).toEqual(['tides']);
    expect(archive.dates[0]?.digests).toMatchObject([{ entries: 2 }]);
    expect(archive.problems).toEqual([]);
  });

  test('of a paper that was the only one of its date leaves the date', () => {
    const { dates } = archiveOf(
      { '2025-03-11.txt': digestOf('Gulls') },
      {},
      { gulls: note('withdrawn: A hoax.') },
    );
    expect(dates).toMatchObject([{ date: '2025-03-11', listings: [] }]);
  });

  test('may be about a paper that no digest has any more', () => {
    const archive = noted(['Tides'], {
      'gulls-and-tides': note('withdrawn: Its digest was lost.'),
    });
    expect(archive.formerPapers).toEqual([
      {
        id: 'gulls-and-tides',
        title: 'Gulls and tides',
        withdrawn: 'Its digest was lost.',
        appearances: [],
        notes: [{ id: 'gulls-and-tides', hasText: false }],
      },
    ]);
    expect(archive.problems).toEqual([]);
  });

  test('is not shown under the title of a paper that leads to it', () => {
    const archive = noted(['Jars'], {
      'tides-at-sea': note('withdrawn: A hoax.'),
      jars: note('sameAs: tides-at-sea'),
    });
    expect(archive.formerPapers).toMatchObject([
      { id: 'jars', title: 'Tides at sea', movedTo: 'tides-at-sea' },
      { id: 'tides-at-sea', title: 'Tides at sea', appearances: [{ line: 1 }] },
    ]);
    expect(archive.problems).toEqual([]);
  });

  test('shows the title it states, which moves nothing', () => {
    const archive = noted(['Gulls'], {
      gulls: note('withdrawn: A hoax.', 'title: On the Gull'),
      old: note('sameAs: gulls') + 'A text.',
    });
    expect(archive.papers).toEqual([]);
    expect(archive.formerPapers).toMatchObject([
      {
        id: 'gulls',
        title: 'On the Gull',
        withdrawn: 'A hoax.',
        notes: [
          { id: 'gulls', hasText: false },
          { id: 'old', hasText: true },
        ],
      },
      { id: 'old', title: 'On the Gull', movedTo: 'gulls', notes: [] },
    ]);
    expect(archive.problems).toEqual([]);
  });

  test('makes no warning of what its entries differ in', () => {
    const archive = archiveOf(
      { '2025-03-11.txt': digestOf('Gulls'), '2025-03-12.txt': blocks('Gulls', abstractOn('x')) },
      {},
      { gulls: note('withdrawn: A hoax.') },
    );
    expect(archive.problems).toEqual([]);
    expect(archive.formerPapers[0]?.appearances).toHaveLength(2);
  });
});

describe('a note on an address', () => {
  test('where no paper ever was is an error', () => {
    const archive = noted(['Tides'], { gulls: note('venue: A') });
    expect(idsOf(archive)).toEqual(['tides']);
    expect(archive.formerPapers).toEqual([]);
    expect(faultsOf(archive)).toEqual([
      'notes/gulls.mdx note-without-paper A note on a paper that no digest lists: gulls.',
    ]);
  });

  test('that other notes lead to is an error as long as no paper is there', () => {
    const archive = noted(['Tides'], { gulls: note('venue: A'), tides: note('sameAs: gulls') });
    expect(idsOf(archive)).toEqual(['tides']);
    expect(faultsOf(archive)).toEqual([
      'notes/gulls.mdx note-without-paper A note on a paper that no digest lists: gulls.',
      'notes/tides.mdx note-leads-nowhere The note leads to gulls, where there is nothing.',
    ]);
  });

  test('that a corrected title gives is a note on the paper', () => {
    const archive = noted(['Tydes'], { tides: note('venue: A'), tydes: note('title: Tides') });
    expect(archive.papers).toMatchObject([
      { id: 'tides', facts: { venue: 'A' }, notes: [{ id: 'tides' }, { id: 'tydes' }] },
    ]);
    expect(archive.problems).toEqual([]);
  });

  test('with a mistake changes nothing', () => {
    const archive = noted(['Gulls'], { gulls: note('withdrawn: x', 'titel: y') });
    expect(idsOf(archive)).toEqual(['gulls']);
    expect(codes(archive.problems)).toEqual(['note-invalid']);
  });
});

describe('facts and links of a paper', () => {
  test('come from its note', () => {
    const { papers } = noted(['Gulls'], {
      gulls:
        note('year: 2024', 'authors: [Ada Keeper]', 'links: ["https://example.org/a"]') + 'Text',
    });
    expect(papers).toMatchObject([
      {
        facts: { year: 2024, authors: ['Ada Keeper'] },
        links: [{ kind: 'project', url: 'https://example.org/a' }],
        notes: [{ id: 'gulls', hasText: true }],
      },
    ]);
  });

  test('of several notes are put together, its own first, each link once', () => {
    const { papers, problems } = archiveOf(
      {
        '2025-03-11.txt': blocks(
          'Gulls',
          `${abstractOn('gulls')} See https://example.org/b and https://example.org/c.`,
        ),
      },
      {},
      {
        a: note(
          'sameAs: gulls',
          'venue: A',
          'links: ["https://example.org/a", "https://example.org/b"]',
        ),
        gulls: note('year: 2024', 'links: [{kind: code, url: "https://example.org/b"}]'),
      },
    );
    expect(papers[0]?.facts).toEqual({ year: 2024, venue: 'A' });
    expect(papers[0]?.links).toEqual([
      { kind: 'code', url: 'https://example.org/b' },
      { kind: 'project', url: 'https://example.org/a' },
      { kind: 'project', url: 'https://example.org/c' },
    ]);
    expect(problems).toEqual([]);
  });

  test('that notes state alike are no problem; otherwise the first counts, and the other is told so', () => {
    const { papers, problems } = noted(['Gulls'], {
      a: note('sameAs: gulls', 'year: 2024', 'authors: [A, B]'),
      b: note('sameAs: gulls', 'year: 2025', 'authors: [A, B]'),
      c: note('sameAs: gulls', 'year: 2026', 'authors: [B, A]'),
      gulls: note('venue: Z'),
    });
    expect(papers[0]?.facts).toEqual({ venue: 'Z', year: 2024, authors: ['A', 'B'] });
    expect(faultsOf({ problems })).toEqual([
      'notes/b.mdx note-disagrees “year” is not the same as in notes/a.mdx, which counts.',
      'notes/c.mdx note-disagrees “authors” is not the same as in notes/a.mdx, which counts.',
      'notes/c.mdx note-disagrees “year” is not the same as in notes/a.mdx, which counts.',
    ]);
    expect(problems.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
  });
});

describe('notes on dates', () => {
  const dated = (notes: Readonly<Record<string, string>>): Archive =>
    archiveOf(
      { '2025-03-11.txt': digestOf('Gulls') },
      {},
      Object.fromEntries(
        Object.entries(notes).map(([date, text]) => [`dates/2025-03-${date}`, text]),
      ),
    );

  test('keep the address of a date that is gone', () => {
    const archive = dated({
      '13': note('withdrawn: It was a copy.'),
      '12': note('sameAs: 2025-03-11'),
    });
    expect(archive.formerDates).toEqual([
      { date: '2025-03-12', movedTo: '2025-03-11' },
      { date: '2025-03-13', withdrawn: 'It was a copy.' },
    ]);
    expect(archive.problems).toEqual([]);
  });

  test('lead over other dates that are gone, and to withdrawn ones', () => {
    const archive = dated({
      '12': note('sameAs: 2025-03-11'),
      '13': note('sameAs: 2025-03-12'),
      '14': note('sameAs: 2025-03-15'),
      '15': note('withdrawn: It was a copy.'),
    });
    expect(archive.formerDates).toEqual([
      { date: '2025-03-12', movedTo: '2025-03-11' },
      { date: '2025-03-13', movedTo: '2025-03-11' },
      { date: '2025-03-14', movedTo: '2025-03-15' },
      { date: '2025-03-15', withdrawn: 'It was a copy.' },
    ]);
    expect(archive.problems).toEqual([]);
  });

  test('that lead nowhere or in a circle are errors', () => {
    const archive = dated({
      '12': note('sameAs: 2025-03-20'),
      '13': note('sameAs: 2025-03-12'),
      '14': note('sameAs: 2025-03-14'),
      '15': note('sameAs: 2025-03-16'),
      '16': note('sameAs: 2025-03-15'),
      '17': note('sameAs: 2025-03-16'),
    });
    expect(archive.formerDates).toEqual([]);
    const circle = 'note-circle The titles and “sameAs” of the notes lead in a circle.';
    expect(faultsOf(archive)).toEqual([
      'notes/dates/2025-03-12.mdx note-leads-nowhere The note leads to 2025-03-20, where there is nothing.',
      'notes/dates/2025-03-13.mdx note-leads-nowhere The note leads to 2025-03-20, where there is nothing.',
      `notes/dates/2025-03-14.mdx ${circle}`,
      `notes/dates/2025-03-15.mdx ${circle}`,
      `notes/dates/2025-03-16.mdx ${circle}`,
      `notes/dates/2025-03-17.mdx ${circle}`,
    ]);
  });

  test.each(['withdrawn: It was a copy.', 'sameAs: 2025-03-11', 'sameAs: 2025-03-12'])(
    'are errors while there are digests of the date: %s',
    (yaml) => {
      const archive = dated({ '11': note(yaml) });
      expect(archive.formerDates).toEqual([]);
      expect(archive.dates).toHaveLength(1);
      expect(faultsOf(archive)).toEqual([
        'notes/dates/2025-03-11.mdx note-superfluous A note says where 2025-03-11 went, but there are digests of that date.',
      ]);
    },
  );

  test('that state nothing lead nowhere', () => {
    const { formerDates, problems } = applyDateNotes(new Set(), [
      { file: 'notes/dates/2025-03-11.mdx', date: day('2025-03-11') },
    ]);
    expect(formerDates).toEqual([]);
    expect(codes(problems)).toEqual(['note-circle']);
  });
});

describe('whatever notes there are', () => {
  const TITLES = ['Gulls', 'Tides', 'Jars', 'Shelves', 'C++', 'The Study of Everything'] as const;
  const idOf = (title: string): string => paperId(titleKey(title));
  const ids = TITLES.map(idOf);
  const title = fc.constantFrom(...TITLES);
  const digests = fc
    .array(fc.uniqueArray(title, { maxLength: 4 }), { maxLength: 3 })
    .map((all) =>
      Object.fromEntries(
        all.map((titles, index) => [
          `2025-03-1${String(index)}.txt`,
          blocks('Mar 1' + String(index), ...titles.flatMap((each) => [each, abstractOn('x')])),
        ]),
      ),
    );
  const statement = fc.oneof(
    title.map((each) => note(`title: "${each}"`)),
    fc.constantFrom(...ids).map((id) => note(`sameAs: ${id}`)),
    fc.constantFrom(note('withdrawn: It is gone.'), note('venue: A'), note('titel: x'), note()),
  );
  const notes = fc.dictionary(fc.constantFrom(...ids), statement, {
    maxKeys: 6,
    noNullPrototype: true,
  });
  const dateNotes = fc.dictionary(
    fc.constantFrom('dates/2025-03-10', 'dates/2025-03-11', 'dates/2025-03-20', 'dates/2025-03-21'),
    fc.oneof(
      fc
        .constantFrom('2025-03-10', '2025-03-11', '2025-03-20', '2025-03-21')
        .map((date) => note(`sameAs: ${date}`)),
      fc.constant(note('withdrawn: It is gone.')),
    ),
    { noNullPrototype: true },
  );

  const archives = fc.record({ digests, notes });

  test('every address of a paper answers, for one thing', () => {
    fc.assert(
      fc.property(archives, (one) => {
        const archive = archiveOf(one.digests, {}, one.notes);
        const answering = [...archive.papers, ...archive.formerPapers].map(({ id }) => id);
        expect(new Set(answering).size).toBe(answering.length);
        const plain = archiveOf(one.digests);
        for (const { id } of plain.papers) expect(answering).toContain(id);
        expect(permalinks(archive)).toEqual(expect.arrayContaining([...permalinks(plain)]));
      }),
    );
  });

  test('a former paper leads to a paper or to a withdrawn one, never to one that has moved', () => {
    fc.assert(
      fc.property(archives, (one) => {
        const { papers, formerPapers } = archiveOf(one.digests, {}, one.notes);
        const ends = new Set([
          ...papers.map(({ id }) => id),
          ...formerPapers.flatMap(({ id, withdrawn }) => (withdrawn === undefined ? [] : [id])),
        ]);
        for (const { id, movedTo, withdrawn } of formerPapers) {
          expect(movedTo === undefined).toBe(withdrawn !== undefined);
          if (movedTo !== undefined) expect(ends.has(movedTo)).toBe(true);
          expect(movedTo).not.toBe(id);
        }
      }),
    );
  });

  test('every entry is on a paper or on a withdrawn one, and no paper is without one', () => {
    fc.assert(
      fc.property(archives, (one) => {
        const { papers, formerPapers, digests: read } = archiveOf(one.digests, {}, one.notes);
        const places = [...papers, ...formerPapers].flatMap(({ appearances }) =>
          appearances.map(({ file, line }) => `${file}:${String(line)}`),
        );
        expect(new Set(places).size).toBe(places.length);
        expect(places).toHaveLength(read.reduce((sum, { tally }) => sum + tally.titles, 0));
        for (const paper of papers) {
          expect(paper.appearances).not.toEqual([]);
          expect(paper.title).not.toBe('');
        }
      }),
    );
  });

  test('every note is on a paper, on a former one, or reported', () => {
    fc.assert(
      fc.property(archives, (one) => {
        const archive = archiveOf(one.digests, {}, one.notes);
        const used = new Set<string>(
          [...archive.papers, ...archive.formerPapers].flatMap((paper) =>
            paper.notes.map(({ id }) => id),
          ),
        );
        const reported = new Set(archive.problems.map(({ file }) => file));
        for (const id of Object.keys(one.notes))
          expect(used.has(id)).not.toBe(reported.has(`notes/${id}.mdx`));
      }),
    );
  });

  test('the order of notes and digests does not matter', () => {
    const turned = <T>(files: Readonly<Record<string, T>>): Record<string, T> =>
      Object.fromEntries(Object.entries(files).toReversed());
    fc.assert(
      fc.property(archives, (one) => {
        expect(archiveOf(turned(one.digests), {}, turned(one.notes))).toEqual(
          archiveOf(one.digests, {}, one.notes),
        );
      }),
    );
  });

  test('notes with errors change nothing: without them, the archive is the same', () => {
    fc.assert(
      fc.property(archives, (one) => {
        const archive = archiveOf(one.digests, {}, one.notes);
        const faulty = new Set(archive.problems.map(({ file }) => file));
        const sound = Object.fromEntries(
          Object.entries(one.notes).filter(([id]) => !faulty.has(`notes/${id}.mdx`)),
        );
        const again = archiveOf(one.digests, {}, sound);
        expect(again.problems.filter(({ file }) => file.startsWith('notes/'))).toEqual([]);
        expect(again.papers).toEqual(archive.papers);
        expect(again.formerPapers).toEqual(archive.formerPapers);
      }),
    );
  });

  test('a former date leads to a date or to a withdrawn one, and is no date itself', () => {
    fc.assert(
      fc.property(digests, dateNotes, (files, ofDates) => {
        const { dates, formerDates, problems } = archiveOf(files, {}, ofDates);
        const known = new Set(dates.map(({ date }) => date));
        const withdrawn = new Set(
          formerDates.flatMap((former) => (former.withdrawn === undefined ? [] : [former.date])),
        );
        for (const { date, movedTo } of formerDates) {
          expect(known.has(date)).toBe(false);
          if (movedTo !== undefined)
            expect(known.has(movedTo) || withdrawn.has(movedTo)).toBe(true);
        }
        const faulty = problems.filter(({ file }) => file.startsWith('notes/'));
        expect(faulty.length + formerDates.length).toBe(Object.keys(ofDates).length);
      }),
    );
  });
});
