import { describe, expect, test } from 'vitest';

import { toggleRead, toggleSaved } from '../../../src/reader/list/changes.ts';
import { readingList, type ReadingList } from '../../../src/reader/list/store.ts';
import { closedStorage, fakeStorage } from './fake-storage.ts';
import { at, saved } from './papers.ts';

const FULL = fakeStorage({}, 10);
const gulls = saved('gulls');
const jars = saved('jars');

function ids(list: ReadingList): readonly string[] {
  return list.contents().papers.map(({ id }) => id);
}

function emptyList(): ReadingList {
  const storage = fakeStorage();
  return readingList('/', () => storage);
}

describe('a reading list', () => {
  test('holds what another page of the same archive put on it', () => {
    const storage = fakeStorage();
    readingList('/', () => storage).put(gulls);
    expect(readingList('/', () => storage).get('gulls')).toEqual(gulls);
  });

  test('is another one for another archive on the host', () => {
    const storage = fakeStorage();
    readingList('/', () => storage).put(gulls);
    readingList('/archive/', () => storage).put(jars);
    expect(ids(readingList('/', () => storage))).toEqual(['gulls']);
    expect(ids(readingList('/archive/', () => storage))).toEqual(['jars']);
  });

  test('leaves entries that are not its own alone', () => {
    const storage = fakeStorage({ 'offprint-theme': 'dark' });
    const list = readingList('/', () => storage);
    expect(list.contents()).toEqual({ papers: [], unreadable: [] });
  });

  test('tells its listeners of changes, here and in other tabs of this archive', () => {
    const list = emptyList();
    let changes = 0;
    list.onChange(() => (changes += 1));
    list.changedElsewhere('offprint-theme');
    expect(changes).toBe(0);
    list.changedElsewhere('offprint-list:/:gulls');
    list.changedElsewhere(null);
    expect(changes).toBe(2);
    list.changedElsewhere('offprint-list:/:gulls', 'offprint-list:/:jars');
    expect(changes).toBe(3);
  });
});

describe('an entry that cannot be read', () => {
  const damaged = { 'offprint-list:/:gulls': '{"title":' };

  test('is reported and stays as it is, and costs no other paper', () => {
    const storage = fakeStorage(damaged);
    const list = readingList('/', () => storage);
    list.put(jars);
    expect(list.contents()).toEqual({
      papers: [jars],
      unreadable: [{ key: 'offprint-list:/:gulls', text: '{"title":' }],
    });
    expect(storage.getItem('offprint-list:/:gulls')).toBe('{"title":');
  });

  test('moves aside when its paper is saved anew', () => {
    const storage = fakeStorage(damaged);
    const list = readingList('/', () => storage);
    list.put(gulls);
    expect(list.contents()).toEqual({
      papers: [gulls],
      unreadable: [{ key: 'offprint-list:/:unreadable:gulls', text: '{"title":' }],
    });
  });
});

describe('an entry that could not be read', () => {
  const key = 'offprint-list:/:gulls';

  test('is never written over by a later one', () => {
    const storage = fakeStorage({ [key]: 'first' });
    readingList('/', () => storage).put(gulls);
    storage.setItem(key, 'second');
    readingList('/', () => storage).put(gulls);
    expect(storage.getItem(`offprint-list:/:unreadable:gulls`)).toBe('first');
    expect(storage.getItem(`offprint-list:/:unreadable:gulls:2`)).toBe('second');
  });

  test('stays where it is when there is no room to move it', () => {
    const storage = fakeStorage({ [key]: 'a note that is long' }, 10);
    const list = readingList('/', () => storage);
    list.put(gulls);
    list.put({ ...gulls, note: 'by the sea' });
    expect(storage.getItem(key)).toBe('a note that is long');
    expect(list.get('gulls')?.note).toBe('by the sea');
    list.remove('gulls');
    expect(storage.getItem(key)).toBe('a note that is long');
  });
});

describe.each([
  ['full', () => FULL],
  ['closed', closedStorage],
] as const)('where storage is %s', (trouble, storage) => {
  test('the list works for this visit, and says why', () => {
    const list = readingList('/', storage);
    expect(list.put(gulls, jars)).toBe(2);
    list.remove('jars');
    expect(ids(list)).toEqual(['gulls']);
    expect(list.trouble()).toBe(trouble);
  });
});

describe('a paper', () => {
  test('that is taken off and saved again comes back with its note', () => {
    const list = emptyList();
    list.put({ ...gulls, note: 'by the sea' });
    toggleSaved(list, gulls, at(5));
    expect(list.get('gulls')).toBeUndefined();
    toggleSaved(list, gulls, at(6));
    expect(list.get('gulls')).toEqual({ ...gulls, note: 'by the sea' });
  });

  test('that is marked as read is saved, and stays so when it is unread again', () => {
    const list = emptyList();
    toggleRead(list, gulls, at(5));
    expect(list.get('gulls')).toEqual({
      ...gulls,
      saved: at(5),
      read: at(5),
      changed: { read: at(5) },
    });
    toggleRead(list, gulls, at(6));
    expect(list.get('gulls')).toEqual({ ...gulls, saved: at(5), changed: { read: at(6) } });
  });
});
