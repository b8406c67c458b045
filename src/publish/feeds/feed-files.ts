import type { RelatedArchive, Topic } from '../../archive/relate/types.ts';
import type { PaperId } from '../../archive/types.ts';
import type { MachineFile } from '../machine-files.ts';
import type { SitePath, SiteUrls } from '../site-urls.ts';
import { atomWriter } from './atom.ts';
import { feedEntries, type FeedEntries } from './entries.ts';
import { feedFile, type Feed, type FeedEntry } from './feed.ts';
import { feedPages, PAGE_ENTRIES, type DatedItems, type FeedPage } from './feed-pages.ts';
import { jsonFeed } from './json-feed.ts';
import { allFeed, newFeed, topicFeed, type FeedPlace } from './site-feeds.ts';

/** Of a topic with more papers, its feed has the newest ones; their number is a budget of bytes. */
const TOPIC_ENTRIES = 100;

/**
 * Every feed of the archive as Atom and as JSON Feed: the listings of all dates, new papers, each topic.
 * Without the address of the site, or without a paper, there is none.
 *
 * @param pageEntries entries from which on a page of older ones is closed.
 */
export function* feedFiles(
  archive: RelatedArchive,
  urls: SiteUrls,
  pageEntries = PAGE_ENTRIES,
): Generator<MachineFile> {
  if (urls.absolute(urls.home()) === undefined) return;
  const absolute = (path: SitePath): string => urls.absolute(path) ?? path;
  const addressOf = (file: string): string => absolute(urls.file(file));
  const entries = feedEntries(archive, urls, absolute);
  const atom = atomWriter(addressOf, absolute(urls.topics()));
  const { title, language } = archive.settings;
  const site = { language, archive: title, home: absolute(urls.home()) };
  const feeds = [
    ...listingFeeds(archive, entries, pageEntries).map((feed) => ({ ...feed, site: site.home })),
    ...topicFeeds(archive, entries, (slug) => absolute(urls.topic(slug))),
  ].map((feed): Feed => ({ ...site, ...feed }));
  for (const feed of feeds) {
    yield { name: feedFile(feed.name, feed.page, 'xml'), contents: atom(feed) };
    yield { name: feedFile(feed.name, feed.page, 'json'), contents: jsonFeed(feed, addressOf) };
  }
}

/** What is different from feed to feed. */
type FeedPart = FeedPlace & Pick<Feed, 'page' | 'older' | 'entries'>;

function listingFeeds(
  { settings, dates }: RelatedArchive,
  entries: FeedEntries,
  pageEntries: number,
): readonly FeedPart[] {
  const listed = dates.map(({ date, listings }) => ({ date, items: listings }));
  const added = listed.map(({ date, items }) => ({
    date,
    items: items.filter(({ firstSeen }) => firstSeen === date),
  }));
  const isFilled = ({ items }: DatedItems<unknown>): boolean => items.length > 0;
  const now = dates.at(-1)?.date;
  return [
    ...pagesOf(allFeed(settings.title), listed.filter(isFilled), pageEntries, (page) =>
      newestFirst(page, ({ id }, date) => entries.listing(id, date)),
    ),
    ...pagesOf(newFeed(settings.title), added.filter(isFilled), pageEntries, (page, isClosed) => {
      const knownOn = isClosed ? page.at(-1)?.date : now;
      return newestFirst(page, ({ id }, date) => entries.paper(id, knownOn ?? date));
    }),
  ];
}

function pagesOf<T>(
  place: FeedPlace,
  dates: readonly DatedItems<T>[],
  pageEntries: number,
  entriesOf: (page: FeedPage<T>, isClosed: boolean) => readonly FeedEntry[],
): readonly FeedPart[] {
  const { closed, open } = feedPages(dates, pageEntries);
  if (open.length === 0) return [];
  const older = (number: number): Pick<Feed, 'older'> => (number === 0 ? {} : { older: number });
  return [
    { ...place, ...older(closed.length), entries: entriesOf(open, false) },
    ...closed.map((page, index) => ({
      ...place,
      page: index + 1,
      ...older(index),
      entries: entriesOf(page, true),
    })),
  ];
}

function newestFirst<T>(
  page: FeedPage<T>,
  entryOf: (item: T, date: DatedItems<T>['date']) => FeedEntry,
): readonly FeedEntry[] {
  return page.toReversed().flatMap(({ date, items }) => items.map((item) => entryOf(item, date)));
}

function topicFeeds(
  { settings, dates, relations }: RelatedArchive,
  entries: FeedEntries,
  siteOf: (slug: Topic['slug']) => string,
): readonly (FeedPart & Pick<Feed, 'site'>)[] {
  const now = dates.at(-1)?.date;
  if (now === undefined) return [];
  const entryOf = (id: PaperId): FeedEntry => entries.paper(id, now);
  return relations.topics.map((topic) => {
    const all = topic.papers.map(entryOf);
    const ofNewestDate = all.filter(({ published }) => published === all[0]?.published);
    const shown = all.slice(0, Math.max(TOPIC_ENTRIES, ofNewestDate.length));
    const place = topicFeed(settings.title, topic);
    const rest =
      shown.length < all.length
        ? ` These are the newest ${String(shown.length)} of ${String(all.length)}; the page of the topic leads to all.`
        : '';
    return {
      ...place,
      subtitle: place.subtitle + rest,
      site: siteOf(topic.slug),
      entries: shown,
    };
  });
}
