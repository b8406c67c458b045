import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type ArchiveChanges, compareArchives } from '../../src/archive/changes.ts';
import { abstractOn, archiveOf, blocks, digestOf } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 100 });

const FIRST = '2025-03-11.txt';
const SECOND = '2025-03-12.txt';

type Files = Readonly<Record<string, string>>;

/** What changes from some files to others, papers by their titles. */
function changes(before: Files, after: Files): Record<keyof ArchiveChanges, readonly string[]> {
  const { newDates, newPapers, repeated, rewritten, retired, gone } = compareArchives(
    archiveOf(before),
    archiveOf(after),
  );
  const titles = (papers: ArchiveChanges['newPapers']): readonly string[] =>
    papers.map(({ title }) => title);
  return {
    newDates,
    newPapers: titles(newPapers),
    repeated: titles(repeated),
    rewritten: titles(rewritten),
    retired: retired.map(({ id }) => id),
    gone: titles(gone),
  };
}

const NOTHING = { newDates: [], newPapers: [], repeated: [], rewritten: [], retired: [], gone: [] };

describe('compareArchives', () => {
  test('finds a new date and its new papers, in order', () => {
    const before = { [FIRST]: digestOf('Jars') };
    const after = { ...before, [SECOND]: digestOf('Tides', 'Gulls') };
    expect(changes(before, after)).toEqual({
      ...NOTHING,
      newDates: ['2025-03-12'],
      newPapers: ['Gulls', 'Tides'],
    });
  });

  test('finds a new paper on a date that was there', () => {
    const before = { [FIRST]: digestOf('Jars') };
    expect(changes(before, { ...before, '2025-03-11-2.txt': digestOf('Gulls') })).toEqual({
      ...NOTHING,
      newPapers: ['Gulls'],
    });
  });

  test('finds a paper that is listed once more, and is not new', () => {
    const before = { [FIRST]: digestOf('Jars', 'Gulls') };
    expect(changes(before, { ...before, [SECOND]: digestOf('Jars') })).toEqual({
      ...NOTHING,
      newDates: ['2025-03-12'],
      repeated: ['Jars'],
    });
  });

  test('finds an abstract that changed', () => {
    expect(
      changes({ [FIRST]: digestOf('Jars') }, { [FIRST]: blocks('Jars', abstractOn('glass')) }),
    ).toEqual({ ...NOTHING, rewritten: ['Jars'] });
  });

  test('finds another abstract beside the old one', () => {
    const before = { [FIRST]: digestOf('Jars') };
    const after = { ...before, [SECOND]: blocks('Jars', abstractOn('glass')) };
    expect(changes(before, after)).toEqual({
      ...NOTHING,
      newDates: ['2025-03-12'],
      repeated: ['Jars'],
      rewritten: ['Jars'],
    });
  });

  test('finds an abstract that was cut in two', () => {
    const [one, two] = [abstractOn('jars'), abstractOn('shelves')];
    for (const whole of [`${one} ${two}`, one + two])
      expect(
        changes({ [FIRST]: blocks('Jars', whole) }, { [FIRST]: blocks('Jars', one, two) }),
      ).toEqual({ ...NOTHING, rewritten: ['Jars'] });
  });

  test('gives papers as they are afterwards', () => {
    const before = archiveOf({ [FIRST]: digestOf('Jars') });
    const after = archiveOf({ [FIRST]: digestOf('Jars'), [SECOND]: digestOf('JARS.', 'Jars!') });
    expect(compareArchives(before, after).repeated).toEqual(after.papers);
  });

  test('does not count what is listed less often, or gone', () => {
    const before = { [FIRST]: digestOf('Jars', 'Gulls'), [SECOND]: digestOf('Jars') };
    expect(changes(before, { [FIRST]: digestOf('Jars') })).toEqual({ ...NOTHING, gone: ['Gulls'] });
    expect(changes(before, {})).toEqual({ ...NOTHING, gone: ['Gulls', 'Jars'] });
  });

  test('does not count another order of papers or another file name', () => {
    expect(
      changes(
        { [FIRST]: digestOf('Jars', 'Gulls') },
        { '2025-03-11-a.txt': digestOf('Gulls', 'Jars') },
      ),
    ).toEqual(NOTHING);
  });

  test('of an archive with itself finds nothing', () => {
    const name = fc.constantFrom(FIRST, SECOND, '2025-03-11-2.txt', 'no-date.txt');
    const text = fc
      .array(fc.constantFrom('Jars', 'Gulls', 'Tides', '...'), { maxLength: 4 })
      .map((titles) => digestOf(...titles));
    fc.assert(
      fc.property(fc.dictionary(name, text), (files) => {
        expect(changes(files, files)).toEqual(NOTHING);
      }),
    );
  });
});

describe('papers that have no page of their own any more', () => {
  const before = { [FIRST]: digestOf('Jars', 'Gulls') };
  const changed = (
    files: Files,
    notes: Readonly<Record<string, string>>,
  ): readonly (readonly string[])[] => {
    const { newPapers, retired, gone } = compareArchives(
      archiveOf(before),
      archiveOf(files, {}, notes),
    );
    return [newPapers, retired, gone].map((papers) => papers.map(({ id }) => id));
  };

  test('are gone where nothing answers', () => {
    expect(changed({ [FIRST]: digestOf('Gulls') }, {})).toEqual([[], [], ['jars']]);
  });

  test('are retired where a note withdraws them', () => {
    const notes = { jars: '---\nwithdrawn: Asked for.\n---\n' };
    expect(changed(before, notes)).toEqual([[], ['jars'], []]);
  });

  test('are retired where a note corrects the title, and what they become is not new', () => {
    const notes = { jars: '---\ntitle: Jugs\n---\n' };
    expect(changed(before, notes)).toEqual([[], ['jars'], []]);
  });
});
