import { describe, expect, test } from 'vitest';

import { findLinks } from '../../src/publish/find-links.ts';

describe('findLinks', () => {
  test.each(['Gulls & Tides?', 'C++ #1 = 100%', '灯台 🐦', '"><script>alert(1)</script>', ''])(
    'look up the whole title and nothing else: %j',
    (title) => {
      const links = findLinks(title);
      expect(links.length).toBeGreaterThan(1);
      for (const { name, url } of links) {
        const { protocol, searchParams, hash } = new URL(url);
        expect(name).not.toBe('');
        expect(protocol).toBe('https:');
        expect(hash).toBe('');
        expect(searchParams.get('query') ?? searchParams.get('q')).toBe(title);
        expect(url).not.toMatch(/["<>\s]/);
      }
    },
  );

  test('leave arXiv out where the paper is known to be there', () => {
    const names = findLinks('Gulls', { arxiv: '2503.01234' }).map(({ name }) => name);
    expect(names).toEqual(['Google Scholar', 'Semantic Scholar']);
  });
});
