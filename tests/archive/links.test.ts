import { describe, expect, test } from 'vitest';

import { linksOf, resolveMirrors } from '../../src/archive/links.ts';

describe('linksOf', () => {
  test.each([
    ['https://github.com/keeper/gulls', 'code'],
    ['https://www.github.com/keeper/gulls', 'code'],
    ['https://gitlab.com/keeper/gulls', 'code'],
    ['https://gitlab.example.org/keeper', 'code'],
    ['https://git.example.org/gulls', 'code'],
    ['https://gist.github.com/keeper/1', 'code'],
    ['https://codeberg.org/keeper/gulls', 'code'],
    ['https://anonymous.4open.science/r/gulls', 'code'],
    ['https://colab.research.google.com/drive/1', 'code'],
    ['https://huggingface.co/keeper/gulls', 'model'],
    ['https://hf.co/keeper/gulls', 'model'],
    ['https://modelscope.cn/models/keeper', 'model'],
    ['https://huggingface.co/datasets/keeper/gulls', 'dataset'],
    ['https://www.kaggle.com/datasets/keeper/gulls', 'dataset'],
    ['https://zenodo.org/records/1', 'dataset'],
    ['https://huggingface.co/spaces/keeper/gulls', 'demo'],
    ['https://keeper-gulls.hf.space/', 'demo'],
    ['https://abc123.gradio.live/', 'demo'],
    ['https://huggingface.co/papers/0000.00000', 'paper'],
    ['https://arxiv.org/abs/0000.00000', 'paper'],
    ['https://doi.org/10.0000/gulls', 'paper'],
    ['https://openreview.net/forum?id=gulls', 'paper'],
    ['https://www.youtube.com/watch?v=gulls', 'video'],
    ['https://youtu.be/gulls', 'video'],
    ['https://huggingface.co/collections/keeper/gulls', 'project'],
    ['https://huggingface.co/', 'project'],
    ['https://github.com/', 'project'],
    ['https://keeper.github.io/gulls/', 'project'],
    ['https://example.org/', 'project'],
    ['https://example.org/github.com/a', 'project'],
    ['https://github.com.example.org/a', 'project'],
    ['https://notgithub.com/a', 'project'],
  ])('%s leads to: %s', (url, kind) => {
    expect(linksOf([`Gulls are at ${url} .`])).toEqual([{ kind, url }]);
  });

  test('come in the order of the text, each once, from every paragraph', () => {
    const links = linksOf([
      'See https://example.org/b and https://example.org/a.',
      'Again https://example.org/b, and \\url{https://github.com/a/b\\_c}.',
    ]);
    expect(links.map(({ url }) => url)).toEqual([
      'https://example.org/b',
      'https://example.org/a',
      'https://github.com/a/b_c',
    ]);
  });

  test.each([
    'no address at all',
    'https://user:password@example.org/',
    'http://[bad',
    '[a](javascript:alert(1))',
    '\\href{javascript:alert(1)}{a}',
    'ftp://example.org/',
  ])('there are none in %j', (text) => {
    expect(linksOf([text])).toEqual([]);
  });
});

describe('resolveMirrors', () => {
  const MIRRORS = { 'mirror.example.net': 'example.org', 'a-b.c.example': 'example.com' };

  test.each([
    ['https://mirror.example.net/model', 'https://example.org/model'],
    ['http://mirror.example.net/', 'http://example.org/'],
    ['https://mirror.example.net', 'https://example.org'],
    ['HTTPS://Mirror.Example.NET/Model', 'HTTPS://example.org/Model'],
    ['https://mirror.example.net:8080/a', 'https://example.org:8080/a'],
    [
      '(https://mirror.example.net/a) https://a-b.c.example/b',
      '(https://example.org/a) https://example.com/b',
    ],
    ['at https://mirror.example.net.', 'at https://example.org.'],
    ['at https://mirror.example.net, and', 'at https://example.org, and'],
  ])('rewrites %j', (text, expected) => {
    expect(resolveMirrors(text, MIRRORS)).toBe(expected);
  });

  test.each([
    'https://example.org/',
    'https://not-mirror.example.net/',
    'https://mirror.example.net.example.org/',
    'https://mirror.example.network/',
    'https://example.org/?from=mirror.example.net',
    'mirror.example.net without a scheme',
    'https://constructor/',
    'https://__proto__/',
    'plain text',
  ])('leaves %j as it is', (text) => {
    expect(resolveMirrors(text, MIRRORS)).toBe(text);
  });
});
