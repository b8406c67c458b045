import type { PhrasingContent } from 'mdast';

import { hasInvisible } from './decode.ts';
import { readableMath } from './readable-math.ts';

declare module 'mdast' {
  /** TeX between dollar signs; `value` is without them. */
  interface InlineMath extends Literal {
    type: 'inlineMath';
  }
  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }
  interface RootContentMap {
    inlineMath: InlineMath;
  }
}

/** What a reader sees of a tree, as plain text. */
export function textOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'inlineMath') return readableMath(node.value);
      if ('children' in node) return textOf(node.children);
      return 'value' in node ? node.value : '';
    })
    .join('');
}

/** The addresses a tree links to, in order, each once. */
export function addressesIn(nodes: readonly PhrasingContent[]): readonly string[] {
  const found = nodes.flatMap((node): readonly string[] => {
    if (node.type === 'link') return [node.url];
    return 'children' in node ? addressesIn(node.children) : [];
  });
  return [...new Set(found)];
}

/** Nodes with neighbouring texts, and neighbouring codes, as one, and no text of nothing. */
export function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const whole: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = whole.at(-1);
    const isValue = node.type === 'text' || node.type === 'inlineCode';
    if (!isValue) whole.push(node);
    else if (last?.type === node.type) last.value += node.value;
    else if (node.value !== '') whole.push({ ...node });
  }
  return whole;
}

/** Text as it stands. */
export function textNode(value: string): PhrasingContent & { type: 'text' } {
  return { type: 'text', value };
}

/** A formula, from its TeX without dollar signs. */
export function mathNode(tex: string): PhrasingContent {
  // MathJax's \unicode, which TeX and Temml do not know; only for characters that can be seen.
  const value = tex.replace(/\\unicode\{x([0-9A-Fa-f]{2,5})\}/g, (macro, code: string) => {
    const character = String.fromCodePoint(parseInt(code, 16));
    const isVisible = /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) && !hasInvisible(character);
    return isVisible ? character : macro;
  });
  return { type: 'inlineMath', value };
}

/** A link; `url` must have passed `safeAddress`. */
export function linkNode(url: string, text: string): PhrasingContent {
  return { type: 'link', url, children: [textNode(text)] };
}
