import { getCollection, type CollectionEntry } from 'astro:content';

import type { TopicSlug } from '../archive/relate/types.ts';
import { siteData } from './site.ts';

/** A topic as other pages link to it. */
export interface TopicLink {
  readonly slug: TopicSlug;
  readonly name: string;
  readonly acronym: string | undefined;
  readonly papers: number;
  /** It has become more frequent in the newest period. */
  readonly isRising: boolean;
}

/** Looks up topics by their slugs, in the order asked; made once and asked for each page. */
export async function topicLookup(): Promise<
  (slugs: readonly TopicSlug[]) => readonly TopicLink[]
> {
  const links = new Map((await allTopics()).map((topic) => [topic.slug, topic]));
  return (slugs) =>
    slugs.map((slug) => {
      const link = links.get(slug);
      if (link === undefined) throw new Error(`No topic has the slug ${slug}.`);
      return link;
    });
}

/** Every topic, largest first. */
export async function allTopics(): Promise<readonly TopicLink[]> {
  const rising = await risingNow();
  const topics = await getCollection('topics');
  return topics.sort(bySize).map(({ id, data }) => ({
    slug: id as TopicSlug,
    name: data.name,
    acronym: data.acronym,
    papers: data.papers.length,
    isRising: rising.has(id as TopicSlug),
  }));
}

function bySize(a: CollectionEntry<'topics'>, b: CollectionEntry<'topics'>): number {
  return b.data.papers.length - a.data.papers.length || (a.id < b.id ? -1 : 1);
}

async function risingNow(): Promise<ReadonlySet<TopicSlug>> {
  const site = await siteData();
  const newest = (await getCollection('topics'))[0]?.data.timeline.at(-1)?.period;
  const rising = site.rising.find(({ period }) => period === newest);
  return new Set(rising?.topics.map(({ slug }) => slug));
}
