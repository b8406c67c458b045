import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { freeName, writeContent } from '../../src/cli/content-writer.ts';
import { filesIn, folderOf } from './command.ts';

describe('writeContent', () => {
  test('writes a new file, and the folder it is in', async () => {
    const folder = await folderOf({});
    await writeContent(folder, { file: 'notes/dates/a.mdx', text: 'jars\n' });
    expect(await filesIn(folder)).toEqual({ 'notes/dates/a.mdx': 'jars\n' });
  });

  test('puts a text in the place of an old one', async () => {
    const folder = await folderOf({ 'digests/a.txt': 'old, and longer\n' });
    await writeContent(folder, { file: 'digests/a.txt', text: 'new\n', replaces: 'digests/a.txt' });
    expect(await filesIn(folder)).toEqual({ 'digests/a.txt': 'new\n' });
  });

  test('puts a file in the place of one with another name', async () => {
    const folder = await folderOf({ 'digests/a.txt': 'old\n' });
    await writeContent(folder, { file: 'digests/b.txt', text: 'new\n', replaces: 'digests/a.txt' });
    expect(await filesIn(folder)).toEqual({ 'digests/b.txt': 'new\n' });
  });

  test.each([undefined, 'digests/b.txt'])(
    'writes over no file that it does not replace: %j',
    async (replaces) => {
      const files = { 'digests/a.txt': 'old\n', 'digests/b.txt': 'other\n' };
      const folder = await folderOf(files);
      const writing = { file: 'digests/a.txt', text: 'new\n', ...(replaces && { replaces }) };
      await expect(writeContent(folder, writing)).rejects.toThrow('EEXIST');
      expect(await filesIn(folder)).toEqual(files);
    },
  );

  test('leaves nothing behind when it fails', async () => {
    const folder = await folderOf({ 'digests/a.txt': 'old\n' });
    await mkdir(join(folder, 'digests/b.txt'));
    const writing = { file: 'digests/b.txt', text: 'new\n', replaces: 'digests/b.txt' };
    await expect(writeContent(folder, writing)).rejects.toThrow();
    expect(await filesIn(folder)).toEqual({ 'digests/a.txt': 'old\n' });
  });
});

describe('freeName', () => {
  test.each([
    [[], 'digests/a.txt'],
    [['digests/b.txt', 'digests/a-2.txt'], 'digests/a.txt'],
    [['digests/a.txt'], 'digests/a-2.txt'],
    [['digests/a.txt', 'digests/a-2.txt', 'digests/a-4.txt'], 'digests/a-3.txt'],
  ])('where %j are taken is %s', (taken, free) => {
    expect(freeName('digests/a.txt', new Set(taken))).toBe(free);
  });
});
