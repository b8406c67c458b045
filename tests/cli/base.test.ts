import { describe, expect, test } from 'vitest';

import { changedFiles, checkBase } from '../../src/cli/base.ts';
import { defaultSettings } from '../../src/archive/settings.ts';
import type { RawArchive } from '../../src/archive/compile.ts';
import { problem } from '../../src/digest/problems.ts';
import { archiveOf, digestOf, raw } from '../helpers.ts';

type Files = Readonly<Record<string, string>>;

describe('checkBase', () => {
  const lost = (before: Files, after: Files, notesBefore: Files = {}, notes: Files = {}): unknown =>
    checkBase(archiveOf(before, {}, notesBefore), archiveOf(after, {}, notes)).map(
      ({ code, severity, file, line, column, message }) =>
        `${file}:${String(line)}:${String(column)} ${severity} ${code} ${message}`,
    );
  const BEFORE = {
    '2025-03-11.txt': digestOf('Jars', 'Gulls'),
    '2025-03-12.txt': digestOf('Jars'),
  };

  test('finds nothing where every address stays', () => {
    expect(lost(BEFORE, BEFORE)).toEqual([]);
    expect(lost(BEFORE, { ...BEFORE, '2025-03-13.txt': digestOf('Tides') })).toEqual([]);
    expect(lost({}, {})).toEqual([]);
  });

  test('finds a date and the papers that only it had, at the digest they came from', () => {
    expect(lost(BEFORE, { '2025-03-12.txt': digestOf('Jars') })).toEqual([
      'digests/2025-03-11.txt:1:1 error address-vanished /dates/2025-03-11/ was published and would no longer answer.',
      'digests/2025-03-11.txt:5:1 error address-vanished /papers/gulls/ was published and would no longer answer.',
    ]);
  });

  test('is content with a note that says where they went', () => {
    const notes = {
      gulls: '---\nsameAs: jars\n---\n',
      'dates/2025-03-11': '---\nsameAs: 2025-03-12\n---\n',
    };
    expect(lost(BEFORE, { '2025-03-12.txt': digestOf('Jars') }, {}, notes)).toEqual([]);
  });

  test('finds what a deleted note kept, at the note', () => {
    const notes = {
      'old-jars': '---\nsameAs: jars\n---\n',
      'dates/2025-03-10': "---\nwithdrawn: 'Empty.'\n---\n",
    };
    expect(lost(BEFORE, BEFORE, notes)).toEqual([
      'notes/dates/2025-03-10.mdx:1:1 error address-vanished /dates/2025-03-10/ was published and would no longer answer.',
      'notes/old-jars.mdx:1:1 error address-vanished /papers/old-jars/ was published and would no longer answer.',
    ]);
  });
});

describe('changedFiles', () => {
  const folder = (
    digests: Files,
    notes: Files = {},
    unread: readonly string[] = [],
  ): RawArchive => ({
    digests: Object.entries(digests).map(([file, text]) => raw(text, file)),
    notes: Object.entries(notes).map(([file, text]) => raw(text, file)),
    settings: defaultSettings,
    problems: unread.map((file) =>
      problem('not-a-digest', { file, line: 1, column: 1 }, { what: 'It' }),
    ),
  });
  const ALWAYS = ['about.mdx', 'archive.yaml'];
  const changed = (before: RawArchive, after: RawArchive): readonly string[] =>
    [...changedFiles(before, after)].sort();

  test('are the new, the deleted and the changed ones', () => {
    const before = folder({ a: '1', b: '2', c: '3' }, { n: '1', m: '2' });
    const after = folder({ a: '1', b: '2!', d: '3' }, { n: '1', m: '3' });
    expect(changed(before, after)).toEqual([...ALWAYS, 'b', 'c', 'd', 'm']);
  });

  test('are also those that cannot be read', () => {
    expect(changed(folder({}), folder({}, {}, ['digests/a.doc']))).toEqual([
      ...ALWAYS,
      'digests/a.doc',
    ]);
  });

  test('are no file that was read and is the same', () => {
    const same = folder({ a: '1' }, {}, ['a']);
    expect(changed(same, same)).toEqual(ALWAYS);
  });
});
