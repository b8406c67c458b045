import { z } from 'zod';

import type { TopicSlug } from '../archive/relate/types.ts';
import type { LinkKind, PaperFacts, PaperId } from '../archive/types.ts';
import type { IsoDate } from '../digest/types.ts';

const isoDate = z.custom<IsoDate>((value) => typeof value === 'string');
const id = z.custom<PaperId>((value) => typeof value === 'string');
const slug = z.custom<TopicSlug>((value) => typeof value === 'string');
const linkKind = z.custom<LinkKind>((value) => typeof value === 'string');

const notes = z.array(z.object({ id, hasText: z.boolean() })).readonly();
const appearance = z.object({ date: isoDate, file: z.string(), line: z.int() });

/** What pages know of a paper besides its body. */
export const paperData = z.object({
  /** As a reader sees it, plain text. */
  title: z.string(),
  /** The same with faces and formulas, escaped. */
  titleHtml: z.string(),
  sortKey: z.string(),
  /** Its page in the index of titles: `a` to `z`, `0-9` or `other`. */
  letter: z.string(),
  /** Plain text, for programs; empty when no digest has one. */
  abstract: z.string(),
  /** Start of the abstract, for lists. */
  excerpt: z.string(),
  /** Start of the abstract, for search engines. */
  description: z.string(),
  /** Oldest first. */
  appearances: z.array(appearance),
  links: z.array(z.object({ kind: linkKind, url: z.string() })),
  facts: z.custom<PaperFacts>((value) => typeof value === 'object'),
  notes,
  /** Nearest first. */
  related: z.array(z.object({ id, terms: z.array(z.string()).readonly() })),
  /** Most telling first. */
  topics: z.array(slug),
  /** What changed from one text of the abstract to the next, newest first. */
  changes: z
    .array(
      z.object({
        from: isoDate,
        to: isoDate,
        pieces: z
          .array(z.object({ kind: z.enum(['kept', 'added', 'removed', 'gap']), text: z.string() }))
          .readonly(),
      }),
    )
    .readonly(),
});
export type PaperData = z.infer<typeof paperData>;

/** What pages know of a date. */
export const dateData = z.object({
  date: isoDate,
  digests: z.array(z.object({ file: z.string(), entries: z.int() })),
  listings: z.array(z.object({ id, firstSeen: isoDate, digests: z.int() })),
});
export type DateData = z.infer<typeof dateData>;

const periodCount = z.object({ period: z.string(), papers: z.int(), of: z.int() });

/** What pages know of a topic. */
export const topicData = z.object({
  name: z.string(),
  acronym: z.string().optional(),
  /** Newest first. */
  papers: z.array(id),
  /** Every period of the archive, oldest first. */
  timeline: z.array(periodCount),
  neighbours: z.array(z.object({ slug, shared: z.int() })),
});
export type TopicData = z.infer<typeof topicData>;

/** An address that still answers for a paper or a date that is elsewhere or withdrawn. */
const formerData = z.object({
  kind: z.enum(['paper', 'date']),
  /** The last part of the address. */
  name: z.string(),
  /** As a reader sees it, plain text. */
  title: z.string(),
  titleHtml: z.string(),
  /** The last part of the address it has now. */
  movedTo: z.string().optional(),
  withdrawn: z.string().optional(),
  appearances: z.array(appearance),
  notes,
});
export type FormerData = z.infer<typeof formerData>;

/** What every page knows of the archive. */
export const siteData = z.object({
  title: z.string(),
  description: z.string(),
  language: z.string(),
  offline: z.boolean(),
  /** Where people subscribe to the mails of the archive: `mailto:` or `https:`. */
  mailSubscription: z.string().optional(),
  /** The newest date, if there is any. */
  newest: isoDate.optional(),
  repository: z.object({ address: z.string(), branch: z.string(), folder: z.string() }).optional(),
  former: z.array(formerData),
  /** What has a colour on the map, and how many papers have that colour. */
  areas: z.array(z.object({ slug, papers: z.int() })),
  /** Newest first. */
  rising: z.array(
    z.object({
      period: z.string(),
      topics: z.array(
        z.object({ slug, now: periodCount, before: periodCount.omit({ period: true }) }),
      ),
    }),
  ),
});
export type SiteData = z.infer<typeof siteData>;
