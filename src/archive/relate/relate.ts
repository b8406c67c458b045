import { displayText } from '../../digest/display.ts';
import type { IsoDate } from '../../digest/types.ts';
import { firstSeen } from '../merge.ts';
import type { Archive, Paper, PaperId } from '../types.ts';
import { areasOf } from './areas.ts';
import { type Neighbour, neighbours } from './neighbours.ts';
import { periodsOf, timelineOf } from './periods.ts';
import { risingTopics } from './rising.ts';
import { tokenTable } from './token-table.ts';
import { findTopics, type FoundTopic } from './topics.ts';
import type { Nearest, PaperText, RelatedPaper, Relations, Topic, TopicSlug } from './types.ts';

/** The most related papers a paper has. */
const MOST_RELATED = 6;
/** So many are looked up, for the map. */
const NEAREST = 7;
/** The most topics a paper is shown with, and the most neighbours a topic is. */
const MOST_TOPICS = 4;
const MOST_NEIGHBOURS = 8;

/** What papers have to do with each other, and for each of them, in their order, the nearest ones. */
export interface RelatedPapers {
  readonly relations: Relations;
  /** What the map is drawn from. */
  readonly graph: readonly Nearest[];
}

/**
 * What the papers of an archive have to do with each other: related papers, topics and how these develop.
 * Pure and deterministic. Works on titles and newest abstracts, as they are shown.
 */
export function relateArchive({
  papers,
  settings,
}: Pick<Archive, 'papers' | 'settings'>): RelatedPapers {
  const texts = papers.map(paperText);
  const dates = papers.map(firstSeen);
  const found = findTopics(tokenTable(texts, settings.language), settings.topics);
  const lists = neighbours(texts, settings.language, NEAREST);
  const graph = lists.map(nearestOf);
  const topics = topicsWithTime(found, papers, dates);
  const relations: Relations = {
    related: relatedPapers(papers, lists),
    topics,
    topicsOf: topicsOf(found, papers),
    areas: areasOf(found, graph).map((area) => ({
      slug: area.topic.slug,
      papers: area.papers.flatMap((paper) => papers[paper]?.id ?? []),
    })),
    rising: risingTopics(topics),
  };
  return { relations, graph };
}

/** Scores compare within one list only: the first of each is nearly the same. */
function nearestOf(found: readonly Neighbour[]): Nearest {
  const most = found[0]?.score ?? 1;
  return found.map(({ paper, score }) => ({ paper, score: (0.9 * score) / most }));
}

function paperText({ title, versions }: Paper): PaperText {
  return {
    title: displayText(title),
    abstract: (versions[0]?.paragraphs ?? []).map(displayText).join(' '),
  };
}

function relatedPapers(
  papers: readonly Paper[],
  lists: readonly (readonly Neighbour[])[],
): ReadonlyMap<PaperId, readonly RelatedPaper[]> {
  return new Map(
    papers.flatMap(({ id }, number) => {
      const related = (lists[number] ?? []).slice(0, MOST_RELATED).flatMap(({ paper, terms }) => {
        const other = papers[paper];
        return other === undefined ? [] : [{ id: other.id, terms }];
      });
      return related.length === 0 ? [] : [[id, related] as const];
    }),
  );
}

function topicsWithTime(
  found: readonly FoundTopic[],
  papers: readonly Paper[],
  dates: readonly IsoDate[],
): readonly Topic[] {
  const periods = periodsOf(dates);
  const near = neighboursOf(found);
  return found.map(({ slug, name, acronym, papers: members }, number) => {
    const listed = members
      .flatMap(({ paper }) => {
        const [id, date] = [papers[paper]?.id, dates[paper]];
        return id === undefined || date === undefined ? [] : [{ id, date }];
      })
      .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1));
    return {
      slug,
      name,
      ...(acronym !== undefined && { acronym }),
      papers: listed.map(({ id }) => id),
      timeline: timelineOf(
        listed.map(({ date }) => date),
        dates,
        periods,
      ),
      neighbours: near[number] ?? [],
    };
  });
}

/** By the cosine of the sets of papers, so that large topics are not everybody's neighbours. */
function neighboursOf(found: readonly FoundTopic[]): readonly Topic['neighbours'][] {
  const sets = found.map(({ papers }) => new Set(papers.map(({ paper }) => paper)));
  return sets.map((papers, number) =>
    sets
      .map((others, other) => {
        const shared = other === number ? 0 : sharedBy(papers, others);
        return { other, shared, near: shared / Math.sqrt(papers.size * others.size) };
      })
      .filter(({ shared }) => shared > 1)
      .sort((a, b) => b.near - a.near || a.other - b.other)
      .slice(0, MOST_NEIGHBOURS)
      .flatMap(({ other, shared }) => {
        const slug = found[other]?.slug;
        return slug === undefined ? [] : [{ slug, shared }];
      }),
  );
}

function sharedBy(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [smaller, larger] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const each of smaller) if (larger.has(each)) shared += 1;
  return shared;
}

/** A topic tells the more of a paper the more the paper says it, and the fewer papers do. */
function topicsOf(
  found: readonly FoundTopic[],
  papers: readonly Paper[],
): ReadonlyMap<PaperId, readonly TopicSlug[]> {
  const telling = new Map<number, { slug: TopicSlug; name: string; tells: number }[]>();
  for (const { slug, name, papers: members } of found) {
    const rarity = Math.log((papers.length + 1) / members.length);
    for (const { paper, weight } of members) {
      const topics = telling.get(paper) ?? [];
      topics.push({ slug, name: name.toLowerCase(), tells: rarity * (1 + Math.log(weight)) });
      telling.set(paper, topics);
    }
  }
  return new Map(
    papers.flatMap(({ id }, number) => {
      const topics = (telling.get(number) ?? []).sort(
        (a, b) => b.tells - a.tells || (a.slug < b.slug ? -1 : 1),
      );
      const whole = topics.filter(
        (topic) => !topics.some((other) => other !== topic && other.name.includes(topic.name)),
      );
      return whole.length === 0
        ? []
        : [[id, whole.slice(0, MOST_TOPICS).map(({ slug }) => slug)] as const];
    }),
  );
}
