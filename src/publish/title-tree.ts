import type { PhrasingContent } from 'mdast';

import { textOf } from '../digest/display-nodes.ts';
import { displayTree } from '../digest/display.ts';

/**
 * A title as it is meant to be read. It stands inside links, so that an address in it is text; one of
 * nothing but macros without text is shown as it is written.
 */
export function titleTree(source: string): PhrasingContent[] {
  const repaired = displayTree(source).flatMap(withoutLinks);
  const isBlank = !/[\p{L}\p{N}\p{P}\p{S}]/u.test(textOf(repaired));
  return isBlank ? [{ type: 'text', value: source }] : repaired;
}

function withoutLinks(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'link') return node.children.flatMap(withoutLinks);
  if (node.type === 'strong' || node.type === 'emphasis')
    return [{ ...node, children: node.children.flatMap(withoutLinks) }];
  return [node];
}
