import type { TopicSlug } from '../archive/relate/types.ts';
import { pagesArchive } from './archive.ts';

/** A topic as other pages link to it. */
export interface TopicLink {
  readonly slug: TopicSlug;
  readonly name: string;
  readonly acronym: string | undefined;
  /** It has become more frequent in the newest period. */
  readonly isRising: boolean;
}

/** A topic with what changes whenever a paper is added to it. */
export interface SizedTopic extends TopicLink {
  readonly papers: number;
}

/** Looks up topics by their slugs, in the order asked; made once and asked for each page. */
export async function topicLookup(): Promise<
  (slugs: readonly TopicSlug[]) => readonly TopicLink[]
> {
  const links = new Map(
    (await allTopics()).map(({ slug, name, acronym, isRising }) => [
      slug,
      { slug, name, acronym, isRising },
    ]),
  );
  return (slugs) =>
    slugs.map((slug) => {
      const link = links.get(slug);
      if (link === undefined) throw new Error(`No topic has the slug ${slug}.`);
      return link;
    });
}

/** Every topic, largest first. */
export async function allTopics(): Promise<readonly SizedTopic[]> {
  const { topics, rising: periods } = await pagesArchive();
  const newest = topics[0]?.timeline.at(-1)?.period;
  const risingNow = periods.find(({ period }) => period === newest);
  const rising = new Set(risingNow?.topics.map(({ slug }) => slug));
  return topics.map(({ slug, name, acronym, papers }) => ({
    ...{ slug, name, acronym },
    papers: papers.length,
    isRising: rising.has(slug),
  }));
}
