import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';

import { titleKey } from '../archive/identity.ts';
import { textOf } from '../digest/display-nodes.ts';
import { withMath } from './markdown.ts';
import { titleTree } from './title-tree.ts';

/** A title in the forms that pages need. */
export interface Title {
  /** What a reader sees, as plain text. */
  readonly text: string;
  /** The same as HTML, with faces and formulas. */
  readonly html: string;
}

/** Readies a title for display. */
export function displayTitle(source: string): Title {
  const tree = titleTree(source);
  const hast = toHast(
    { type: 'paragraph', children: withMath(tree) },
    { allowDangerousHtml: true },
  );
  const children = 'children' in hast ? hast.children : [];
  // The only raw HTML in the tree is the MathML that `mathml()` has made and sanitised.
  return {
    text: textOf(tree).trim(),
    html: toHtml({ type: 'root', children }, { allowDangerousHtml: true }),
  };
}

/** A title as a reader sees it, plain text. */
export function titleText(source: string): string {
  return textOf(titleTree(source)).trim();
}

/** What a title is sorted by in an index: its key without a leading article. */
export function sortKey(title: string): string {
  return titleKey(titleText(title)).replace(/^(?:a|an|the) (?=\S)/, '');
}

/** The index letter of a title: `a` to `z`, `0-9`, or `other`. */
export function titleLetter(title: string): string {
  const first = sortKey(title).charAt(0);
  if (/[a-z]/.test(first)) return first;
  return /[0-9]/.test(first) ? '0-9' : 'other';
}
