import { describe, expect, test } from 'vitest';

import { addressAt, safeAddress } from '../../src/digest/web-address.ts';

describe('addressAt', () => {
  test.each([
    ['https://github.com/a/b_c.', 'https://github.com/a/b_c'],
    ['https://example.org.', 'https://example.org/'],
    ['https://example.org/a, and', 'https://example.org/a'],
    ['https://example.org/a?!', 'https://example.org/a'],
    ['https://example.org/a’s', 'https://example.org/a%E2%80%99s'],
    ['https://example.org/a*', 'https://example.org/a'],
    ['https://example.org/a)', 'https://example.org/a'],
    ['https://example.org/a).', 'https://example.org/a'],
    ['https://example.org/a_(b)', 'https://example.org/a_(b)'],
    ['https://example.org/a_(b)).', 'https://example.org/a_(b)'],
    ['https://example.org/a[1]]', 'https://example.org/a[1]'],
    ['https://example.org/a">b', 'https://example.org/a'],
    ['https://example.org/a<b>', 'https://example.org/a'],
    ['https://example.org/a}b', 'https://example.org/a'],
    ['https://example.org/?q=a&b=c#d', 'https://example.org/?q=a&b=c#d'],
    ['https://example.org/a\\_b\\%20\\#c', 'https://example.org/a_b%20#c'],
    ['https://example.org/a\\_', 'https://example.org/a_'],
    ['HTTPS://Example.ORG/A', 'https://example.org/A'],
    ['http://localhost:4321/', 'http://localhost:4321/'],
  ])('in %j it is %s', (text, url) => {
    expect(addressAt(text, 0)?.url).toBe(url);
  });

  test('an address has at most 2,000 characters', () => {
    const address = `https://example.org/${'a'.repeat(1980)}`;
    expect(addressAt(address, 0)?.url).toBe(address);
    expect(addressAt(`${address}a`, 0)).toBeUndefined();
  });

  test('knows how the address is written and where it ends', () => {
    expect(addressAt('see https://example.org/a\\_b.', 4)).toEqual({
      url: 'https://example.org/a_b',
      written: 'https://example.org/a\\_b',
      end: 28,
    });
  });

  test.each([
    'http://[bad',
    'https://example.org/%zz',
    'https://example.org/100%',
    'https://user:password@example.org/',
    'https://user@example.org/',
    'https://example/',
    'https://',
    'https:// example.org',
    'ftp://example.org/',
    'javascript:alert(1)',
    'example.org',
    `https://example.org/${'a'.repeat(2000)}`,
  ])('there is none in %j', (text) => {
    expect(addressAt(text, 0)).toBeUndefined();
  });

  test('asks only at the given place', () => {
    expect(addressAt('at https://example.org', 0)).toBeUndefined();
  });
});

describe('safeAddress', () => {
  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,a',
    'vbscript:a',
    'file:///etc/hosts',
    'mailto:a@example.org',
    '//example.org/',
    '/papers/',
    'https://a:b@example.org/',
    '',
  ])('%j is not safe', (written) => {
    expect(safeAddress(written)).toBeUndefined();
  });

  test('an http(s) address comes in normal form', () => {
    expect(safeAddress('HTTP://Example.org:80/a b')).toBe('http://example.org/a%20b');
  });
});
