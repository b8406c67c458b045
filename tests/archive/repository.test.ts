import { describe, expect, test } from 'vitest';

import { repositoryOf } from '../../src/archive/repository.ts';

describe('repositoryOf', () => {
  test.each([
    ['https://github.com/keeper/gulls', 'https://github.com/keeper/gulls', 'github'],
    ['https://github.com/keeper/gulls/', 'https://github.com/keeper/gulls', 'github'],
    ['https://github.com/keeper/gulls.git', 'https://github.com/keeper/gulls', 'github'],
    ['https://github.com/keeper/gulls.git//', 'https://github.com/keeper/gulls', 'github'],
    ['https://GitHub.com/Keeper/Gulls', 'https://github.com/Keeper/Gulls', 'github'],
    ['https://git.example.org/keeper/gulls', 'https://git.example.org/keeper/gulls', 'github'],
    ['https://notgitlab.com/keeper/gulls', 'https://notgitlab.com/keeper/gulls', 'github'],
    ['https://gitlab.com/keeper/gulls', 'https://gitlab.com/keeper/gulls', 'gitlab'],
    ['https://gitlab.com/a/b/c/d.e', 'https://gitlab.com/a/b/c/d.e', 'gitlab'],
    ['https://gitlab.example.org/a/b', 'https://gitlab.example.org/a/b', 'gitlab'],
    ['https://git.gitlab.example.org/a/b', 'https://git.gitlab.example.org/a/b', 'gitlab'],
    ['https://codeberg.org/keeper/gulls', 'https://codeberg.org/keeper/gulls', 'forgejo'],
    ['https://forgejo.example.org/a/b', 'https://forgejo.example.org/a/b', 'forgejo'],
    ['https://my.gitea.example.org/a/b', 'https://my.gitea.example.org/a/b', 'forgejo'],
    ['https://notcodeberg.org/a/b', 'https://notcodeberg.org/a/b', 'github'],
    [
      'https://forge.example.org:8443/a_b/c~d.e-f',
      'https://forge.example.org:8443/a_b/c~d.e-f',
      'github',
    ],
  ])('reads %s', (address, url, kind) => {
    expect(repositoryOf(address)).toEqual({ url, kind });
  });

  test.each([
    '',
    'github.com/keeper/gulls',
    'git@github.com:keeper/gulls.git',
    'http://github.com/keeper/gulls',
    'ssh://git@github.com/keeper/gulls',
    'javascript:alert(1)//keeper/gulls',
    'https://keeper@github.com/keeper/gulls',
    'https://github.com/keeper/gulls?tab=readme',
    'https://github.com/keeper/gulls#readme',
    'https://github.com',
    'https://github.com/keeper',
    'https://github.com/keeper/',
    'https://github.com/keeper/.git',
    'https://github.com//gulls',
    'https://github.com/keeper/gulls/tree/main',
    'https://codeberg.org/keeper/gulls/src',
    'https://gitlab.com/keeper',
    'https://gitlab.com/keeper/gulls/-/tree/main',
    'https://github.com/keeper/gulls%20x',
    'https://github.com/keeper/"gulls"',
  ])('takes %j for no repository', (address) => {
    expect(repositoryOf(address)).toBeUndefined();
  });
});
