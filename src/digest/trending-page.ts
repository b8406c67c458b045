import { paragraphOf, splitLines } from './blocks.ts';
import { isDateInNumbers, looksLikeDate, readDateLine } from './dates.ts';
import { publishable, untilSecondDate } from './entries.ts';
import type { DigestFormat } from './format.ts';
import { separateGlued } from './glued-blocks.ts';
import { separatePageText } from './page-text.ts';
import { problem } from './problems.ts';
import { assignRoles } from './roles.ts';
import type { Block, DateLine, Entry, Paragraph, ParsedDigest, Problem } from './types.ts';

/** The text of a “trending papers” page: its header, then title, abstract, title, abstract … */
export const trendingPage: DigestFormat = {
  name: 'trending page',
  recognises: () => true,
  parse,
};

function parse(file: string, blocks: readonly Block[]): ParsedDigest {
  const page = separatePageText(blocks);
  const { blocks: blocksBelow, cut } = separateGlued(page.content);
  const { dates: loneDates, unreadable } = datesAmongTitles(blocksBelow);
  const unknown = [...page.unknown, ...unreadable];
  const problems: Problem[] = unknown
    .flatMap(splitLines)
    .map((line) => problem('header-unknown', { file, ...line }, { text: paragraphOf(line).text }));
  for (const block of cut) problems.push(problem('blank-line-missing', { file, ...block }, {}));
  const content = blocksBelow.filter(
    (block) => !loneDates.has(block) && !unreadable.includes(block),
  );
  const dateLines = [...page.dateLines, ...loneDates.values()].sort((a, b) => a.line - b.line);
  const ofOneDate = untilSecondDate(file, content, dateLines, problems);
  const { entries, leftOut } = gatherEntries(file, ofOneDate.map(paragraphOf), problems);

  const paragraphs = entries.flatMap((entry) => entry.abstract).length;
  return {
    dateLines,
    entries,
    problems,
    tally: {
      blocks: page.pageText.length + page.unknown.length + blocksBelow.length,
      pageText: page.pageText.length + loneDates.size,
      titles: entries.length,
      abstracts: paragraphs,
      leftOut: unknown.length + (content.length - ofOneDate.length) + leftOut,
    },
  };
}

/** Date lines between the papers: what would be a title without an abstract, and is a date. */
function datesAmongTitles(blocks: readonly Block[]): {
  dates: ReadonlyMap<Block, DateLine>;
  unreadable: readonly Block[];
} {
  const dates = new Map<Block, DateLine>();
  const unreadable: Block[] = [];
  const isDate = (block: Block): boolean =>
    readDateLine(block) !== undefined || looksLikeDate(block.text);
  if (!blocks.some(isDate)) return { dates, unreadable };
  const roles = assignRoles(blocks.map(paragraphOf));
  for (const [index, block] of blocks.entries()) {
    if (roles[index] !== 'title' || roles[index + 1] === 'abstract') continue;
    const date = readDateLine(block);
    if (date) dates.set(block, date);
    else if (isDateInNumbers(block.text) || (index === 0 && looksLikeDate(block.text)))
      unreadable.push(block);
  }
  return { dates, unreadable };
}

/** Paragraphs to entries; what is over a limit or has no title is left out, counted and reported. */
function gatherEntries(
  file: string,
  paragraphs: readonly Paragraph[],
  problems: Problem[],
): { entries: readonly Entry[]; leftOut: number } {
  const drafts: { title?: Paragraph; abstract: Paragraph[] }[] = [];
  for (const [index, role] of assignRoles(paragraphs).entries()) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined) continue;
    const draft = drafts.at(-1);
    if (role === 'title') drafts.push({ title: paragraph, abstract: [] });
    else if (draft) draft.abstract.push(paragraph);
    else drafts.push({ abstract: [paragraph] });
  }

  const { entries, leftOut } = publishable(file, drafts, problems);
  for (const { title, abstract } of entries) {
    const details = { title: title.text };
    const [first, second] = abstract;
    if (first !== undefined && abstract.length === 1 && isShort(first.text))
      problems.push(
        problem('abstract-short', { file, ...first }, { ...details, text: first.text }),
      );
    if (second !== undefined) {
      const parts = { ...details, paragraphs: abstract.length };
      problems.push(problem('abstract-in-parts', { file, ...second }, parts));
    }
  }
  return { entries, leftOut };
}

/** Shorter than any abstract, and no sentence: a button or a number of the copied page. */
function isShort(text: string): boolean {
  return text.length < 30 && !/[.!?…]$/.test(text);
}
