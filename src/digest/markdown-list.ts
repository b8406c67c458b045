import { joinLines, paragraphOf, splitLines } from './blocks.ts';
import { readDateLine } from './dates.ts';
import { type Draft, publishable, untilSecondDate } from './entries.ts';
import type { DigestFormat } from './format.ts';
import { problem } from './problems.ts';
import type { Block, DateLine, ParsedDigest, Problem } from './types.ts';

/**
 * A list in Markdown: a heading `# …` that ends or starts with the date, then for each paper a heading
 * `## Title` and paragraphs. What the headings and the paragraphs hold is text, as everywhere. A paragraph
 * below the first heading is an introduction, and left out.
 */
export const markdownList: DigestFormat = { name: 'Markdown list', recognises, parse };

/** True when the first line is a heading with a date, and next, or below one paragraph, is the title of a paper. */
function recognises(blocks: readonly Block[]): boolean {
  const lines = blocks.slice(0, 3).flatMap(splitLines);
  const [first] = lines;
  const title = lines.findIndex(({ text }) => TITLE.test(text));
  if (first === undefined || title < 1 || dateIn(first) === undefined) return false;
  const introduction = lines.slice(1, title);
  return introduction.every(({ line }, index) => line === (introduction[0]?.line ?? 0) + index);
}

const TITLE = /^##\s+(?=\S)/;
/** Between papers. */
const RULE = /^(?:-{3,}|\*{3,}|_{3,})$/;
/** Words of a date: `Tuesday, 11 March 2025`. */
const LONGEST_DATE = 4;

/** The date at the end or the start of a heading. */
function dateIn(line: Block): DateLine | undefined {
  if (!/^#\s/.test(line.text)) return undefined;
  const words = line.text.slice(1, 200).trim().split(/\s+/);
  for (let count = LONGEST_DATE; count > 0; count -= 1)
    for (const some of [words.slice(-count), words.slice(0, count)]) {
      const text = some.join(' ').replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
      const date = readDateLine({ ...line, text });
      if (date) return date;
    }
  return undefined;
}

function parse(file: string, blocks: readonly Block[]): ParsedDigest {
  const dateLines: DateLine[] = [];
  const drafts: { readonly line: number; readonly title?: Block; readonly text: Block[][] }[] = [];
  let rules = 0;
  let last: Block | undefined;
  for (const line of blocks.flatMap(splitLines)) {
    const date = dateIn(line);
    const label = TITLE.exec(line.text)?.[0].length;
    const text = drafts.at(-1)?.text;
    const isBelow = last?.line === line.line - 1;
    last = undefined;
    if (date) dateLines.push(date);
    else if (RULE.test(line.text)) rules += 1;
    else if (label !== undefined) {
      const title = { ...line, text: line.text.slice(label), column: label + 1 };
      drafts.push({ line: line.line, title, text: [] });
    } else {
      last = line;
      if (text === undefined) drafts.push({ line: line.line, text: [[line]] });
      else if (isBelow) text.at(-1)?.push(line);
      else text.push([line]);
    }
  }

  const problems: Problem[] = [];
  const ofOneDate = untilSecondDate(file, drafts, dateLines, problems);
  const pieces = (some: typeof drafts): number =>
    some.reduce((sum, { title, text }) => sum + text.length + (title ? 1 : 0), 0);
  const introduction = ofOneDate.filter(({ title }) => title === undefined);
  for (const [first = []] of introduction.map(({ text }) => text)) {
    const paragraph = paragraphOf(joinLines(first));
    const { text } = paragraph;
    problems.push(problem('introduction-left-out', { file, ...paragraph }, { text }));
  }
  const papers = ofOneDate.filter(({ title }) => title !== undefined);
  const { entries, leftOut } = publishable(file, papers.map(draftOf), problems);
  return {
    dateLines,
    entries,
    problems,
    tally: {
      blocks: dateLines.length + rules + pieces(drafts),
      pageText: dateLines.length + rules,
      titles: entries.length,
      abstracts: entries.flatMap(({ abstract }) => abstract).length,
      leftOut: leftOut + pieces(introduction) + pieces(drafts.slice(ofOneDate.length)),
    },
  };
}

function draftOf({ title, text }: { title?: Block; text: Block[][] }): Draft {
  const abstract = text.map((lines) => paragraphOf(joinLines(lines)));
  return { ...(title && { title: paragraphOf(title) }), abstract };
}
