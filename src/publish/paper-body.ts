import { toHtml } from 'hast-util-to-html';
import type { BlockContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';

import type { AbstractVersion, Paper } from '../archive/types.ts';
import { displayTree } from '../digest/display.ts';
import { longDate } from './dates.ts';
import { withMath } from './markdown.ts';

/**
 * The body of a paper's page as HTML: its abstract, then every other text that a digest gave for it. Made
 * from a tree, so that nothing in a text is read as Markdown or HTML.
 */
export function paperBody(paper: Paper): string {
  const [newest, ...others] = paper.versions;
  const paragraphs = newest ? paragraphsOf(newest) : [];
  const older = others.flatMap((version) => [olderHeading(version), ...paragraphsOf(version)]);
  const tree = toHast(
    { type: 'root', children: [...paragraphs, ...older] },
    { allowDangerousHtml: true },
  );
  // The only raw HTML in the tree is the MathML that `mathml()` has made and sanitised.
  return toHtml(tree, { allowDangerousHtml: true });
}

function paragraphsOf(version: AbstractVersion): BlockContent[] {
  return version.paragraphs.map((text) => ({
    type: 'paragraph',
    children: withMath(displayTree(text)),
  }));
}

function olderHeading(version: AbstractVersion): BlockContent {
  const dates = [...new Set(version.appearances.map(({ date }) => longDate(date)))];
  const value = `Another text of this abstract, ${dates.join(', ')}`;
  return { type: 'heading', depth: 3, children: [{ type: 'text', value }] };
}
