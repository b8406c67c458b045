import type { Archive } from '../archive/types.ts';
import type { SiteUrls } from './site-urls.ts';

/** The Content-Security-Policy of every page: the same everywhere and for every archive. */
export const SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/**
 * The text of `_headers`, which Netlify, Cloudflare Pages and others read
 * (https://docs.netlify.com/manage/routing/headers/). Files whose names hold a hash never change;
 * the service worker says which of the others have.
 */
export function headersText(urls: SiteUrls): string {
  return [
    urls.file('*'),
    `  Content-Security-Policy: ${SECURITY_POLICY}; frame-ancestors 'none'`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    '  Cross-Origin-Opener-Policy: same-origin',
    '  Permissions-Policy: camera=(), geolocation=(), microphone=()',
    urls.file('_astro/*'),
    '  Cache-Control: public, max-age=31536000, immutable',
    urls.file('service-worker.js'),
    '  Cache-Control: no-cache',
    '',
  ].join('\n');
}

/**
 * The text of `_redirects`, which the same hosts read
 * (https://docs.netlify.com/manage/routing/redirects/overview/): moved papers and dates, permanently.
 */
export function redirectsText(archive: Archive, urls: SiteUrls): string {
  const papers = archive.formerPapers.flatMap(({ id, movedTo }) =>
    movedTo === undefined ? [] : [`${urls.paper(id)} ${urls.paper(movedTo)} 301\n`],
  );
  const dates = archive.formerDates.flatMap(({ date, movedTo }) =>
    movedTo === undefined ? [] : [`${urls.date(date)} ${urls.date(movedTo)} 301\n`],
  );
  return [...dates, ...papers].join('');
}
