import type { List, Paragraph, PhrasingContent, RootContent } from 'mdast';

/** A heading of phrasing, or of plain text. */
export function heading(
  depth: 1 | 2 | 3,
  content: string | readonly PhrasingContent[],
): RootContent {
  return { type: 'heading', depth, children: phrasing(content) };
}

export function paragraph(...content: readonly (string | PhrasingContent)[]): Paragraph {
  return { type: 'paragraph', children: content.flatMap((each) => phrasing([each])) };
}

/** A list with a dot for each item, and below some of them a list of their own. */
export function list(
  items: readonly (readonly [text: Paragraph, below?: List | undefined])[],
): List {
  const children = items.map(([text, below]) => ({
    type: 'listItem' as const,
    spread: false,
    children: below === undefined ? [text] : [text, below],
  }));
  return { type: 'list', spread: false, children };
}

export function linkTo(url: string, text = url): PhrasingContent {
  return { type: 'link', url, children: [{ type: 'text', value: text }] };
}

export function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value };
}

function phrasing(content: string | readonly (string | PhrasingContent)[]): PhrasingContent[] {
  const nodes = typeof content === 'string' ? [content] : content;
  return nodes.map((node) => (typeof node === 'string' ? { type: 'text', value: node } : node));
}
