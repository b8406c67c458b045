import type { Element } from 'xast';
import { x } from 'xastscript';

import { firstSeen } from '../archive/merge.ts';
import type { RelatedArchive } from '../archive/relate/types.ts';
import type { IsoDate } from '../digest/types.ts';
import type { MachineFile } from './machine-file.ts';
import type { SitePath, SiteUrls } from './site-urls.ts';
import { madeXml, xmlDocument, xmlOf } from './xml.ts';

/** What the protocol allows a file to hold: addresses, and bytes, with room for its frame. */
export const SITEMAP_LIMITS: SitemapLimits = { addresses: 50_000, bytes: 50 * 2 ** 20 - 1000 };

/** How much one file of a sitemap may hold. */
export interface SitemapLimits {
  readonly addresses: number;
  readonly bytes: number;
}

/** A page that search engines may list. */
interface SitemapPage {
  readonly path: SitePath;
  /** The newest date of what it shows; absent where no date of the content says. */
  readonly changed?: IsoDate | undefined;
}

/**
 * The sitemap of the site (https://www.sitemaps.org/protocol.html, version 0.9): `sitemap.xml`, or an index
 * of that name with `sitemap-1.xml` … where one file cannot hold all. Without the address of the site there
 * is none.
 */
export function* sitemapFiles(
  archive: RelatedArchive,
  urls: SiteUrls,
  limits = SITEMAP_LIMITS,
): Generator<MachineFile> {
  if (!urls.isPlaced) return;
  const locate = (name: string, { path, changed }: SitemapPage): Element =>
    x(name, {}, x('loc', urls.whole(path)), changed === undefined ? [] : x('lastmod', changed));
  const pages = sitemapPages(archive, urls).map((page) => ({
    ...page,
    xml: `${xmlOf(locate('url', page))}\n`,
  }));
  const parts = divide(pages, limits);
  const [all = []] = parts;
  if (parts.length <= 1) {
    yield { name: 'sitemap.xml', contents: sitemapXml('urlset', all) };
    return;
  }
  const files = parts.map((part, index) => {
    const name = `sitemap-${String(index + 1)}.xml`;
    const changed = part
      .flatMap((page) => page.changed ?? [])
      .sort()
      .at(-1);
    return { name, part, xml: `${xmlOf(locate('sitemap', { path: urls.file(name), changed }))}\n` };
  });
  yield { name: 'sitemap.xml', contents: sitemapXml('sitemapindex', files) };
  for (const { name, part } of files) yield { name, contents: sitemapXml('urlset', part) };
}

/** Every page that search engines may list and that has something to say, with its last change. */
function sitemapPages(archive: RelatedArchive, urls: SiteUrls): readonly SitemapPage[] {
  const { papers, dates, relations } = archive;
  const newest = dates.at(-1)?.date;
  const added = new Map(papers.map((paper) => [paper.id, firstSeen(paper)]));
  const listings = [urls.home(), urls.dates(), urls.papers(), urls.topics(), urls.data()];
  const signals = [urls.trending(), urls.rising(), urls.code(), urls.map()];
  return [
    ...[...listings, ...signals].map((path) => ({ path, changed: newest })),
    ...[urls.about(), urls.search(), urls.subscribe()].map((path) => ({ path })),
    ...dates.map(({ date }) => ({ path: urls.date(date), changed: date })),
    ...relations.topics.map((topic) => ({
      path: urls.topic(topic.slug),
      changed: topic.papers[0] && added.get(topic.papers[0]),
    })),
    ...papers.map(({ id, appearances }) => ({
      path: urls.paper(id),
      changed: appearances.at(-1)?.date,
    })),
  ];
}

function sitemapXml(name: string, parts: readonly { readonly xml: string }[]): string {
  const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return xmlDocument(x(name, { xmlns }, '\n', madeXml(parts.map(({ xml }) => xml).join(''))));
}

/** In order, as many in each part as fit. */
function divide<T extends { readonly xml: string }>(
  pages: readonly T[],
  limits: SitemapLimits,
): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let bytes = 0;
  for (const page of pages) {
    const last = parts.at(-1);
    // Addresses are in ASCII: a character is a byte.
    bytes += page.xml.length;
    if (last === undefined || last.length >= limits.addresses || bytes > limits.bytes) {
      parts.push([page]);
      bytes = page.xml.length;
    } else last.push(page);
  }
  return parts;
}
