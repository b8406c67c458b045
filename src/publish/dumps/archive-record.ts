import { z } from 'zod';

import { GENERATOR } from '../generator.ts';
import {
  appearances,
  count,
  date,
  facts,
  links,
  paperId,
  text,
  type Unchanging,
} from './record-fields.ts';

const file = text.describe('A file, by its path below the content folder.');

const paper = z.object({
  id: paperId,
  title: text.describe('Its title as it is written, LaTeX leftovers included.'),
  dates: z.array(date).describe('The dates on which it is listed, oldest first.'),
  appearances,
  versions: count.describe('How many different texts of its abstract the digests give.'),
  links,
  ...facts,
});

const dateOfArchive = z.object({
  date: date.describe('A date, the last part of the address of its page.'),
  digests: z.array(file).describe('The digests of this date.'),
  papers: count.describe('How many papers they list together.'),
});

const former = z.object({
  papers: z
    .array(
      z.object({
        id: paperId,
        title: text.describe('Its title as it is written.'),
        movedTo: paperId.optional().describe('The id of the paper that it is now.'),
        withdrawn: text.optional().describe('Why it is withdrawn.'),
        appearances,
      }),
    )
    .describe('Addresses of papers that have moved or are withdrawn.'),
  dates: z
    .array(
      z.object({
        date: date.describe('A date without papers of its own.'),
        movedTo: date.optional().describe('The date whose page has its papers now.'),
        withdrawn: text.optional().describe('Why it is withdrawn.'),
      }),
    )
    .describe('The same of dates.'),
});

const digest = z.object({
  file,
  date: date.optional().describe('Its date; absent where the file was refused.'),
  tally: z
    .object({
      blocks: count.describe('All of them: the sum of the others.'),
      pageText: count.describe('Text of the page that the digest was copied from.'),
      titles: count.describe('Titles that are published.'),
      abstracts: count.describe('Paragraphs of abstracts that are published.'),
      leftOut: count.describe('Blocks that are reported below and not published.'),
    })
    .describe('Where its blocks of text went.'),
});

const problem = z.object({
  code: text.describe('Its name, of which new ones may come.'),
  severity: z
    .enum(['error', 'warning', 'notice'])
    .describe('An error leaves something out, a warning publishes it mended.'),
  file,
  line: count.describe('The line, from 1.'),
  column: count.describe('The column, from 1.'),
  message: text.describe('What is wrong.'),
  hint: text.describe('What to do about it.'),
});

/** `archive.json`. Fields may be added; none is removed or changes its meaning. */
export const archiveRecordSchema = z
  .object({
    generator: z.literal(GENERATOR).describe('The program that made the site.'),
    format: z.literal('offprint-archive').describe('The name of this format.'),
    version: z.literal(1).describe('The version of this format.'),
    papers: z.array(paper).describe('Every paper, in order of the ids.'),
    dates: z.array(dateOfArchive).describe('Every date, oldest first.'),
    former: former.describe('Addresses that still answer, for what is elsewhere or gone.'),
    digests: z.array(digest).describe('Every file that was read as a digest.'),
    counts: z
      .object({
        digests: count.describe('Digests that are published.'),
        entries: count.describe('Places in digests that list a paper.'),
        papers: count.describe('Papers, each once.'),
        dates: count.describe('Dates.'),
        files: count.describe('Files of the site, this one included.'),
      })
      .describe('How much there is.'),
    problems: z.array(problem).describe('What is wrong with the content, in order of its place.'),
  })
  .meta({
    title: 'The archive',
    description:
      'archive.json: what the archive holds, without the abstracts, and where every block of every digest went. Within a version, fields may be added; none is removed or changes its meaning.',
  });

export type ArchiveRecord = Unchanging<z.infer<typeof archiveRecordSchema>>;
