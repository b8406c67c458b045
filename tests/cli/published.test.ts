import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { checkPublished } from '../../src/cli/published.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { archiveOf, digestOf } from '../helpers.ts';
import { folderOf } from './command.ts';

const ARCHIVE = archiveOf({ '2025-03-11.txt': digestOf('Jars on shelves', 'Gulls') });

/** What becomes of a list in a content folder with these files. */
async function check(
  list: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Awaited<ReturnType<typeof checkPublished>>> {
  const folder = await folderOf({ 'permalinks.txt': list, ...files });
  return checkPublished(join(folder, 'permalinks.txt'), ARCHIVE, folder);
}

describe('checkPublished', () => {
  test('finds nothing where every address answers', async () => {
    expect(await check('/\n/papers/gulls/\n/dates/2025-03-11/\n')).toEqual([]);
  });

  test('finds each address that would not, at its line', async () => {
    const found = await check('/papers/gulls/\r\n\r\n /papers/glass/ \n/dates/2025-03-10/');
    expect(found.map(({ problem }) => problem)).toMatchObject([
      {
        code: 'address-vanished',
        severity: 'error',
        file: 'permalinks.txt',
        line: 3,
        column: 1,
        message: '/papers/glass/ was published and would no longer answer.',
      },
      {
        file: 'permalinks.txt',
        line: 4,
        message: expect.stringContaining('/dates/2025-03-10/') as unknown,
      },
    ]);
  });

  test('names an address once that is listed twice', async () => {
    expect(await check('/papers/glass/\n/papers/glass/\n')).toHaveLength(1);
  });

  test('knows a note that keeps the address of a paper or a date', async () => {
    const found = await check('/papers/glass/\n/papers/guls/\n/dates/2025-03-10/\n');
    const gone =
      "---\nwithdrawn: 'No longer in the archive: the digests that listed it were removed or corrected.'\n---\n";
    expect(found.map(({ note }) => note)).toEqual([
      { file: 'notes/glass.mdx', text: gone },
      { file: 'notes/guls.mdx', text: '---\nsameAs: gulls\n---\n' },
      { file: 'notes/dates/2025-03-10.mdx', text: gone },
    ]);
  });

  test.each([
    '/feed/',
    '/papers/',
    '/papers/Glass/',
    '/papers/../',
    '/papers/glass/more/',
    '/papers/con/',
    '/dates/2025-02-30/',
    '/dates/glass/',
    '/topics/glass/',
    '/papers/glass',
  ])('knows no note for %s', async (address) => {
    const found = await check(`${address}\n/papers/glass/\n`);
    const isThere = address === '/papers/';
    expect(found.map(({ note }) => note?.file)).toEqual(
      isThere ? ['notes/glass.mdx'] : [undefined, 'notes/glass.mdx'],
    );
  });

  test('knows no note where there is one already', async () => {
    const files = { 'notes/glass.mdx': '---\nsameAs: nothing-such\n---\n' };
    expect((await check('/papers/glass/\n', files)).map(({ note }) => note)).toEqual([undefined]);
  });

  test.each([
    ['HTML', '<!doctype html>\n<title>Not found</title>\n'],
    ['a line of text', '/papers/gulls/\nNot found\n'],
    ['a whole address', 'https://example.org/papers/gulls/\n'],
    ['a query', '/search/?q=gulls\n'],
    ['nothing', ''],
    ['blank lines', '\n \r\n'],
  ])('refuses %s', async (_, list) => {
    const error = await check(list).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toContain('permalinks.txt is no list of addresses: each line');
  });

  test('takes a list with a byte order mark', async () => {
    expect(await check('\ufeff/papers/gulls/\n')).toEqual([]);
  });

  test('refuses a list that is not there', async () => {
    const checking = checkPublished('nothing-such.txt', ARCHIVE, '.');
    await expect(checking).rejects.toThrow(new UsageError('There is no file nothing-such.txt.'));
  });
});
