import type { PaperId } from '../archive/types.ts';
import type { IsoDate } from '../digest/types.ts';

/** A path on the site, `base` included: what a link on a page points to. Made only here. */
export type SitePath = string & { readonly __brand: 'SitePath' };

/** Every address of the site. The paths below `base` are permanent. */
export interface SiteUrls {
  home: () => SitePath;
  paper: (id: PaperId) => SitePath;
  date: (date: IsoDate) => SitePath;
  dates: () => SitePath;
  papers: () => SitePath;
  /** The papers whose titles start with a letter, by the key of `titleLetter`. */
  letter: (key: string) => SitePath;
  topics: () => SitePath;
  /** A topic, by the slug of its name: it lives as long as the texts name it. */
  topic: (slug: string) => SitePath;
  /** Papers that several digests list. */
  trending: () => SitePath;
  /** Topics that more papers have from month to month. */
  rising: () => SitePath;
  /** Papers with code. */
  code: () => SitePath;
  map: () => SitePath;
  /** The reading list that the reader's browser keeps. */
  list: () => SitePath;
  search: () => SitePath;
  about: () => SitePath;
  /** How to follow the archive, by feed or mail. */
  subscribe: () => SitePath;
  /** The archive as files for programs. */
  data: () => SitePath;
  /** What the reader's browser keeps. */
  offline: () => SitePath;
  /** A file of `public/` or one the build adds. */
  file: (name: string) => SitePath;
  /** Scheme and host of the site are configured. */
  isPlaced: boolean;
  /** With scheme and host, or nothing when the site's address is not configured. */
  absolute: (path: SitePath) => string | undefined;
  /** With scheme and host where the site knows them, else the path. */
  whole: (path: SitePath) => string;
}

/**
 * @param base the folder the site lives in, `/` or `/archive` or `/archive/`.
 * @param site scheme and host of the site, `https://example.org`, when known.
 */
export function siteUrls(base: string, site: string | undefined): SiteUrls {
  const root = `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const at = (path: string): SitePath => (root + path) as SitePath;
  const absolute = (path: SitePath): string | undefined =>
    site === undefined ? undefined : new URL(path, site).href;
  return {
    home: () => at(''),
    paper: (id) => at(`papers/${id}/`),
    date: (date) => at(`dates/${date}/`),
    dates: () => at('dates/'),
    papers: () => at('papers/'),
    letter: (key) => at(`titles/${key}/`),
    topics: () => at('topics/'),
    topic: (slug) => at(`topics/${slug}/`),
    trending: () => at('trending/'),
    rising: () => at('rising/'),
    code: () => at('code/'),
    map: () => at('map/'),
    list: () => at('list/'),
    search: () => at('search/'),
    about: () => at('about/'),
    subscribe: () => at('subscribe/'),
    data: () => at('data/'),
    offline: () => at('offline/'),
    file: at,
    isPlaced: site !== undefined,
    absolute,
    whole: (path) => absolute(path) ?? path,
  };
}
