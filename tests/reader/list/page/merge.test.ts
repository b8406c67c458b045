import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { mergedPaper } from '../../../../src/reader/list/page/merge.ts';
import { propertySeed } from '../../../property-seed.ts';
import { anySaved, at, saved } from '../papers.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 500 });

describe('merging two papers', () => {
  test.each([
    [
      'keeps the newer title and time of saving',
      { title: 'Old', saved: at(1) },
      { title: 'New', saved: at(2) },
      { title: 'New', saved: at(2) },
    ],
    [
      'keeps a title rather than none',
      { title: 'Old', saved: at(1) },
      { title: 'gulls', saved: at(2) },
      { title: 'Old', saved: at(2) },
    ],
    [
      'leaves unread what was marked so last',
      { read: at(1), changed: { read: at(1) } },
      { changed: { read: at(2) } },
      { changed: { read: at(2) } },
    ],
    [
      'keeps both of two notes, the newer first',
      { note: 'old', changed: { note: at(1) } },
      { note: 'new', changed: { note: at(2) } },
      { note: 'new\n\nold', changed: { note: at(2) } },
    ],
    [
      'keeps one of two notes that differ in line ends alone',
      { note: 'by\n\nthe sea' },
      { note: 'by the sea' },
      { note: 'by\n\nthe sea' },
    ],
    [
      'keeps a note that was emptied elsewhere',
      { note: 'old', changed: { note: at(1) } },
      { changed: { note: at(2) } },
      { note: 'old', changed: { note: at(2) } },
    ],
  ])('%s', (_, one, other, merged) => {
    expect(mergedPaper(saved('gulls', one), saved('gulls', other))).toEqual(saved('gulls', merged));
  });

  test('changes nothing when what is merged in is there already', () => {
    fc.assert(
      fc.property(anySaved('gulls'), anySaved('gulls'), (one, other) => {
        const merged = mergedPaper(one, other);
        expect(mergedPaper(merged, other)).toEqual(merged);
        expect(mergedPaper(merged, one)).toEqual(merged);
        expect(mergedPaper(merged, merged)).toEqual(merged);
      }),
    );
  });

  test('never loses a word of a note', () => {
    fc.assert(
      fc.property(anySaved('gulls'), anySaved('gulls'), (one, other) => {
        const { note = '' } = mergedPaper(one, other);
        expect(note).toContain(one.note ?? '');
        expect(note).toContain(other.note ?? '');
      }),
    );
  });
});
