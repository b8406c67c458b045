import { z } from 'zod';

import { datesOf } from '../../archive/merge.ts';
import type { RelatedArchive, Topic, TopicSlug } from '../../archive/relate/types.ts';
import type { AbstractVersion, Paper } from '../../archive/types.ts';
import { displayText } from '../../digest/display.ts';
import { withEscapes } from '../json.ts';
import type { SiteUrls } from '../site-urls.ts';
import { titleText } from '../title.ts';
import {
  appearances,
  date,
  facts,
  links,
  listedAt,
  paperId,
  text,
  type Unchanging,
} from './record-fields.ts';

/** A line of `papers.jsonl`. Fields may be added; none is removed or changes its meaning. */
export const paperRecordSchema = z
  .object({
    format: z.literal('offprint-paper').describe('The name of this format.'),
    version: z.literal(1).describe('The version of this format.'),
    id: paperId,
    url: text.describe(
      'The permanent address of its page; without scheme and host where the archive does not know its own.',
    ),
    title: text.describe('Its title as readers see it, plain text.'),
    abstract: text
      .optional()
      .describe(
        'Its newest abstract as readers see it, plain text, with an empty line between paragraphs. Absent where no digest gives one.',
      ),
    abstracts: z
      .array(
        z.object({
          text: text.describe('One text of the abstract, as above.'),
          dates: z.array(date).describe('When digests gave it, oldest first.'),
        }),
      )
      .optional()
      .describe('Every text of the abstract, newest first, where digests give different ones.'),
    ...facts,
    dates: z.array(date).describe('The dates on which it is listed, oldest first.'),
    appearances,
    links,
    topics: z
      .array(
        z.object({
          slug: text.describe('The last part of the address of the topic, /topics/<slug>/.'),
          name: text.describe('The name of the topic.'),
        }),
      )
      .describe('What it is about, most telling first, calculated from all texts of the archive.'),
    related: z
      .array(paperId)
      .describe(
        'The ids of papers about much the same, nearest first, calculated in the same way.',
      ),
  })
  .meta({
    title: 'A paper',
    description:
      'One line of papers.jsonl: a paper with everything that the archive knows of it. Within a version, fields may be added; none is removed or changes its meaning.',
  });

export type PaperRecord = Unchanging<z.infer<typeof paperRecordSchema>>;

/** Every paper of the archive, in order of the ids, as a line of `papers.jsonl` (https://jsonlines.org). */
export function* paperLines(archive: RelatedArchive, urls: SiteUrls): Generator<string> {
  const topics = new Map(archive.relations.topics.map((topic) => [topic.slug, topic]));
  for (const paper of archive.papers)
    yield `${onOneLine(JSON.stringify(paperRecord(paper, archive, topics, urls)))}\n`;
}

function paperRecord(
  paper: Paper,
  { relations }: RelatedArchive,
  topics: ReadonlyMap<TopicSlug, Topic>,
  urls: SiteUrls,
): PaperRecord {
  const { id, versions } = paper;
  const [newest] = versions;
  return {
    format: 'offprint-paper',
    version: 1,
    id,
    url: urls.whole(urls.paper(id)),
    title: titleText(paper.title),
    ...(newest && { abstract: shownAbstract(newest) }),
    ...(versions.length > 1 && {
      abstracts: versions.map((version) => ({
        text: shownAbstract(version),
        dates: datesOf(version.appearances),
      })),
    }),
    ...paper.facts,
    dates: datesOf(paper.appearances),
    appearances: paper.appearances.map(listedAt),
    links: paper.links,
    topics: (relations.topicsOf.get(id) ?? []).flatMap((slug) => {
      const name = topics.get(slug)?.name;
      return name === undefined ? [] : [{ slug, name }];
    }),
    // Without the terms that they share: some hosts take no file above 25 MiB, and 10,000 papers come close.
    related: (relations.related.get(id) ?? []).map((related) => related.id),
  };
}

function shownAbstract({ paragraphs }: AbstractVersion): string {
  return paragraphs.map(displayText).join('\n\n');
}

/** Some readers end a line at these signs, too; JSON may escape any. */
function onOneLine(json: string): string {
  return withEscapes(json, /[\u007f-\u009f\u2028\u2029]/g);
}
