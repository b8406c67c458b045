import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';

import { textOf } from '../../src/digest/display-nodes.ts';
import { displayTree } from '../../src/digest/display.ts';
import { withTex } from '../../src/publish/dumps/date-markdown.ts';
import { paragraph } from '../../src/publish/markdown-nodes.ts';
import { stringify, withMath } from '../../src/publish/markdown.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

describe('withMath', () => {
  test('sets formulas wherever they stand, and shows the source of those it cannot set', () => {
    const nodes = withMath(displayTree('\\textbf{$x$} and $\\gull$'));
    expect(nodes).toEqual([
      { type: 'strong', children: [{ type: 'html', value: '<math><mi>x</mi></math>' }] },
      { type: 'text', value: ' and ' },
      { type: 'text', value: '$\\gull$' },
    ]);
  });
});

describe('stringify', () => {
  test('writes faces and links as Markdown', () => {
    const source = '\\textbf{a} \\emph{b} \\texttt{c} https://example.org/';
    expect(stringify([paragraph(...displayTree(source))])).toBe(
      '**a** *b* `c` <https://example.org/>\n',
    );
  });
});

describe('a text that is written as Markdown is what its digest says to a CommonMark parser', async () => {
  const commonMark = await createSatteriMarkdownProcessor({
    features: { gfm: false, smartPunctuation: false },
    syntaxHighlight: false,
  });
  const textIn = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    return 'children' in node ? node.children.map(textIn).join('') : '';
  };
  const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

  // Whatever a text says: the tests of `dumps/date-markdown.ts`.
  test.each(HOSTILE_TEXTS)('%j', async (source) => {
    const nodes = withTex(displayTree(source));
    const { code } = await commonMark.render(stringify([paragraph(...nodes)]));
    expect(collapse(textIn(fromHtml(code, { fragment: true })))).toBe(collapse(textOf(nodes)));
  });
});
