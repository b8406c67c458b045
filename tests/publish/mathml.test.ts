import type { Element, Nodes } from 'hast';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';

import { mathml } from '../../src/publish/mathml.ts';
import { millisecondsOf } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

function elementsOf(node: Nodes): readonly Element[] {
  const below = 'children' in node ? node.children.flatMap((child) => elementsOf(child)) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

const parse = (html: string): Nodes => fromHtml(html, { fragment: true });

describe('a formula', () => {
  test.each([
    ['x', '<math><mi>x</mi></math>'],
    ['x^2', '<math><msup><mi>x</mi><mn>2</mn></msup></math>'],
    ['10^{13}', '<math><msup><mn>10</mn><mn>13</mn></msup></math>'],
    ['\\alpha_t', '<math><msub><mi>α</mi><mi>t</mi></msub></math>'],
    ['\\frac{a}{b}', '<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>'],
    ['\\mathbb{R}', '<math><mi>ℝ</mi></math>'],
  ])('%j is MathML', (tex, expected) => {
    expect(mathml(tex)).toBe(expected);
  });

  test.each([
    ['\\log n', 'logn'],
    ['O(n \\log n)', 'O(nlogn)'],
    ['\\max_i x', 'maxix'],
    ['\\operatorname{softmax}(x)', 'softmax(x)'],
    ['\\arg\\min', 'argmin'],
    ['\\exp(x)', 'exp(x)'],
  ])('%j is set, with the names of its functions', (tex, shown) => {
    const text = textOf(parse(mathml(tex) ?? ''));
    expect(text.replace(/[\s\u2000-\u2064]/g, '')).toBe(shown);
  });

  test.each([
    ['the sign of HTML', 'x<y', '&#60;'],
    ['the sign of an entity', '\\text{\\&}', '&#38;'],
    ['emphasis', '\\text{*a*}', '&#42;a&#42;'],
    ['a bracket', '[a]', '&#91;'],
    ['a brace', '\\{a\\}', '&#123;'],
    ['a bar', '|a|', '&#124;'],
  ])('hides characters from Markdown and HTML: %s', (_, tex, reference) => {
    expect(mathml(tex)).toContain(reference);
  });

  test('shows what it hides', () => {
    const html = mathml('\\text{*a* \\_b\\_ <d> \\& [e](f) | ! \\# \\$ \\{\\}}') ?? '';
    expect(textOf(parse(html)).replaceAll('\u00a0', ' ')).toBe('*a* _b_ <d> & [e](f) | ! # $ {}');
    expect(html).not.toMatch(/[*_[\]|!$]/);
  });
});

describe('limits', () => {
  test.each([
    ['nothing', ''],
    ['white space', '  '],
    ['more than 100 characters', 'x'.repeat(101)],
    ['braces that go too deep', `${'\\sqrt{'.repeat(13)}x${'}'.repeat(13)}`],
    ['environments that go too deep', '\\begin{matrix}'.repeat(13) + '\\end{matrix}'.repeat(13)],
    ['more MathML than 8,000 characters', "a'".repeat(200)],
    ['a character that cannot be seen', '\\char"202E x'],
    ['half a character', '\\char"D800'],
    ['a brace that never closes', 'x^{2'],
    ['an unknown macro', '\\gullnet'],
    ['half a macro', '\\frac{a}'],
    ['\\right alone', '\\right)'],
  ])('%s is no formula', (_, tex) => {
    expect(mathml(tex)).toBeUndefined();
  });

  test('twelve levels and 100 characters are a formula', () => {
    expect(mathml(`${'\\sqrt{'.repeat(12)}x${'}'.repeat(12)}`)).toBeDefined();
    expect(mathml('1'.repeat(100))).toBeDefined();
  });

  test.each([
    '\\def\\a{\\a\\a}\\a',
    '\\def\\a{\\b\\b}\\def\\b{\\c\\c}\\def\\c{\\d\\d}\\def\\d{\\e\\e}\\def\\e{xxxxxxxxxx}\\a',
    '\\newcommand{\\a}{\\a}\\a',
    '\\let\\a\\a\\a',
    '\\sqrt{'.repeat(60),
    '{'.repeat(400),
    '^'.repeat(400),
    '\\left('.repeat(60),
    '&'.repeat(400),
    '\\\\'.repeat(200),
  ])('hostile TeX takes no time: %j', (tex) => {
    expect(millisecondsOf(() => mathml(tex))).toBeLessThan(500);
  });

  test.each(['\\rule{1000em}{1000em}', '\\hspace{1000em}x', '\\kern1000em x'])(
    'a length stays within the line: %j',
    (tex) => {
      const widths = elementsOf(parse(mathml(tex) ?? '')).map(({ properties }) =>
        parseFloat(String(properties['width'] ?? 0)),
      );
      expect(Math.max(...widths)).toBeLessThanOrEqual(10);
    },
  );
});

describe('nothing that acts gets into a page', () => {
  const HOSTILE = [
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\style{color:red}{x}',
    '\\class{evil}{x}',
    '\\htmlId{evil}{x}',
    '\\htmlData{a=b}{x}',
    '\\includegraphics{https://evil.example/p.png}',
    '\\textcolor{red}{x}',
    '\\colorbox{red}{x}',
    '\\fcolorbox{red}{blue}{x}',
    '\\color{red}x',
    '\\boxed{x}',
    '\\cancel{x}',
    '\\tag{1}x',
    '\\label{a}x',
    '\\Huge x',
    '\\text{<script>alert(1)</script>}',
    '\\text{</math><script>alert(1)</script>}',
    '\\text{<img src=x onerror=alert(1)>}',
    '\\text{"onload="alert(1)}',
    '\\begin{array}{c|c}a&b\\\\ \\hline c&d\\end{array}',
    '\\mathchoice{a}{b}{c}{d}',
    '\\operatorname{<b>}',
    '\\unicode{x3c}',
    '\\char"3C',
    '\\ce{H2O}',
  ];

  const ALLOWED = new Set([
    'mathvariant',
    'mathVariant',
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
  ]);

  const assertHarmless = (tex: string): void => {
    const html = mathml(tex);
    if (html === undefined) return;
    const elements = elementsOf(parse(html));
    expect(elements[0]?.tagName).toBe('math');
    for (const { tagName, properties } of elements) {
      expect(tagName).toMatch(/^m[a-z]+$/);
      expect(Object.keys(properties).filter((name) => !ALLOWED.has(name))).toEqual([]);
    }
    expect(html).not.toMatch(/<(?!\/?m[a-z]+[ >])/);
  };

  test.each(HOSTILE)('%j', (tex) => {
    assertHarmless(tex);
    assertHarmless(`a + ${tex} + b`);
  });

  test('from any TeX', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.constantFrom(
        '\\frac{a}{b}',
        '{',
        '}',
        '^',
        '_',
        '&',
        '\\\\',
        '\\text{',
        '\\left(',
        '<',
        '>',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        assertHarmless(pieces.join(''));
      }),
      { seed: propertySeed, numRuns: 500 },
    );
  });
});
