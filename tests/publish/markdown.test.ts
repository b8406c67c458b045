import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { PhrasingContent } from 'mdast';
import { describe, expect, test } from 'vitest';

import type { AbstractVersion, DateIssue, PaperId } from '../../src/archive/types.ts';
import { textOf } from '../../src/digest/display-nodes.ts';
import { displayTree } from '../../src/digest/display.ts';
import { dateMarkdown, paperMarkdown, withMath } from '../../src/publish/markdown.ts';
import { mathml } from '../../src/publish/mathml.ts';
import { siteUrls } from '../../src/publish/site-urls.ts';
import { appearance, day, FILE, paperWith } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

const urls = siteUrls('/archive', undefined);

/** As `astro.config.mjs` sets it. */
const markdown = await createSatteriMarkdownProcessor({
  features: { gfm: false, smartPunctuation: false },
  syntaxHighlight: false,
});

async function render(body: string): Promise<Nodes> {
  return fromHtml((await markdown.render(body)).code, { fragment: true });
}

function elementsOf(node: Nodes): readonly Element[] {
  const below = 'children' in node ? node.children.flatMap((child) => elementsOf(child)) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

const FORMULA = '∎';

/** The text of rendered HTML, a sign in place of each formula. */
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

async function renderedText(source: string): Promise<string> {
  return collapse(htmlText(await render(paperMarkdown(paperWith('Gulls', [source])))));
}

describe('paperMarkdown', () => {
  test('writes each paragraph of the abstract as one', () => {
    expect(paperMarkdown(paperWith('Gulls', ['One.', 'Two.']))).toBe('One.\n\nTwo.\n');
  });

  test('writes faces, links and formulas as Markdown', () => {
    const source = '\\textbf{a} \\emph{b} \\texttt{c} https://example.org/ $x^2$';
    expect(paperMarkdown(paperWith('Gulls', [source]))).toBe(
      '**a** *b* `c` <https://example.org/> ' + '<math><msup><mi>x</mi><mn>2</mn></msup></math>\n',
    );
  });

  test('lists the other texts of an abstract, with their dates, below the newest', () => {
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
    expect(paperMarkdown(paperWith('Gulls', [], { versions }))).toBe(
      'New.\n\n### Another text of this abstract, 11 March 2025, 12 March 2025\n\nOld.\n',
    );
  });

  test('is empty without an abstract', () => {
    expect(paperMarkdown(paperWith('Gulls', []))).toBe('');
  });
});

describe('dateMarkdown', () => {
  const issueOf = (...ids: readonly string[]): DateIssue => ({
    date: day('2025-03-11'),
    digests: [],
    listings: ids.map((id) => ({
      id: id as PaperId,
      firstSeen: day('2025-03-11'),
      digests: 1,
    })),
  });
  const titles = (
    ...entries: readonly (readonly [string, string])[]
  ): ReadonlyMap<PaperId, string> => new Map(entries.map(([id, title]) => [id as PaperId, title]));

  test('is a numbered list of links in the order of the date', () => {
    const known = titles(['gulls', 'Gulls'], ['tides', 'The *Tides*']);
    expect(dateMarkdown(issueOf('tides', 'gulls'), known, urls)).toBe(
      '1. [The \\*Tides\\*](/archive/papers/tides/)\n2. [Gulls](/archive/papers/gulls/)\n',
    );
  });

  test('names a paper without a title by its id', () => {
    expect(dateMarkdown(issueOf('gulls'), titles(), urls)).toContain('[gulls](');
  });

  test.each([
    'Gulls at https://example.org/',
    '\\textbf{Gulls at https://example.org/}',
    '\\emph{\\href{https://example.org/}{Gulls}}',
    '[Gulls](https://example.org/)',
    'Gulls](https://example.org/) [',
    '<a href="https://example.org/">Gulls</a>',
  ])('links each title to its paper and nowhere else: %j', async (title) => {
    const tree = await render(dateMarkdown(issueOf('gulls'), titles(['gulls', title]), urls));
    const targets = elementsOf(tree).filter(({ tagName }) => tagName === 'a');
    expect(targets.map(({ properties }) => properties['href'])).toEqual(['/archive/papers/gulls/']);
    expect(collapse(htmlText(tree))).toBe(collapse(sourceText(displayTree(title))));
  });
});

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

describe('rendered as the site renders it, an abstract is what its digest says', () => {
  test.each([
    'using the last <EOS> token',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<!-- gone? -->',
    '<?php gone?>',
    '<![CDATA[gone?]]>',
    '{process.env.SECRET}',
    '{import("fs")}',
    'import x from "y"',
    'export const x = 1',
    '[a](javascript:alert(1))',
    '<javascript:alert(1)>',
    '[x]: javascript:alert(1)',
    '[^1]: note',
    '![t](https://evil.example/p.png)',
    '![x](%zz) ![x](foo.png)',
    '---',
    '***',
    '===',
    '# h',
    '#hash',
    '1. x',
    '1) x',
    '- x',
    '+ x',
    '> x',
    '    code',
    '```js',
    '~~~',
    '| a | b |',
    '*a* _b_ **c** __d__ ~~e~~ `f`',
    '*a_'.repeat(50),
    'a\\b \\* \\_',
    '&amp; &#65; &copy;',
    ':::note',
    ':directive[x]',
    '"quoted" -- and... (c)',
    'www.example.org a@example.org',
    'http://[bad https://u:p@example.org/',
    '96.98\\% of \\&',
    '\\textbf{a}\\textbf{b}\\emph{c}d',
    '\\emph{ a }b\\textbf{c }',
    '\\texttt{`} \\texttt{ a `` b }',
    '\\texttt{a}\\texttt{b}',
    '\\textbf{\\textbf{\\textbf{a}$x$b}$x$}c',
    '🐦_🐦_🐦 🐦_a_🐦 🐦*🐦*🐦 _🐦_',
    'b\\emph{🐦}b\\textbf{🐦b}b\\emph{\\textbf{b🐦}}b',
    '🐦\\emph{.b.}🐦 𝐀\\emph{.b.}𝐀',
    '$x$ and $\\text{*a* <b>}$ and $\\gull$',
    'https://example.org/a_(b)*c* and https://example.org/?a=b&c=d',
    '\\href{https://example.org/a b(}{[x](y)}',
  ])('%j', async (source) => {
    expect(await renderedText(source)).toBe(collapse(sourceText(displayTree(source))));
  });

  test.each([
    '<script>alert(1)</script> <img src=x onerror=alert(1)> <b>b</b>',
    '![t](p.png) [a](javascript:alert(1)) <javascript:alert(1)> [b](/papers/)',
    '# h',
    '- x',
    '| a |',
    '$\\href{javascript:alert(1)}{x}$ \\url{javascript:alert(1)} \\href{data:a}{b}',
  ])('and it makes no element that its writer did not mean: %j', async (source) => {
    const tree = await render(paperMarkdown(paperWith('Gulls', [source])));
    expect(elementsOf(tree).map(({ tagName }) => tagName)).toEqual(['p']);
  });

  test('whatever it says', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'*_`~[]()<>!#&|\\{}$^:=+-"\'.%@;/ ',
        '**',
        '``',
        '](',
        '![',
        '<b>',
        '</b>',
        '<!--',
        '-->',
        '&amp;',
        '&#65;',
        '# ',
        '- ',
        '1. ',
        '| a |',
        '---',
        '    ',
        'word ',
        'a',
        '1',
        'é',
        '。',
        '😀',
        '\u00a0',
      ),
      fc.constantFrom(
        '\\textbf{',
        '\\emph{',
        '\\texttt{',
        '{\\em ',
        '\\footnote{',
        '\\%',
        '\\\\',
        '10^{3}',
        '\\(x',
        '\\)',
        "`a'",
        "``a''",
        'https://example.org/a_b*c',
        '\\href{https://example.org/}{',
        '\\url{https://example.org/(}',
        'www.example.org',
        '{x}',
        'import x',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    const text = fc
      .array(piece, { minLength: 1, maxLength: 14 })
      .map((pieces) => collapse(pieces.join('')))
      // Decoding lets no control character through.
      .filter((each) => each !== '' && !/[\p{Cc}\p{Cs}]/u.test(each));
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        expect(await renderedText(source)).toBe(collapse(sourceText(displayTree(source))));
      }),
      { seed: propertySeed, numRuns: 3000 },
    );
  });
});
