import { expect, test } from 'vitest';

import { writeNote } from '../../../../src/reader/list/page/notes.ts';
import type { SavedPaper } from '../../../../src/reader/list/saved-paper.ts';
import { readingList, type ReadingList } from '../../../../src/reader/list/store.ts';
import { fakeStorage } from '../fake-storage.ts';
import { at, saved } from '../papers.ts';

const gulls = saved('gulls');

function listOf(...papers: readonly SavedPaper[]): ReadingList {
  const storage = fakeStorage();
  const list = readingList('/', () => storage);
  list.put(...papers);
  return list;
}

test('a note is written without the space around it, and an empty one is none', () => {
  const list = listOf(gulls);
  const written = writeNote(list, gulls, { text: ' by the sea\n', from: '' }, at(2));
  expect(written).toEqual({ note: 'by the sea', isMerged: false });
  expect(list.get('gulls')).toEqual({ ...gulls, note: 'by the sea', changed: { note: at(2) } });
  writeNote(list, gulls, { text: ' ', from: 'by the sea' }, at(3));
  expect(list.get('gulls')).toEqual({ ...gulls, changed: { note: at(3) } });
});

test('of two notes written at the same time both stay', () => {
  const list = listOf({ ...gulls, note: 'at night', changed: { note: at(2) } });
  const written = writeNote(list, gulls, { text: 'by the sea', from: '' }, at(3));
  expect(written).toEqual({ note: 'by the sea\n\nat night', isMerged: true });
  expect(list.get('gulls')?.note).toBe('by the sea\n\nat night');
});

test('the same note written twice is one', () => {
  const list = listOf({ ...gulls, note: 'by the sea' });
  const written = writeNote(list, gulls, { text: 'by the sea', from: '' }, at(3));
  expect(written).toEqual({ note: 'by the sea', isMerged: false });
});

test('a note on a paper that was taken off puts it back, with what was noted until then', () => {
  const noted = { ...gulls, note: 'at night' };
  const elsewhere = listOf();
  writeNote(elsewhere, noted, { text: 'at night, by the sea', from: 'at night' }, at(2));
  expect(elsewhere.get('gulls')?.note).toBe('at night, by the sea');
  const list = listOf({ ...noted, note: 'in jars' });
  list.remove('gulls');
  writeNote(list, noted, { text: 'by the sea', from: 'at night' }, at(2));
  expect(list.get('gulls')?.note).toBe('by the sea\n\nin jars');
});
