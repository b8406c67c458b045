import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

import { inertHtml, mathml } from './mathml.ts';
import { fromStandIns, withStandIns } from './stand-ins.ts';

const stringifier = unified().use(remarkStringify, { bullet: '-' }).freeze();

/**
 * A tree with its formulas as MathML, each kept on one line with the letters and signs that touch it; one
 * that cannot be set is shown as it is written.
 */
export function withMath(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const shown: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = shown.at(-1);
    if (node.type === 'inlineMath') {
      const set = mathml(node.value);
      if (set === undefined) shown.push({ type: 'text', value: `$${node.value}$` });
      else shown.push({ type: 'html', value: formula(takeEnd(last), set, '') });
    } else if (node.type === 'text' && last?.type === 'html') {
      const touching = TOUCHING_START.exec(node.value)?.[0] ?? '';
      if (touching !== '') last.value = formula('', last.value, touching);
      if (touching.length < node.value.length)
        shown.push({ type: 'text', value: node.value.slice(touching.length) });
    } else if (node.type === 'link' || node.type === 'strong' || node.type === 'emphasis') {
      shown.push({ ...node, children: withMath(node.children) });
    } else {
      shown.push({ ...node });
    }
  }
  return shown;
}

/** What stands next to a formula without a space between, if it is short. */
const TOUCHING_START = /^\S{1,20}(?=\s|$)/;
const TOUCHING_END = /(?<!\S)\S{1,20}$/;

function formula(before: string, set: string, after: string): string {
  if (before === '' && after === '') return set;
  return `<span class="formula">${inertHtml(before)}${set}${inertHtml(after)}</span>`;
}

/** Takes the end that touches the next node off a text. */
function takeEnd(node: PhrasingContent | undefined): string {
  if (node?.type !== 'text') return '';
  const touching = TOUCHING_END.exec(node.value)?.[0] ?? '';
  node.value = node.value.slice(0, node.value.length - touching.length);
  return touching;
}

/** Blocks as Markdown. */
export function stringify(children: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...children] };
  return fromStandIns(stringifier.stringify(withStandIns(root)));
}
