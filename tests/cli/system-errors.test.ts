import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { systemMessage } from '../../src/cli/system-errors.ts';

/** An error as Node makes them. */
function systemError(code: string, details: Readonly<Record<string, string>>): Error {
  return Object.assign(new Error(`${code}: in the words of Node`), { code, ...details });
}

describe('systemMessage', () => {
  test.each([
    ['ENOSPC', '/site/a: The disk is full. Make room on it, then try again. [ENOSPC]'],
    ['EDQUOT', '/site/a: Your share of the disk is used up. Make room on it'],
    ['EFBIG', '/site/a: A file is larger than this system lets it be. Raise the limit'],
    ['EACCES', '/site/a: This account may not write here. Change the permissions'],
    ['EPERM', '/site/a: This account may not write here. Change the permissions'],
    ['EROFS', '/site/a: The file system is read-only. Mount it for writing'],
    ['EBUSY', '/site/a: The folder is in use or a mount point'],
    ['ENAMETOOLONG', '/site/a: The name is too long for the file system. Choose a shorter one.'],
  ])('says of %s where it was, what it means and what to do', (code, expected) => {
    const error = systemError(code, { syscall: 'open', path: '/site/a' });
    expect(systemMessage(error)).toContain(expected);
  });

  test('says it of an error that Node throws', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
    const file = join(folder, 'file');
    await writeFile(file, '');
    const error: unknown = await writeFile(join(file, 'below'), '').catch(
      (thrown: unknown) => thrown,
    );
    expect(systemMessage(error)).toMatch(
      /file\/below: A part of this path is a file and no folder\./,
    );
    await rm(folder, { recursive: true });
  });

  test('names what a copy writes, and what a renaming moves', () => {
    const paths = { path: '/from', dest: '/to' };
    const copy = systemError('ENOSPC', { syscall: 'copyfile', ...paths });
    expect(systemMessage(copy)).toMatch(/^\/to: /);
    const renaming = systemError('EBUSY', { syscall: 'rename', ...paths });
    expect(systemMessage(renaming)).toMatch(/^\/from: /);
  });

  test('finds it in the errors that it was wrapped in', () => {
    const cause = systemError('ENOSPC', { syscall: 'write' });
    expect(systemMessage(new Error('Could not save.', { cause }))).toMatch(/^The disk is full\./);
  });

  test('reads it in the words of tools that are written in Rust', () => {
    const error = new Error('Failed to write file a.mjs\n\nNo space left (os error 28)\n');
    expect(systemMessage(error)).toMatch(/^The disk is full\./);
  });

  test('leaves all other errors alone', async () => {
    const refused = await new Promise((settle) => connect(1, '127.0.0.1').on('error', settle));
    const port = systemError('EACCES', { syscall: 'listen' });
    const errors = [new Error('ENOSPC'), 'ENOSPC', undefined, refused, port];
    expect(errors.map(systemMessage)).toEqual(errors.map(() => undefined));
  });
});
