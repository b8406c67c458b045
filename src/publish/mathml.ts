import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import temml from 'temml';

import { hasInvisible } from '../digest/decode.ts';

/** A longer formula would not fit a phone: MathML has no line breaks. */
const LONGEST_TEX = 100;
const DEEPEST_TEX = 12;
const LONGEST_MATHML = 8000;

/** MathML Core presentation elements and the attributes that neither load, link nor style (W3C MathML Core). */
const SCHEMA: Schema = {
  tagNames: [
    'math',
    'mrow',
    'mi',
    'mn',
    'mo',
    'mtext',
    'mspace',
    'ms',
    'msup',
    'msub',
    'msubsup',
    'mfrac',
    'msqrt',
    'mroot',
    'mover',
    'munder',
    'munderover',
    'mmultiscripts',
    'mprescripts',
    'mtable',
    'mtr',
    'mtd',
    'mpadded',
    'mphantom',
    'menclose',
  ],
  attributes: {
    '*': [
      'mathvariant',
      'fence',
      'form',
      'stretchy',
      'symmetric',
      'separator',
      'accent',
      'accentunder',
      'lspace',
      'rspace',
      'linethickness',
      'minsize',
      'maxsize',
      'movablelimits',
      'largeop',
      'width',
    ],
  },
  strip: ['script', 'style'],
};

/** Characters that Markdown would read inside the text of inline HTML, and the two that HTML would. */
const SPECIAL_CHARACTERS = /[*_`[\]\\~!#|$&<>{}]/g;

/**
 * A formula as MathML, or nothing when it is too long, too deep, or not TeX that Temml knows; the caller
 * then shows the source. No styles, links or classes; safe to put into Markdown and HTML alike.
 *
 * @param tex the formula without its dollar signs.
 */
export function mathml(tex: string): string | undefined {
  if (tex.trim() === '' || tex.length > LONGEST_TEX || depth(tex) > DEEPEST_TEX) return undefined;
  let rendered: string;
  try {
    rendered = temml.renderToString(tex, {
      throwOnError: true,
      maxExpand: 50,
      maxSize: [10, 10],
      trust: false,
      wrap: 'none',
    });
  } catch {
    return undefined;
  }
  // Temml writes U+2061, function application, after names such as log; screen readers do without.
  rendered = rendered.replace(/[\u2061-\u2064]/g, '');
  // \char makes characters by number, also those that decoding removes.
  if (rendered.length > LONGEST_MATHML || hasInvisible(rendered)) return undefined;
  const tree = sanitize(fromHtml(rendered, { fragment: true }), SCHEMA);
  return toHtml(withInertText(tree), { allowDangerousHtml: true });
}

/** Text as HTML in which neither Markdown nor HTML finds anything to read. */
export function inertHtml(text: string): string {
  return text.replace(SPECIAL_CHARACTERS, (character) => `&#${String(character.charCodeAt(0))};`);
}

/** The tree with each special character of its text as a numeric reference. */
function withInertText(node: Nodes): Nodes {
  if (node.type === 'text') {
    const value = inertHtml(node.value);
    return { type: 'raw', value };
  }
  if (node.type !== 'root' && node.type !== 'element') return { type: 'text', value: '' };
  return { ...node, children: node.children.map(withInertText) } as Nodes;
}

/** The deepest nesting of braces and environments. */
function depth(tex: string): number {
  let current = 0;
  let deepest = 0;
  for (const [sign] of tex.matchAll(/[{}]|\\begin|\\left(?![a-z])/g)) {
    current += sign === '}' ? -1 : 1;
    deepest = Math.max(deepest, current);
  }
  return deepest;
}
