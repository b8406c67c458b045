import type { Archive, PaperId } from '../types.ts';

/** What relating papers works with: the text of a paper, as shown. */
export interface PaperText {
  readonly title: string;
  readonly abstract: string;
}

/** A paper's nearest papers by number, nearest first, with how near: from 0, not at all, to 1, the same. */
export type Nearest = readonly { readonly paper: number; readonly score: number }[];

/** A topic that has a colour on the map, with the papers that have it. */
export interface Area {
  readonly slug: TopicSlug;
  readonly papers: readonly PaperId[];
}

/** The last part of a topic's address. Made only in `topics.ts`. */
export type TopicSlug = string & { readonly __brand: 'TopicSlug' };

/** A paper that is about much the same as another one. */
export interface RelatedPaper {
  readonly id: PaperId;
  /** What both say, most telling first, as one of them writes it. */
  readonly terms: readonly string[];
}

/** A stretch of time in which papers are counted: a month, `YYYY-MM`, or a date where there are few. */
export type Period = string;

/** How many papers that were first seen in a period are about a topic, and how many there are in all. */
export interface PeriodCount {
  readonly period: Period;
  readonly papers: number;
  readonly of: number;
}

/** What several papers are about, in the words of their texts. */
export interface Topic {
  readonly slug: TopicSlug;
  /** As a heading: “Retrieval-augmented generation”. */
  readonly name: string;
  /** “RAG”. */
  readonly acronym?: string;
  /** Newest first, by the date they were first seen. */
  readonly papers: readonly PaperId[];
  /** Every period of the archive, oldest first. */
  readonly timeline: readonly PeriodCount[];
  /** Topics that the same papers are about, most of them first. */
  readonly neighbours: readonly { readonly slug: TopicSlug; readonly shared: number }[];
}

/** A topic that has become more frequent. */
export interface RisingTopic {
  readonly slug: TopicSlug;
  readonly now: PeriodCount;
  /** The periods it is compared with, together. */
  readonly before: Omit<PeriodCount, 'period'>;
}

/** What has become more frequent in a period, most clearly first. */
export interface RisingPeriod {
  readonly period: Period;
  readonly topics: readonly RisingTopic[];
}

/** What papers have to do with each other. */
export interface Relations {
  /** For each paper that has any, the papers most related to it, nearest first. */
  readonly related: ReadonlyMap<PaperId, readonly RelatedPaper[]>;
  /** Largest first. */
  readonly topics: readonly Topic[];
  /** For each paper that has any, its most telling topics. */
  readonly topicsOf: ReadonlyMap<PaperId, readonly TopicSlug[]>;
  /** Topics that divide the papers; a paper is in one of them at most. */
  readonly areas: readonly Area[];
  /** Newest first; periods in which nothing rose are left out. */
  readonly rising: readonly RisingPeriod[];
}

/** Everything the pages are made from. */
export interface RelatedArchive extends Archive {
  readonly relations: Relations;
}
