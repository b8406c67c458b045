import type { SitePath, SiteUrls } from '../site-urls.ts';
import { feedFile } from './feed.ts';

/** A feed as pages lead to it. */
export interface FeedPlace {
  readonly title: string;
  /** In a sentence, what is in it. */
  readonly subtitle: string;
  /** Name of its files without their ending. */
  readonly name: string;
}

/** The feed of every listing of every date. */
export function allFeed(archive: string): FeedPlace {
  return {
    title: archive,
    subtitle:
      'Every paper of every digest. One that is listed again is marked as updated; many readers do not show it again.',
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

/** The feed of a topic. */
export function topicFeed(
  archive: string,
  topic: { readonly slug: string; readonly name: string },
): FeedPlace {
  return {
    title: `${archive}: ${topic.name}`,
    subtitle: `New papers of the topic “${topic.name}”, each once.`,
    name: `topics/${topic.slug}/feed`,
  };
}

/** A link by which programs find a feed. */
export interface FeedLink {
  readonly title: string;
  readonly type: string;
  readonly href: SitePath;
}

/** The documents of feeds that one subscribes to, in both formats. */
export function feedLinks(places: readonly FeedPlace[], urls: SiteUrls): readonly FeedLink[] {
  return places.flatMap(({ title, name }) => [
    {
      title,
      type: 'application/atom+xml',
      href: urls.file(feedFile(name, undefined, 'xml')),
    },
    {
      title: `${title} (JSON)`,
      type: 'application/feed+json',
      href: urls.file(feedFile(name, undefined, 'json')),
    },
  ]);
}
