import type { Element, Nodes } from 'hast';

import { safeAddress } from '../../../src/digest/web-address.ts';

/** The elements of MathML Core that set formulas, and two of MathML 3. */
const MATH = new Set(
  (
    'math mrow mi mn mo mtext mspace ms msup msub msubsup mfrac msqrt mroot mover munder munderover ' +
    'mmultiscripts mprescripts mtable mtr mtd mpadded mphantom menclose'
  ).split(' '),
);
const MATH_ATTRIBUTES = new Set(
  (
    'mathvariant fence form stretchy symmetric separator accent accentunder lspace rspace ' +
    'linethickness minsize maxsize movablelimits largeop width'
  ).split(' '),
);

/** Attributes that an element of a published text may have. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  a: 'href',
  h1: 'id',
  h2: 'id',
  span: 'className',
};

/** What is in a tree besides the elements of these names, formulas and text. */
export function foreignNodes(tree: Nodes, allowed: ReadonlySet<string>): readonly string[] {
  if (tree.type === 'text') return [];
  if (tree.type === 'root') return tree.children.flatMap((node) => foreignNodes(node, allowed));
  if (tree.type !== 'element') return [`a node of type ${tree.type}`];
  const inMath = tree.tagName === 'math';
  const below = tree.children.flatMap((node) => foreignNodes(node, inMath ? MATH : allowed));
  const isKnown = inMath || allowed.has(tree.tagName);
  const own = isKnown ? foreignAttributes(tree) : [`<${tree.tagName}>`];
  return [...own, ...below];
}

function foreignAttributes(element: Element): readonly string[] {
  const { tagName, properties } = element;
  const found = Object.entries(properties).filter(([name]) =>
    MATH.has(tagName) ? !MATH_ATTRIBUTES.has(name.toLowerCase()) : name !== ATTRIBUTES[tagName],
  );
  const failures = found.map(([name]) => `${name} of <${tagName}>`);
  if (tagName === 'span' && String(properties['className']) !== 'formula')
    failures.push('a span that is no formula');
  if (tagName === 'a') {
    failures.push(...unsafeAddress(String(properties['href'])));
    if (!/[^\s\ue0f4]/u.test(textOfHtml(element))) failures.push('a link without a text');
  }
  return failures;
}

/** Why an address must not be linked to, if so. */
export function unsafeAddress(url: string): readonly string[] {
  if (safeAddress(url) === undefined || !URL.canParse(url)) return [`unsafe address ${url}`];
  const { protocol, username, password, hostname } = new URL(url);
  const isSafe = /^https?:$/.test(protocol) && username + password === '' && hostname !== '';
  return isSafe ? [] : [`unsafe address ${url}`];
}

/** All elements of a name, in order. */
export function elementsOf(tree: Nodes, tagName: string): readonly Element[] {
  const below =
    'children' in tree ? tree.children.flatMap((child) => elementsOf(child, tagName)) : [];
  return tree.type === 'element' && tree.tagName === tagName ? [tree, ...below] : below;
}

/** Brackets that no digest holds, for each kind of element that means something in a text. */
const BRACKETS: Readonly<Record<string, string>> = {
  math: '\ue0f0',
  em: '\ue0f1',
  strong: '\ue0f2',
  code: '\ue0f3',
  a: '\ue0f4',
};

/** A text in the brackets of an element. */
export function bracketed(tagName: string, text: string): string {
  const bracket = BRACKETS[tagName] ?? '';
  return bracket + text + bracket;
}

/** The text of a tree, its faces, links and formulas in brackets. */
export function textOfHtml(tree: Nodes): string {
  if (tree.type === 'text') return tree.value;
  const text = 'children' in tree ? tree.children.map(textOfHtml).join('') : '';
  return tree.type === 'element' ? bracketed(tree.tagName, text) : text;
}

export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
