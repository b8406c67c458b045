import { z } from 'zod';

import { parseIsoDate } from '../digest/dates.ts';
import { ARXIV_CATEGORY, ARXIV_ID, DOI } from '../digest/identifiers.ts';
import { limits } from '../digest/limits.ts';
import type { IsoDate } from '../digest/types.ts';
import { safeAddress } from '../digest/web-address.ts';
import { asPaperId } from './identity.ts';
import { linkTo } from './links.ts';
import { shownText } from './shown-text.ts';
import type { PaperId } from './types.ts';

const paperIdText = z
  .string()
  .transform((text) => text.replace(/^.*\/papers\/|\/$/g, ''))
  .refine(
    (text) => asPaperId(text) !== undefined,
    'must be the last part of the address of a paper: of /papers/a-study-of-gulls/ it is a-study-of-gulls',
  )
  .transform((text) => text as PaperId);

const LINK_KINDS = ['code', 'model', 'dataset', 'demo', 'paper', 'video', 'project'] as const;
const webAddress = z
  .string()
  .refine(
    (text) => safeAddress(text) !== undefined,
    'must be a web address that starts with https://',
  );
const link = z.union(
  [
    webAddress.transform(linkTo),
    z
      .strictObject({ kind: z.enum(LINK_KINDS), url: webAddress })
      .transform(({ kind, url }) => ({ kind, url: safeAddress(url) ?? url })),
  ],
  {
    error: `must be a web address that starts with https://, or “kind” (${LINK_KINDS.join(', ')}) and “url”`,
  },
);

/** The front matter of `notes/<id>.mdx`. */
export const paperNoteSchema = z
  .strictObject({
    title: shownText.max(limits.titleCharacters).optional(),
    sameAs: paperIdText.optional(),
    differsFrom: z.array(paperIdText).default([]),
    withdrawn: shownText.optional(),
    authors: z.array(shownText).min(1).optional(),
    year: z
      .string()
      .regex(/^[12]\d{3}$/, 'must be a year such as 2025')
      .transform(Number)
      .optional(),
    arxiv: z.string().regex(ARXIV_ID, 'must be an arXiv id such as 2403.01234').optional(),
    doi: z.string().regex(DOI, 'must be a DOI such as 10.1000/182, without https://').optional(),
    venue: shownText.optional(),
    categories: z
      .array(z.string().regex(ARXIV_CATEGORY, 'must be a category of arXiv such as cs.LG'))
      .min(1)
      .optional(),
    links: z.array(link).default([]),
  })
  .refine(({ sameAs, withdrawn }) => sameAs === undefined || withdrawn === undefined, {
    path: ['withdrawn'],
    error: 'and “sameAs” do not go together: a paper is withdrawn, or it is the same as another',
  })
  .refine(({ sameAs, title }) => sameAs === undefined || title === undefined, {
    path: ['title'],
    error: 'and “sameAs” do not go together: the title is that of the other paper',
  });

const dateText = z
  .string()
  .refine((text) => parseIsoDate(text) !== undefined, 'must be a date such as 2025-03-11')
  .transform((text) => text as IsoDate);

/** The front matter of `notes/dates/<date>.mdx`. */
export const dateNoteSchema = z
  .strictObject({ sameAs: dateText.optional(), withdrawn: shownText.optional() })
  .refine(({ sameAs, withdrawn }) => (sameAs === undefined) !== (withdrawn === undefined), {
    error: 'must state either “sameAs: DATE” or “withdrawn: WHY”',
  });
