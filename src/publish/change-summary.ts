import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

import type { ArchiveChanges } from '../archive/changes.ts';
import type { FormerPaper, Paper } from '../archive/types.ts';
import { problemLine } from '../digest/problems.ts';
import type { Problem } from '../digest/types.ts';
import { count } from './count.ts';
import { longDate } from './dates.ts';
import { titleText } from './title.ts';

/** Papers or problems shown of each kind; the rest is counted. */
const SHOWN = 100;

/** What a change of the content would publish, in one sentence. */
export function changeSentence(changes: ArchiveChanges): string {
  const { newDates, newPapers, repeated, rewritten, retired, gone } = changes;
  const parts = [
    ...(newDates.length > 0 ? [count(newDates.length, 'new date')] : []),
    ...(newPapers.length > 0 ? [count(newPapers.length, 'new paper')] : []),
    ...(repeated.length > 0 ? [`${count(repeated.length, 'paper')} listed once more`] : []),
    ...(rewritten.length > 0 ? [`${count(rewritten.length, 'abstract')} new or changed`] : []),
    ...(retired.length > 0 ? [`${count(retired.length, 'paper')} moved or withdrawn`] : []),
    ...(gone.length > 0 ? [`${count(gone.length, 'paper')} gone`] : []),
  ];
  return parts.length === 0 ? 'No date, paper or abstract changes.' : `${parts.join(', ')}.`;
}

/**
 * A Markdown page for somebody who decides on a change of the content: what it would publish, and what is
 * wrong with it. Titles and messages are text in it, whatever they hold.
 */
export function changeSummary(changes: ArchiveChanges, problems: readonly Problem[]): string {
  const { newDates, newPapers, repeated, rewritten, retired, gone } = changes;
  const children: RootContent[] = [
    heading('What this would publish'),
    { type: 'paragraph', children: [text(changeSentence(changes))] },
    ...section('New dates', newDates.map(longDate)),
    ...section('New papers', titlesOf(newPapers)),
    ...section('Papers listed once more', titlesOf(repeated)),
    ...section('New or changed abstracts', titlesOf(rewritten)),
    ...section('Papers moved or withdrawn', retired.map(retiredLine)),
    ...section('Papers gone', titlesOf(gone)),
    heading('What the check found'),
    ...(['error', 'warning', 'notice'] as const).flatMap((severity) => {
      const found = problems.filter((problem) => problem.severity === severity);
      return section(count(found.length, severity), found.map(problemLine));
    }),
    ...(problems.length === 0
      ? [{ type: 'paragraph' as const, children: [text('Nothing. Everything is in order.')] }]
      : []),
  ];
  return stringifier.stringify({ type: 'root', children });
}

/** GitHub makes links of bare addresses that are not escaped, and crosses out what stands between tildes. */
const stringifier = unified()
  .use(remarkStringify, {
    bullet: '-',
    unsafe: [
      { character: ':', before: '[psPS]', after: '\\/', inConstruct: 'phrasing' },
      // Whatever follows: the address would take the backslash before the next sign with it.
      { character: '.', before: '[Ww]', inConstruct: 'phrasing' },
      { character: '@', before: '[+\\-.\\w]', after: '[\\-.\\w]', inConstruct: 'phrasing' },
      { character: '~', inConstruct: 'phrasing' },
    ],
  })
  .freeze();

function section(title: string, lines: readonly string[]): readonly RootContent[] {
  if (lines.length === 0) return [];
  const items = lines.slice(0, SHOWN).map(item);
  const rest = lines.length - SHOWN;
  if (rest > 0) items.push(item(`and ${rest.toLocaleString('en-GB')} more`));
  const list: List = { type: 'list', ordered: false, spread: false, children: items };
  const strong: PhrasingContent = { type: 'strong', children: [text(title)] };
  return [{ type: 'paragraph', children: [strong] }, list];
}

function item(line: string): ListItem {
  return {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: [text(line)] }],
  };
}

function heading(title: string): RootContent {
  return { type: 'heading', depth: 2, children: [text(title)] };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** `old-id is now new-id`, or why it is withdrawn. */
function retiredLine({ id, movedTo, withdrawn }: FormerPaper): string {
  return movedTo === undefined ? `${id}: ${withdrawn ?? ''}` : `${id} is now ${movedTo}`;
}

function titlesOf(papers: readonly Paper[]): readonly string[] {
  return papers.map(({ title }) => titleText(title));
}
