import type { BlockContent, PhrasingContent, Root } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

import type { AbstractVersion, DateIssue, Paper, PaperId } from '../archive/types.ts';
import { displayTree } from '../digest/display.ts';
import { longDate } from './dates.ts';
import { mathml } from './mathml.ts';
import type { SiteUrls } from './site-urls.ts';

const stringifier = unified().use(remarkStringify, { bullet: '-' }).freeze();

/** The body of a paper as Markdown: its abstract, then every other text that a digest gave for it. */
export function paperMarkdown(paper: Paper): string {
  const [newest, ...others] = paper.versions;
  const paragraphs = newest ? paragraphsOf(newest) : [];
  const older = others.flatMap((version) => [olderHeading(version), ...paragraphsOf(version)]);
  return stringify([...paragraphs, ...older]);
}

/** The body of a date as Markdown: its papers in order, as a numbered list of links. */
export function dateMarkdown(
  issue: DateIssue,
  titles: ReadonlyMap<PaperId, string>,
  urls: SiteUrls,
): string {
  const children = issue.listings.map(({ id }) => {
    const title = titles.get(id) ?? id;
    const text: PhrasingContent[] = withMath(displayTree(title).flatMap(withoutLinks));
    const link: PhrasingContent = { type: 'link', url: urls.paper(id), children: text };
    return {
      type: 'listItem' as const,
      spread: false,
      children: [{ type: 'paragraph' as const, children: [link] }],
    };
  });
  return stringify([{ type: 'list', ordered: true, spread: false, children }]);
}

/** Titles stand inside links, so that an address in a title is text. */
export function withoutLinks(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'link') return node.children.flatMap(withoutLinks);
  if (node.type === 'strong' || node.type === 'emphasis')
    return [{ ...node, children: node.children.flatMap(withoutLinks) }];
  return [node];
}

/** A tree with its formulas as MathML; one that cannot be set is shown as it is written. */
export function withMath(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'inlineMath') {
      const value = mathml(node.value);
      return value === undefined
        ? { type: 'text', value: `$${node.value}$` }
        : { type: 'html', value };
    }
    if (node.type === 'link' || node.type === 'strong' || node.type === 'emphasis')
      return { ...node, children: withMath(node.children) };
    return node;
  });
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

function stringify(children: BlockContent[]): string {
  const root: Root = { type: 'root', children };
  return stringifier.stringify(root);
}
