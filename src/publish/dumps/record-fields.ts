import { z } from 'zod';

import type { Appearance, PaperFacts } from '../../archive/types.ts';

/** What a schema describes, as a writer gives it: nothing of it is changed. */
export type Unchanging<T> = T extends readonly (infer Item)[]
  ? readonly Unchanging<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Unchanging<T[Key]> }
    : T;

export const text = z.string();
export const count = z.int().min(0);
export const date = z.string().meta({ format: 'date' });
export const paperId = text.describe(
  'The last part of the permanent address of a paper, /papers/<id>/.',
);

const listed = {
  date: date.describe('The date of the digest.'),
  file: text.describe('The digest, by its path below the content folder.'),
  line: z.int().min(1).describe('The line of it that the title starts on.'),
};
export const appearances = z
  .array(z.object(listed))
  .describe('Every place in a digest that lists the paper, oldest first.');

/** An appearance as both formats give it. */
export function listedAt({
  date,
  file,
  line,
}: Appearance): Unchanging<z.infer<typeof appearances>>[number] {
  return { date, file, line };
}

export const links = z
  .array(
    z.object({
      kind: text.describe(
        'What the address leads to: code, model, dataset, demo, paper, video or project; other kinds may come.',
      ),
      url: text.describe('An http or https address.'),
    }),
  )
  .describe('Addresses that a maintainer or the newest abstract names.');

/** What is only there where a digest or a maintainer states it. */
export const facts = {
  authors: z
    .array(text)
    .optional()
    .describe('The authors in their order, each as “Given Family” or “Family, Given”.'),
  year: z.int().optional().describe('The year of publication.'),
  venue: text.optional().describe('Where it was published.'),
  arxiv: text.optional().describe('Its arXiv id, with or without a version.'),
  doi: text.optional().describe('Its DOI, without the address of a resolver.'),
  categories: z.array(text).optional().describe('Its arXiv categories, the primary one first.'),
} satisfies Readonly<Record<keyof PaperFacts, z.ZodType>>;
