import type { PhrasingContent } from 'mdast';

import { joined, mathNode, textNode, textOf } from './display-nodes.ts';
import { FACE_MACROS } from './latex-macros.ts';

/** Signs of the package pifont that abstracts use. */
const DINGBATS: ReadonlyMap<string, string> = new Map([
  ['51', '✓'],
  ['52', '✔'],
  ['55', '✗'],
  ['56', '✘'],
]);

/**
 * What a macro with an argument is shown as: its argument, in the face or the brackets it asks for.
 *
 * @param inner the argument, read; `source` is the same as written.
 */
export function withMacro(
  name: string,
  inner: readonly PhrasingContent[],
  source: string,
): readonly PhrasingContent[] {
  const face = FACE_MACROS.get(name);
  if (face) return inFace(face, inner);
  if (name === 'textsuperscript' && /^[\w+-]+$/.test(source))
    return [mathNode(`^{\\text{${source}}}`)];
  if (name === 'textsubscript' && /^[\w+-]+$/.test(source))
    return [mathNode(`_{\\text{${source}}}`)];
  if (name.startsWith('cite')) return [textNode('['), ...inner, textNode(']')];
  if (name === 'footnote') return [textNode(' ('), ...inner, textNode(')')];
  if (name === 'ding') return [textNode(DINGBATS.get(source) ?? source)];
  return inner;
}

/** Nodes set in another face; without a face where there is nothing to see, and never twice in the same one. */
export function inFace(
  face: 'strong' | 'emphasis' | 'inlineCode',
  inner: readonly PhrasingContent[],
): readonly PhrasingContent[] {
  if (textOf(inner).trim() === '') return inner;
  return face === 'inlineCode'
    ? [{ type: 'inlineCode', value: textOf(inner) }]
    : [{ type: face, children: withoutFace(face, inner) }];
}

function withoutFace(
  face: 'strong' | 'emphasis',
  nodes: readonly PhrasingContent[],
): PhrasingContent[] {
  const flat = nodes.flatMap((node) => {
    if (node.type === face) return node.children;
    if (node.type !== 'strong' && node.type !== 'emphasis') return [node];
    return [{ ...node, children: withoutFace(face, node.children) }];
  });
  return joined(flat);
}
