import type { PaperLink } from '../../archive/types.ts';
import type { IsoDate } from '../../digest/types.ts';

/** A topic, as an entry of a feed names it. */
export interface FeedTopic {
  readonly slug: string;
  readonly name: string;
}

/** A paper in a feed. Made once and used by every feed that has it. */
export interface FeedEntry {
  /** The permanent address of the paper, with scheme and host: also its id in every feed. */
  readonly address: string;
  readonly title: string;
  /** The abstract, each paragraph as plain text. */
  readonly paragraphs: readonly string[];
  /** The date the paper was first listed. */
  readonly published: IsoDate;
  readonly updated: IsoDate;
  /** Given names first; empty where nobody states them. */
  readonly authors: readonly string[];
  /** Of arXiv, as they are stated. */
  readonly categories: readonly string[];
  /** They depend on all papers of the archive, so that a page that never changes leaves them out. */
  readonly topics: readonly FeedTopic[];
  /** Where the paper, its code … are; left out for the same reason. */
  readonly links: readonly (Omit<PaperLink, 'kind'> & { readonly kind: string })[];
}

/** One document of a feed: the newest entries, or a page of older ones. */
export interface Feed {
  /** Name of its files without their ending: `feeds/all`, of pages followed by their names: `-1`, `-2` … */
  readonly name: string;
  /** The name of a page of older entries; absent on the document that readers subscribe to. */
  readonly page?: string;
  /** The name of the page with the entries before these. */
  readonly older?: string;
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  /** The name of the archive, which is the author of the feed, not of the papers. */
  readonly archive: string;
  /** Home of the archive, with scheme and host. */
  readonly home: string;
  /** The page that shows the same papers to people, with scheme and host. */
  readonly site: string;
  /** Newest first; never empty. */
  readonly entries: readonly FeedEntry[];
}

/** The address of a file of the site, with scheme and host. */
export type AddressOf = (file: string) => string;

/** The file of a feed, or of one of its pages: `feeds/all-3.xml`. */
export function feedFile(name: string, page: string | undefined, ending: 'xml' | 'json'): string {
  return `${name}${page === undefined ? '' : `-${page}`}.${ending}`;
}

/** A date as feeds write it (RFC 3339): its first moment, because digests know no time of day. */
export function feedTime(date: IsoDate): string {
  return `${date}T00:00:00Z`;
}

/** When a feed last changed: when its newest entry did. */
export function feedUpdated({ entries }: Feed): IsoDate {
  const [first, ...others] = entries.map(({ updated }) => updated);
  if (first === undefined) throw new TypeError('A feed without entries.');
  return others.reduce((newest, date) => (date > newest ? date : newest), first);
}
