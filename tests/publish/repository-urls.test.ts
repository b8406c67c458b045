import { describe, expect, test } from 'vitest';

import { repositoryUrls, type RepositoryUrls } from '../../src/publish/repository-urls.ts';

function urlsOf(address: string, branch = 'main', folder = 'content'): RepositoryUrls {
  const urls = repositoryUrls({ address, branch, folder });
  if (urls === undefined) throw new Error(`No repository: ${address}`);
  return urls;
}

const FILE = 'digests/2025-03-11.txt';

describe('the pages of a repository', () => {
  test.each([
    [
      'https://github.com/keeper/gulls.git',
      'https://github.com/keeper/gulls/blob/main/content/digests/2025-03-11.txt#L5',
      'https://github.com/keeper/gulls/edit/main/content/digests/2025-03-11.txt',
      'https://github.com/keeper/gulls/new/main/content/notes?filename=a.mdx',
      'https://github.com/keeper/gulls/issues/new?title=A%20b&body=c%0Ad',
    ],
    [
      'https://gitlab.com/keepers/birds/gulls',
      'https://gitlab.com/keepers/birds/gulls/-/blob/main/content/digests/2025-03-11.txt#L5',
      'https://gitlab.com/keepers/birds/gulls/-/edit/main/content/digests/2025-03-11.txt',
      'https://gitlab.com/keepers/birds/gulls/-/new/main/content/notes?file_name=a.mdx',
      'https://gitlab.com/keepers/birds/gulls/-/issues/new?issue[title]=A%20b&issue[description]=c%0Ad',
    ],
    [
      'https://codeberg.org/keeper/gulls',
      'https://codeberg.org/keeper/gulls/src/branch/main/content/digests/2025-03-11.txt#L5',
      'https://codeberg.org/keeper/gulls/_edit/main/content/digests/2025-03-11.txt',
      'https://codeberg.org/keeper/gulls/_new/main/content/notes?filename=a.mdx',
      'https://codeberg.org/keeper/gulls/issues/new?title=A%20b&body=c%0Ad',
    ],
  ])('at %s', (address, file, edit, create, issue) => {
    const urls = urlsOf(address);
    expect(urls.file(FILE, 5)).toBe(file);
    expect(urls.edit(FILE)).toBe(edit);
    expect(urls.create('notes', 'a.mdx')).toBe(create);
    expect(urls.issue('A b', 'c\nd')).toBe(issue);
  });

  test('are on the branch and in the folder that the content has', () => {
    const urls = urlsOf('https://github.com/keeper/gulls', 'published/main', 'papers/2025');
    expect(urls.file(FILE, 1)).toBe(
      'https://github.com/keeper/gulls/blob/published/main/papers/2025/digests/2025-03-11.txt#L1',
    );
  });

  test('have addresses whatever a file, a title or a text is called', () => {
    const urls = urlsOf('https://github.com/keeper/gulls');
    expect(urls.file('digests/odd #1?%2e & ü.txt', 2)).toBe(
      'https://github.com/keeper/gulls/blob/main/content/digests/odd%20%231%3F%252e%20%26%20%C3%BC.txt#L2',
    );
    expect(urls.edit('digests/a#b.txt')).toMatch(/digests\/a%23b\.txt$/);
    expect(urls.create('notes', 'a&b=c.mdx')).toMatch(/notes\?filename=a%26b%3Dc\.mdx$/);
    const issue = new URL(urls.issue('C++ & "gulls"', '<b>#1</b>\n'));
    expect([...issue.searchParams]).toEqual([
      ['title', 'C++ & "gulls"'],
      ['body', '<b>#1</b>\n'],
    ]);
  });

  test('are none of what is no repository', () => {
    for (const address of ['', 'javascript:alert(1)', 'https://github.com/keeper'])
      expect(repositoryUrls({ address, branch: 'main', folder: 'content' })).toBeUndefined();
  });
});
