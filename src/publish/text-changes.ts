import { diffWordsWithSpace } from 'diff';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';

import type { AbstractVersion, Paper } from '../archive/types.ts';
import type { IsoDate } from '../digest/types.ts';
import { displayText } from '../digest/display.ts';

/** A stretch of two texts: in both, only in the newer, only in the older, or left out between changes. */
export interface ChangedPiece {
  readonly kind: 'kept' | 'added' | 'removed' | 'gap';
  readonly text: string;
}

/** What changed from one text of an abstract to the next. */
export interface TextChange {
  /** The last date of either text. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly pieces: readonly ChangedPiece[];
}

/** Words kept on either side of a change. */
const CONTEXT = 8;
/** More changes than this are no longer readable, and take long to find. */
const MOST_EDITS = 2000;

/** The changes between the texts of a paper, newest first; none between texts that read the same. */
export function textChanges(paper: Paper): readonly TextChange[] {
  return paper.versions.slice(1).flatMap((older, index) => {
    const newer = paper.versions[index];
    const from = older.appearances.at(-1)?.date;
    const to = newer?.appearances.at(-1)?.date;
    if (newer === undefined || from === undefined || to === undefined) return [];
    const [before, after] = [plainText(older), plainText(newer)];
    return before === after ? [] : [{ from, to, pieces: changedPieces(before, after) }];
  });
}

/** The changes from one text to another, word by word, with a few words around each. */
export function changedPieces(before: string, after: string): readonly ChangedPiece[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  return changes.flatMap(({ value, added, removed }, index): readonly ChangedPiece[] => {
    if (added || removed) return changed(added ? 'added' : 'removed', value);
    return shortened(value, index === 0, index === changes.length - 1);
  });
}

/** Changes as `ins` and `del` of HTML, each named for those who hear the page or copy its text. */
export function changesHtml(pieces: readonly ChangedPiece[]): string {
  return toHtml({ type: 'root', children: pieces.flatMap(htmlOf) });
}

function htmlOf({ kind, text }: ChangedPiece): readonly ElementContent[] {
  if (kind === 'gap') return [{ type: 'text', value: '… ' }];
  if (kind === 'kept') return [{ type: 'text', value: text }];
  const unseen = (value: string): ElementContent => ({
    type: 'element',
    tagName: 'span',
    properties: { className: ['visually-hidden'] },
    children: [{ type: 'text', value }],
  });
  const tagName = kind === 'added' ? 'ins' : 'del';
  const children = [unseen(`[${kind}: `), { type: 'text', value: text } as const, unseen(']')];
  return [{ type: 'element', tagName, properties: {}, children }];
}

/** A change with the white space around it outside, where nobody sees it. */
function changed(kind: 'added' | 'removed', value: string): readonly ChangedPiece[] {
  const text = value.trim();
  const start = value.indexOf(text);
  const around = (space: string): readonly ChangedPiece[] =>
    space === '' ? [] : [{ kind: 'kept', text: space }];
  if (text === '') return around(value);
  return [
    ...around(value.slice(0, start)),
    { kind, text },
    ...around(value.slice(start + text.length)),
  ];
}

/** An unchanged stretch without its middle; at the ends of a text without its far side. */
function shortened(text: string, isFirst: boolean, isLast: boolean): readonly ChangedPiece[] {
  const words = text.split(/(?<=\s)/);
  const head = isFirst ? [] : words.slice(0, CONTEXT);
  const tail = isLast ? [] : words.slice(-CONTEXT);
  if (head.length + tail.length >= words.length) return [{ kind: 'kept', text }];
  const kept = (piece: readonly string[]): readonly ChangedPiece[] =>
    piece.length === 0 ? [] : [{ kind: 'kept', text: piece.join('') }];
  return [...kept(head), { kind: 'gap', text: '' }, ...kept(tail)];
}

function plainText(version: AbstractVersion): string {
  return version.paragraphs.map(displayText).join(' ');
}
