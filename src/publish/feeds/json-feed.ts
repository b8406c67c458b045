import { feedFile, feedTime, type AddressOf, type Feed, type FeedEntry } from './feed.ts';

/**
 * A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Abstracts are plain text, so
 * `content_text` says all there is. Pages of older entries are reached by `next_url`. Its ids have to be
 * unique: of a paper that is listed several times, a document has the newest listing.
 */
export function jsonFeed(feed: Feed, addressOf: AddressOf): string {
  const { name, page, older } = feed;
  const seen = new Set<string>();
  const entries = feed.entries.filter(({ address }) => !seen.has(address) && seen.add(address));
  const file = (other?: string): string => addressOf(feedFile(name, other, 'json'));
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.site,
    feed_url: file(page),
    description: feed.subtitle,
    ...(older === undefined ? {} : { next_url: file(older) }),
    authors: [{ name: feed.archive, url: feed.home }],
    language: feed.language,
    items: entries.map((entry) => itemOf(entry, page !== undefined)),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function itemOf(entry: FeedEntry, isOlder: boolean): object {
  const { address, title, paragraphs, published, updated, authors, categories } = entry;
  const topics = isOlder ? [] : entry.topics.map(({ name }) => name);
  const tags = [...new Set([...categories, ...topics])];
  return {
    id: address,
    url: address,
    title,
    content_text: paragraphs.join('\n\n'),
    date_published: feedTime(published),
    date_modified: feedTime(updated),
    ...(authors.length === 0 ? {} : { authors: authors.map((name) => ({ name })) }),
    ...(tags.length === 0 ? {} : { tags }),
  };
}
