import type { SiteUrls } from '../site-urls.ts';
import { feedFile } from './feed.ts';

/** A feed as pages lead to it. */
export interface FeedPlace {
  readonly title: string;
  /** In a sentence, what is in it. */
  readonly subtitle: string;
  /** Name of its files without their ending. */
  readonly name: string;
}

/** The addresses of a feed, with scheme and host. */
export interface FeedAddresses {
  readonly atom: string;
  readonly json: string;
}

/** The feed of every listing of every date. */
export function allFeed(archive: string): FeedPlace {
  return {
    title: archive,
    subtitle:
      'Every paper of every digest. One that is listed again comes again, as an updated entry.',
    name: 'feeds/all',
  };
}

/** The feed with each paper once. */
export function newFeed(archive: string): FeedPlace {
  return {
    title: `${archive}: new papers`,
    subtitle: 'Each paper once, when it is listed for the first time.',
    name: 'feeds/new',
  };
}

/**
 * The feed of a topic.
 *
 * @param papers how many papers the topic has, and how many of them the feed has.
 */
export function topicFeed(
  archive: string,
  topic: { readonly slug: string; readonly name: string },
  papers: { readonly all: number; readonly shown: number } = { all: 0, shown: 0 },
): FeedPlace {
  const { all, shown } = papers;
  const rest =
    shown < all
      ? ` These are the newest ${String(shown)} of ${String(all)}; the page of the topic leads to all.`
      : '';
  return {
    title: `${archive}: ${topic.name}`,
    subtitle: `New papers of the topic “${topic.name}”, each once.${rest}`,
    name: `topics/${topic.slug}/feed`,
  };
}

/** Where a feed is; nothing while the address of the site is not known: there are no feeds then. */
export function feedAddresses(
  { name }: Pick<FeedPlace, 'name'>,
  urls: SiteUrls,
): FeedAddresses | undefined {
  const atom = urls.absolute(urls.file(feedFile(name, undefined, 'xml')));
  const json = urls.absolute(urls.file(feedFile(name, undefined, 'json')));
  return atom === undefined || json === undefined ? undefined : { atom, json };
}
