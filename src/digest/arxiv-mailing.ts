import { paragraphOf, splitLines } from './blocks.ts';
import { type Draft, publishable, untilSecondDate } from './entries.ts';
import type { DigestFormat } from './format.ts';
import { mailingFacts } from './mailing-facts.ts';
import { DELIMITER, startsRecord } from './mailing-lines.ts';
import { type MailingRecord, readMailing } from './mailing-records.ts';
import { problem } from './problems.ts';
import type { Block, ParsedDigest, Problem } from './types.ts';

/**
 * The plain text that arXiv mails to subscribers (https://info.arxiv.org/help/subscribe.html): a head, then a
 * record for each paper, between lines `\\`, with its id, its fields and its abstract.
 */
export const arxivMailing: DigestFormat = { name: 'arXiv mailing', recognises, parse };

/** True when a record starts somewhere, and more of the text is understood as a mailing than not. */
function recognises(blocks: readonly Block[]): boolean {
  if (!blocks.some(({ text }) => text.includes(DELIMITER))) return false;
  const lines = blocks.flatMap(splitLines);
  if (!lines.some((_, index) => startsRecord(lines, index))) return false;
  const { unknown } = readMailing(blocks);
  return 2 * unknown.flatMap(splitLines).length <= lines.length;
}

function parse(file: string, blocks: readonly Block[]): ParsedDigest {
  const { records, dateLines, unknown, unindented, pieces, frame } = readMailing(blocks);
  const problems: Problem[] = [];
  for (const block of unknown)
    problems.push(problem('mailing-text-unknown', { file, ...block }, textOf(block)));
  for (const line of unindented)
    problems.push(problem('line-unindented', { file, ...line }, textOf(line)));
  const ofOneDate = untilSecondDate(file, records, dateLines, problems);
  const drafts = ofOneDate.map((record) => draftOf(file, record, problems));
  const titled = drafts.filter(({ title }) => title !== undefined);
  const { entries, leftOut } = publishable(file, titled, problems);

  const untitled = drafts.filter(({ title }) => title === undefined);
  const ofOtherDate = records.slice(ofOneDate.length);
  return {
    dateLines,
    entries,
    problems,
    tally: {
      blocks: pieces,
      pageText: frame,
      titles: entries.length,
      abstracts: entries.flatMap(({ abstract }) => abstract).length,
      leftOut:
        unknown.length +
        leftOut +
        untitled.flatMap(({ abstract }) => abstract).length +
        ofOtherDate.flatMap(({ fields, abstract }) => [fields.get('title') ?? [], abstract].flat())
          .length,
    },
  };
}

/** A record as an entry, with what is to be said of it. */
function draftOf(file: string, record: MailingRecord, problems: Problem[]): Draft {
  const titleBlock = record.fields.get('title');
  const title = titleBlock && paragraphOf(titleBlock);
  const abstract = record.abstract.map(paragraphOf);
  const { facts, problems: unreadable } = mailingFacts(file, record);
  const { line, column, isClosed, isReplacement } = record;
  const place = { file, line, column };
  problems.push(...unreadable);
  if (!isClosed) problems.push(problem('record-unclosed', place, nameOf(record)));
  if (title === undefined) problems.push(problem('record-without-title', place, nameOf(record)));
  return { ...(title && { title }), abstract, facts, isWithoutAbstract: isReplacement };
}

/** What a record is called where it has no title. */
function nameOf({ fields, abstract }: MailingRecord): { record: string } {
  const [named] = [fields.get('arxiv'), fields.get('title'), fields.get('authors'), ...abstract];
  return { record: named ? paragraphOf(named).text : '…' };
}

function textOf(block: Block): { text: string } {
  return { text: paragraphOf(block).text };
}
