import { allFeed, newFeed, topicFeed, type FeedPlace } from '../publish/feeds/site-feeds.ts';
import { siteData } from './site.ts';
import { urls } from './urls.ts';

/** The feeds of the whole archive; none when nothing is published, or where the site lives is not known. */
export async function siteFeeds(): Promise<readonly FeedPlace[]> {
  const title = await titleWithFeeds();
  return title === undefined ? [] : [allFeed(title), newFeed(title)];
}

/** The feed of a topic, where there are feeds. */
export async function topicFeeds(topic: {
  readonly slug: string;
  readonly name: string;
}): Promise<readonly FeedPlace[]> {
  const title = await titleWithFeeds();
  return title === undefined ? [] : [topicFeed(title, topic)];
}

/** The title of an archive that has feeds. */
async function titleWithFeeds(): Promise<string | undefined> {
  const { isEmpty, title } = await siteData();
  return urls.isPlaced && !isEmpty ? title : undefined;
}
