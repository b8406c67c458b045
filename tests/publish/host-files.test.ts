import { describe, expect, test } from 'vitest';

import { headersText, redirectsText, SECURITY_POLICY } from '../../src/publish/host-files.ts';
import { siteUrls } from '../../src/publish/site-urls.ts';
import { archiveOf, digestOf } from '../helpers.ts';

const root = siteUrls('/', undefined);
const below = siteUrls('/archive', 'https://example.org');

describe('the Content-Security-Policy', () => {
  test('allows nothing but files of the site, and no script or style in a page', () => {
    const rules = new Map(SECURITY_POLICY.split('; ').map((rule) => [rule.split(' ')[0], rule]));
    expect(rules.get('default-src')).toBe("default-src 'none'");
    expect(rules.get('script-src')).toBe("script-src 'self'");
    expect(rules.get('style-src')).toBe("style-src 'self'");
    expect(SECURITY_POLICY).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|data:/);
  });
});

describe('_headers', () => {
  test('is what hosts read, for every page', () => {
    expect(headersText(root)).toBe(
      [
        '/*',
        `  Content-Security-Policy: ${SECURITY_POLICY}; frame-ancestors 'none'`,
        '  X-Content-Type-Options: nosniff',
        '  Referrer-Policy: strict-origin-when-cross-origin',
        '  Cross-Origin-Opener-Policy: same-origin',
        '  Permissions-Policy: camera=(), geolocation=(), microphone=()',
        '/_astro/*',
        '  Cache-Control: public, max-age=31536000, immutable',
        '/service-worker.js',
        '  Cache-Control: no-cache',
        '',
      ].join('\n'),
    );
  });

  test('speaks of the folder that the site lives in', () => {
    expect(headersText(below).match(/^\S.*$/gm)).toEqual([
      '/archive/*',
      '/archive/_astro/*',
      '/archive/service-worker.js',
    ]);
  });

  test('stays within the 2,000 characters that hosts allow for a line', () => {
    for (const line of headersText(below).split('\n')) expect(line.length).toBeLessThan(2000);
  });
});

describe('_redirects', () => {
  const archive = archiveOf(
    { '2025-03-11.txt': digestOf('Gulls', 'Gills', 'Tides', 'Gels') },
    {},
    {
      gills: '---\nsameAs: gels\n---\n',
      gels: '---\ntitle: Galls\n---\n',
      tides: '---\nwithdrawn: A hoax.\n---\n',
      'dates/2025-03-12': '---\nsameAs: 2025-03-11\n---\n',
      'dates/2025-03-13': '---\nwithdrawn: A copy.\n---\n',
    },
  );

  test('of an archive where nothing has moved is empty', () => {
    expect(redirectsText(archiveOf({ '2025-03-11.txt': digestOf('Gulls') }), root)).toBe('');
  });

  test('leads every moved date and paper to where it is now, and no withdrawn one', () => {
    expect(redirectsText(archive, root)).toBe(
      '/dates/2025-03-12/ /dates/2025-03-11/ 301\n' +
        '/papers/gels/ /papers/galls/ 301\n' +
        '/papers/gills/ /papers/galls/ 301\n',
    );
  });

  test('holds the folder that the site lives in', () => {
    expect(redirectsText(archive, below).split('\n')[0]).toBe(
      '/archive/dates/2025-03-12/ /archive/dates/2025-03-11/ 301',
    );
  });
});
