import type { PeriodCount, RisingPeriod, RisingTopic, Topic } from './types.ts';

/** A period is compared with so many before it, together. */
const COMPARED = 3;
/** The least papers of a rising topic in its period. */
const FEWEST_PAPERS = 5;
/** One-sided, at a level of 5 %. */
const CLEAR = 1.645;
const MOST_TOPICS = 12;

/**
 * The topics whose share of the new papers has clearly grown, period by period: the log-odds ratio of the
 * share to that of the periods before, over its standard error, after B. L. Monroe, M. P. Colaresi and
 * K. M. Quinn, “Fightin' Words”, Political Analysis 16(4), 2008, with half a paper added to each count.
 */
export function risingTopics(topics: readonly Topic[]): readonly RisingPeriod[] {
  const periods = topics[0]?.timeline.map(({ period }) => period) ?? [];
  return periods
    .map((period, place) => ({ period, topics: risingAt(topics, place) }))
    .filter((rising) => rising.topics.length > 0)
    .reverse();
}

function risingAt(topics: readonly Topic[], place: number): readonly RisingTopic[] {
  if (place === 0) return [];
  return topics
    .flatMap(({ slug, timeline }) => {
      const now = timeline[place];
      if (now === undefined || now.papers < FEWEST_PAPERS) return [];
      const before = sumOf(timeline.slice(Math.max(0, place - COMPARED), place));
      const growth = growthOf(now, before);
      return growth < CLEAR ? [] : [{ growth, topic: { slug, now, before } }];
    })
    .sort((a, b) => b.growth - a.growth || (a.topic.slug < b.topic.slug ? -1 : 1))
    .slice(0, MOST_TOPICS)
    .map(({ topic }) => topic);
}

function sumOf(counts: readonly PeriodCount[]): RisingTopic['before'] {
  return {
    papers: counts.reduce((sum, { papers }) => sum + papers, 0),
    of: counts.reduce((sum, { of }) => sum + of, 0),
  };
}

function growthOf(now: PeriodCount, before: RisingTopic['before']): number {
  const [a, b] = [now.papers + 0.5, now.of - now.papers + 0.5];
  const [c, d] = [before.papers + 0.5, before.of - before.papers + 0.5];
  return (Math.log(a / b) - Math.log(c / d)) / Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
}
