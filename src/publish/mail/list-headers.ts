import type { Settings } from '../../archive/settings.ts';
import type { IsoDate } from '../../digest/types.ts';
import type { SiteUrls } from '../site-urls.ts';

/** A header and its value, ASCII without line breaks. */
export type MailHeader = readonly [name: string, value: string];

/**
 * The Message-ID of a date's mail (RFC 5322, section 3.6.4), always the same, so that mail programs know one
 * that is sent again.
 *
 * @param site the address of the home page.
 */
export function messageId(date: IsoDate, site: string): string {
  return `<${date}.${siteWords(site)}@${hostWords(site)}>`;
}

/**
 * What mail programs know and handle a list by: List-Id (RFC 2919), where to read, leave and join it (RFC
 * 2369), leaving by one click (RFC 8058) where the settings say that it works, and Auto-Submitted (RFC 3834,
 * section 5), so that nobody's absence is answered to the list. `Precedence` is left out: no standard has it,
 * RFC 2076 discourages it, and what it was for the other headers say.
 *
 * @returns nothing when `urls` does not know where the site is.
 */
export function listHeaders(
  { mail, language }: Settings,
  urls: SiteUrls,
): readonly MailHeader[] | undefined {
  if (!urls.isPlaced) return undefined;
  const site = urls.whole(urls.home());
  const headers: readonly (readonly [string, string | undefined])[] = [
    ['List-Id', bracketed(mail.id ?? `${siteWords(site)}.${hostWords(site)}`)],
    ['List-Archive', bracketed(urls.whole(urls.dates()))],
    ['List-Subscribe', bracketed(mail.subscribe)],
    ['List-Unsubscribe', bracketed(mail.unsubscribe)],
    ['List-Unsubscribe-Post', mail.oneClick ? 'List-Unsubscribe=One-Click' : undefined],
    ['Auto-Submitted', 'auto-generated'],
    ['Content-Language', language],
  ];
  return headers.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, asciiLine(value)] as const],
  );
}

function bracketed(address: string | undefined): string | undefined {
  return address === undefined ? undefined : `<${address}>`;
}

/** Settings are checked when they are read; a header is never more than one line all the same. */
function asciiLine(value: string): string {
  return value.replace(/[^ -~]/g, '');
}

/** The folder of the site as words with dots between them: `archive`, or `digests` without one. */
function siteWords(site: string): string {
  const words = new URL(site).pathname.split(/[/.]+/).map(atom).filter(Boolean);
  return words.length === 0 ? 'digests' : words.join('.');
}

/** The host likewise; the colons of a numeric one are no part of such words. */
function hostWords(site: string): string {
  return new URL(site).hostname.split('.').map(atom).filter(Boolean).join('.');
}

function atom(text: string): string {
  return text.replace(/[^A-Za-z0-9_~-]/g, '');
}
