import type { Nodes } from 'mdast';

/** A sign like any other to Markdown that no text holds: decoding removes it. */
const SIGN = '\ufffc';

/**
 * A tree with a stand-in for each sign beyond U+FFFF, emoji above all. Whether stars and underscores make a
 * face depends on the signs next to them; remark looks at one half of such a sign and takes it for a letter,
 * CommonMark looks at the whole. `fromStandIns` puts the signs back into what remark writes.
 */
export function withStandIns<Node extends Nodes>(node: Node): Node {
  if (node.type === 'text')
    return { ...node, value: node.value.replace(/[\u{10000}-\u{10ffff}]/gu, standIn) };
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map((child) => withStandIns(child)) };
}

/** Puts the signs back for which `withStandIns` put stand-ins. */
export function fromStandIns(markdown: string): string {
  return markdown.replace(/\ufffc([\da-f]+)\ufffc/g, (_, code: string) =>
    String.fromCodePoint(parseInt(code, 16)),
  );
}

function standIn(character: string): string {
  if (!/[\p{P}\p{S}]/u.test(character)) return character;
  return SIGN + (character.codePointAt(0) ?? 0).toString(16) + SIGN;
}
