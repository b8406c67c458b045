import { spellDate } from './dates.ts';
import { limits } from './limits.ts';
import { problem } from './problems.ts';
import type { DateLine, Entry, Paragraph, Problem } from './types.ts';

/** Leaves out what stands below a second, different date line, and reports it. */
export function untilSecondDate<Placed extends { readonly line: number }>(
  file: string,
  content: readonly Placed[],
  dateLines: readonly DateLine[],
  problems: Problem[],
): readonly Placed[] {
  const [first, ...others] = dateLines;
  if (first === undefined) return content;
  const second = others.find((date) => spellDate(date) !== spellDate(first));
  if (second === undefined) return content;
  const dates = { first: spellDate(first), second: spellDate(second) };
  problems.push(problem('date-second', { file, ...second }, dates));
  return content.filter(({ line }) => line < second.line);
}

/** What may be an entry, if it has a title and keeps to the limits. */
export interface Draft extends Omit<Entry, 'title'> {
  readonly title?: Paragraph;
  /** The format gives no abstract in such a place. */
  readonly isWithoutAbstract?: boolean;
}

/**
 * Parts drafts into entries and those that cannot be published, which are counted in blocks and reported.
 * An entry whose abstract is missing is reported, too.
 */
export function publishable(
  file: string,
  drafts: readonly Draft[],
  problems: Problem[],
): { entries: readonly Entry[]; leftOut: number } {
  const entries: Entry[] = [];
  let leftOut = 0;
  for (const [index, { isWithoutAbstract = false, ...draft }] of drafts.entries()) {
    const { title, abstract } = draft;
    const rejection = index < limits.entries ? rejectionOf(file, draft) : undefined;
    if (rejection) problems.push(rejection);
    if (title && !rejection && index < limits.entries) {
      entries.push({ ...draft, title });
      if (abstract.length === 0 && !isWithoutAbstract)
        problems.push(problem('title-without-abstract', { file, ...title }, { title: title.text }));
    } else leftOut += abstract.length + (title ? 1 : 0);
  }
  const tooMany = drafts[limits.entries];
  if (tooMany) {
    const place = { file, line: 1, column: 1, ...tooMany.title };
    problems.push(problem('too-many-entries', place, { entries: drafts.length }));
  }
  return { entries, leftOut };
}

/** Why an entry cannot be published, if it cannot. */
function rejectionOf(file: string, { title, abstract }: Draft): Problem | undefined {
  const [first] = abstract;
  if (title === undefined)
    return first && problem('abstract-without-title', { file, ...first }, { text: first.text });
  if (title.text.length > limits.titleCharacters)
    return problem('title-too-long', { file, ...title }, { characters: title.text.length });
  const characters = abstract.reduce((sum, paragraph) => sum + paragraph.text.length, 0);
  if (first && characters > limits.abstractCharacters)
    return problem('abstract-too-long', { file, ...first }, { title: title.text, characters });
  return undefined;
}
