import type { Element } from 'xast';
import { x } from 'xastscript';

import { GENERATOR } from '../generator.ts';
import { escapedText, madeXml, xmlDocument, xmlOf } from '../xml.ts';
import {
  feedFile,
  feedTime,
  feedUpdated,
  type AddressOf,
  type Feed,
  type FeedEntry,
  type FeedTopic,
} from './feed.ts';

/** The scheme that arXiv's own feeds give its categories. */
const ARXIV_CATEGORIES = 'http://arxiv.org/schemas/atom';

/** Writes feeds; an entry that several of them have is written once. */
export type AtomWriter = (feed: Feed) => string;

/**
 * Feeds as Atom (RFC 4287), pages as archive documents (RFC 5005, section 4). `next-archive`, which
 * that leaves to choice, is left out: the newest closed page would change when it gets a successor.
 *
 * @param addressOf the address of a file.
 * @param schemeOfTopics what the names of topics are names in: the address of the page with all of them.
 */
export function atomWriter(addressOf: AddressOf, schemeOfTopics: string): AtomWriter {
  const written = new Map<FeedEntry, EntryXml>();
  const entryXml = (entry: FeedEntry): EntryXml => {
    const found = written.get(entry) ?? writeEntry(entry, schemeOfTopics);
    written.set(entry, found);
    return found;
  };
  return (feed) => {
    const entries = feed.entries.map((entry) => {
      const { lasting, passing } = entryXml(entry);
      return `<entry>${lasting}${feed.page === undefined ? passing : ''}</entry>\n`;
    });
    return xmlDocument(
      x(
        'feed',
        {
          xmlns: 'http://www.w3.org/2005/Atom',
          'xmlns:fh': feed.page === undefined ? null : 'http://purl.org/syndication/history/1.0',
          'xml:lang': feed.language,
        },
        ...headOf(feed, addressOf).flatMap((element) => ['\n', element]),
        '\n',
        madeXml(entries.join('')),
      ),
    );
  };
}

/** The content of an `entry` element: what never changes with later dates, and what may. */
interface EntryXml {
  readonly lasting: string;
  readonly passing: string;
}

function headOf(feed: Feed, addressOf: AddressOf): readonly Element[] {
  const file = (page?: string): string => addressOf(feedFile(feed.name, page, 'xml'));
  const link = (rel: string, href: string, type = 'application/atom+xml'): Element =>
    x('link', { rel, type, href });
  return [
    ...(feed.page === undefined ? [] : [x('fh:archive')]),
    x('id', file()),
    x('title', feed.title),
    x('subtitle', feed.subtitle),
    x('updated', feedTime(feedUpdated(feed))),
    x('author', {}, x('name', feed.archive), x('uri', feed.home)),
    x('generator', GENERATOR),
    link('self', file(feed.page)),
    link('alternate', feed.site, 'text/html'),
    ...(feed.page === undefined ? [] : [link('current', file())]),
    ...(feed.older === undefined ? [] : [link('prev-archive', file(feed.older))]),
  ];
}

function writeEntry(entry: FeedEntry, schemeOfTopics: string): EntryXml {
  const { address, title, paragraphs, published, updated, authors, categories } = entry;
  return {
    lasting: xmlOf([
      x('id', address),
      x('title', title),
      x('link', { rel: 'alternate', type: 'text/html', href: address }),
      x('published', feedTime(published)),
      x('updated', feedTime(updated)),
      ...authors.map((name) => x('author', {}, x('name', name))),
      ...categories.map((term) => x('category', { term, scheme: ARXIV_CATEGORIES })),
      x('content', { type: 'html' }, paragraphs.map(paragraphHtml).join('')),
    ]),
    passing: xmlOf([
      ...entry.topics.map((topic) => topicElement(topic, schemeOfTopics)),
      ...entry.links.map(({ kind, url }) => x('link', { rel: 'related', title: kind, href: url })),
    ]),
  };
}

function topicElement({ slug, name }: FeedTopic, scheme: string): Element {
  return x('category', { term: slug, scheme, label: name });
}

function paragraphHtml(text: string): string {
  return `<p>${escapedText(text)}</p>`;
}
