import { expect, test } from 'vitest';

import { revocable } from '../../../../src/reader/list/page/revocable.ts';
import type { SavedPaper } from '../../../../src/reader/list/saved-paper.ts';
import { readingList, type ReadingList } from '../../../../src/reader/list/store.ts';
import { fakeStorage } from '../fake-storage.ts';
import { at, saved } from '../papers.ts';

const gulls = saved('gulls');
const jars = saved('jars');

function listOf(...papers: readonly SavedPaper[]): ReadingList {
  const storage = fakeStorage();
  const list = readingList('/', () => storage);
  list.put(...papers);
  return list;
}

test('what was put is taken back, and what was there before is there again', () => {
  const list = listOf(gulls);
  const change = revocable(list);
  change.put([{ ...gulls, note: 'by the sea' }]);
  change.put([jars]);
  expect(change.revoke()).toBe(0);
  expect(list.contents().papers).toEqual([gulls]);
});

test('what the reader has changed since stays, and is counted', () => {
  const list = listOf();
  const change = revocable(list);
  change.put([gulls, jars, saved('tides')]);
  list.put({ ...gulls, note: 'by the sea' }, { ...jars, read: at(2) });
  expect(change.revoke()).toBe(2);
  expect(list.contents().papers.map(({ id }) => id)).toEqual(['gulls', 'jars']);
  expect(list.get('gulls')?.note).toBe('by the sea');
});

test('a title that was filled in is no change of the reader', () => {
  const list = listOf();
  const change = revocable(list);
  change.put([saved('gulls', { title: 'gulls' })]);
  list.put({ ...gulls, facts: { year: 2024 } });
  expect(change.revoke()).toBe(0);
  expect(list.get('gulls')).toBeUndefined();
});

test('says how many papers the storage did not take', () => {
  const list = readingList('/', () => fakeStorage({}, 10));
  expect(revocable(list).put([gulls, jars])).toBe(2);
});
