import { z } from 'zod';

import type { LinkKind, PaperId } from '../archive/types.ts';
import type { IsoDate } from '../digest/types.ts';

const isoDate = z.custom<IsoDate>((value) => typeof value === 'string');
const id = z.custom<PaperId>((value) => typeof value === 'string');
const linkKind = z.custom<LinkKind>((value) => typeof value === 'string');

/** What pages know of a paper besides its body. */
export const paperData = z.object({
  /** As a reader sees it, plain text. */
  title: z.string(),
  /** The same with faces and formulas, escaped. */
  titleHtml: z.string(),
  sortKey: z.string(),
  /** Its page in the index of titles: `a` to `z`, `0-9` or `other`. */
  letter: z.string(),
  /** Start of the abstract, for lists. */
  excerpt: z.string(),
  /** Start of the abstract, for search engines. */
  description: z.string(),
  /** Oldest first. */
  appearances: z.array(z.object({ date: isoDate, file: z.string(), line: z.int() })),
  links: z.array(z.object({ kind: linkKind, url: z.string() })),
});
export type PaperData = z.infer<typeof paperData>;

/** What pages know of a date. */
export const dateData = z.object({
  date: isoDate,
  digests: z.array(z.object({ file: z.string(), entries: z.int() })),
  listings: z.array(z.object({ id, firstSeen: isoDate, digests: z.int() })),
});
export type DateData = z.infer<typeof dateData>;

/** What every page knows of the archive. */
export const siteData = z.object({
  title: z.string(),
  description: z.string(),
  language: z.string(),
});
