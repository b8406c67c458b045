import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { PhrasingContent } from 'mdast';
import { describe, expect, test } from 'vitest';

import type { AbstractVersion } from '../../src/archive/types.ts';
import { textOf } from '../../src/digest/display-nodes.ts';
import { displayTree } from '../../src/digest/display.ts';
import { mathml } from '../../src/publish/mathml.ts';
import { paperBody } from '../../src/publish/paper-body.ts';
import { appearance, day, FILE, paperWith } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';
import { anyText, HOSTILE_TEXTS } from './hostile-texts.ts';

fc.configureGlobal({ seed: propertySeed });

const bodyOf = (...paragraphs: readonly string[]): string =>
  paperBody(paperWith('Gulls', paragraphs));

function elementsOf(node: Nodes): readonly Element[] {
  const below = 'children' in node ? node.children.flatMap((child) => elementsOf(child)) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

const read = (html: string): Nodes => fromHtml(html, { fragment: true });
const namesIn = (html: string): readonly string[] =>
  elementsOf(read(html)).map(({ tagName }) => tagName);

const FORMULA = '∎';

/** The text of HTML, a sign in place of each formula. */
function htmlText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'math') return FORMULA;
  return 'children' in node ? node.children.map((child) => htmlText(child)).join('') : '';
}

/** What `displayText` gives, with the same sign in place of each formula that can be set. */
function sourceText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'inlineMath')
        return mathml(node.value) === undefined ? `$${node.value}$` : FORMULA;
      return 'children' in node ? sourceText(node.children) : textOf([node]);
    })
    .join('');
}

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

function expectLiteral(source: string): void {
  expect(collapse(htmlText(read(bodyOf(source))))).toBe(collapse(sourceText(displayTree(source))));
}

describe('the body of a paper', () => {
  test('has each paragraph of the abstract as one', () => {
    expect(bodyOf('One.', 'Two.')).toBe('<p>One.</p>\n<p>Two.</p>');
  });

  test('has faces, links and formulas as HTML', () => {
    const source = '\\textbf{a} \\emph{b} \\texttt{c} https://example.org/ $x^2$';
    expect(bodyOf(source)).toBe(
      '<p><strong>a</strong> <em>b</em> <code>c</code> ' +
        '<a href="https://example.org/">https://example.org/</a> ' +
        '<math><msup><mi>x</mi><mn>2</mn></msup></math></p>',
    );
  });

  test('has the other texts of an abstract, with their dates, below the newest', () => {
    const version = (
      text: string,
      ...dates: `${number}-${number}-${number}`[]
    ): AbstractVersion => ({
      paragraphs: [text],
      appearances: dates.map((date) => appearance(day(date), FILE)),
    });
    const versions = [
      version('New.', '2025-03-14'),
      version('Old.', '2025-03-11', '2025-03-11', '2025-03-12'),
    ];
    expect(paperBody(paperWith('Gulls', [], { versions }))).toBe(
      '<p>New.</p>\n' +
        '<h3>Another text of this abstract, 11 March 2025, 12 March 2025</h3>\n<p>Old.</p>',
    );
  });

  test('has a heading for each further text, and no other, whatever the texts say', () => {
    const { appearances } = paperWith('Gulls', []);
    const paragraphs = fc.array(anyText, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(paragraphs), (texts) => {
        const versions = texts.map((each) => ({ paragraphs: each, appearances }));
        const html = paperBody(paperWith('Gulls', [], { versions }));
        const blocks = read(html);
        const found = 'children' in blocks ? blocks.children.flatMap(elementsOf) : [];
        const headings = found.filter(({ tagName }) => /^h\d$/.test(tagName));
        const ours = 'Another text of this abstract, 11 March 2025';
        expect(headings.map(htmlText)).toEqual(versions.slice(1).map(() => ours));
      }),
    );
  });

  test('is empty without an abstract', () => {
    expect(bodyOf()).toBe('');
  });
});

describe('an abstract is what its digest says', () => {
  test.each(HOSTILE_TEXTS)('%j', expectLiteral);

  test.each([
    '<script>alert(1)</script> <img src=x onerror=alert(1)> <b>b</b>',
    '![t](p.png) [a](javascript:alert(1)) <javascript:alert(1)> [b](/papers/)',
    '# h',
    '- x',
    '| a |',
    '$\\href{javascript:alert(1)}{x}$ \\url{javascript:alert(1)} \\href{data:a}{b}',
  ])('and it makes no element that its writer did not mean: %j', (source) => {
    expect(namesIn(bodyOf(source))).toEqual(['p']);
  });

  test('whatever it says', () => {
    fc.assert(fc.property(anyText, expectLiteral), { numRuns: 3000 });
  });
});
