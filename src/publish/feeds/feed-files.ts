import type { RelatedArchive, Topic } from '../../archive/relate/types.ts';
import type { Listing, PaperId } from '../../archive/types.ts';
import type { IsoDate } from '../../digest/types.ts';
import type { MachineFile } from '../machine-file.ts';
import type { SiteUrls } from '../site-urls.ts';
import { atomWriter } from './atom.ts';
import { feedEntries, type FeedEntries } from './entries.ts';
import { feedFile, type Feed, type FeedEntry } from './feed.ts';
import { FEED_SIZES, feedParts, type DatedItems, type FeedSizes } from './feed-pages.ts';
import { jsonFeed } from './json-feed.ts';
import { allFeed, newFeed, topicFeed, type FeedPlace } from './site-feeds.ts';

/** Of a topic with more papers, its feed has the newest ones; their number is a budget of bytes. */
const TOPIC_ENTRIES = 100;

/**
 * Every feed of the archive as Atom and as JSON Feed: the listings of all dates, new papers, each topic.
 * Without the address of the site, or without a paper, there is none.
 *
 * @param sizes entries of the documents of the feeds with all papers.
 */
export function* feedFiles(
  archive: RelatedArchive,
  urls: SiteUrls,
  sizes = FEED_SIZES,
): Generator<MachineFile> {
  if (!urls.isPlaced) return;
  const addressOf = (file: string): string => urls.whole(urls.file(file));
  const entries = feedEntries(archive, urls);
  const atom = atomWriter(addressOf, urls.whole(urls.topics()));
  const { title, language } = archive.settings;
  const site = { language, archive: title, home: urls.whole(urls.home()) };
  const feeds = [
    ...listingFeeds(archive, entries, sizes).map((feed) => ({ ...feed, site: site.home })),
    ...topicFeeds(archive, entries, (slug) => urls.whole(urls.topic(slug))),
  ].map((feed): Feed => ({ ...site, ...feed }));
  for (const feed of feeds) {
    yield { name: feedFile(feed.name, feed.page, 'xml'), contents: atom(feed) };
    yield { name: feedFile(feed.name, feed.page, 'json'), contents: jsonFeed(feed, addressOf) };
  }
}

/** What is different from document to document. */
type FeedDocument = FeedPlace & Pick<Feed, 'page' | 'older' | 'entries'>;

function listingFeeds(
  { settings, dates }: RelatedArchive,
  entries: FeedEntries,
  sizes: FeedSizes,
): readonly FeedDocument[] {
  const listed = dates.map(({ date, listings }) => ({ date, items: listings }));
  const added = listed.map(({ date, items }) => ({
    date,
    items: items.filter(({ firstSeen }) => firstSeen === date),
  }));
  return [
    ...documents(allFeed(settings.title), listed, sizes, ({ id }, date) =>
      entries.listing(id, date),
    ),
    ...documents(newFeed(settings.title), added, sizes, ({ id }, _, knownOn) =>
      entries.paper(id, knownOn),
    ),
  ];
}

/**
 * The documents of a feed.
 *
 * @param entryOf the entry of what is listed on a date, in a document that ends with another one.
 */
function documents(
  place: FeedPlace,
  dates: readonly DatedItems<Listing>[],
  sizes: FeedSizes,
  entryOf: (listing: Listing, date: IsoDate, knownOn: IsoDate) => FeedEntry,
): readonly FeedDocument[] {
  const filled = dates.filter(({ items }) => items.length > 0);
  return feedParts(filled, sizes).map(({ dates: ofPart, ...part }) => {
    const newestFirst = ofPart.toReversed();
    const end = part.page === undefined ? dates.at(-1) : newestFirst[0];
    return {
      ...place,
      ...part,
      entries: newestFirst.flatMap(({ date, items }) =>
        items.map((item) => entryOf(item, date, end?.date ?? date)),
      ),
    };
  });
}

function topicFeeds(
  { settings, dates, relations }: RelatedArchive,
  entries: FeedEntries,
  siteOf: (slug: Topic['slug']) => string,
): readonly (FeedDocument & Pick<Feed, 'site'>)[] {
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
