import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';

import type { RelatedArchive } from '../../../src/archive/relate/types.ts';
import { textOf } from '../../../src/digest/display-nodes.ts';
import { displayTree } from '../../../src/digest/display.ts';
import {
  dateDocument,
  formerDateDocument,
  withTex,
} from '../../../src/publish/dumps/date-markdown.ts';
import { siteUrls, type SiteUrls } from '../../../src/publish/site-urls.ts';
import { titleTree } from '../../../src/publish/title-tree.ts';
import { abstractOn, archiveOf, blocks, day, digestOf } from '../../helpers.ts';
import { propertySeed } from '../../property-seed.ts';
import { urls } from '../archives.ts';
import { archiveWith, hostileText, related } from './helpers.ts';

function documentOf(archive: RelatedArchive, index = 0, at: SiteUrls = urls): string {
  const papers = new Map(archive.papers.map((paper) => [paper.id, paper]));
  const issue = archive.dates[index];
  if (issue === undefined) throw new Error('There is no such date.');
  return dateDocument(issue, { archive: 'Gull Papers', papers, urls: at });
}

const commonMark = await createSatteriMarkdownProcessor({
  features: { gfm: false, smartPunctuation: false },
  syntaxHighlight: false,
});

/** The elements of a document, as a CommonMark parser reads it. */
async function blocksOf(markdown: string): Promise<readonly Element[]> {
  const tree = fromHtml((await commonMark.render(markdown)).code, { fragment: true });
  return tree.children.filter((node) => node.type === 'element');
}

function contentOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(contentOf).join('') : '';
}

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Titles and paragraphs of a document in their order, but for its head and what shows nothing. */
async function readBack(markdown: string): Promise<readonly (readonly [string, string])[]> {
  const [, , ...body] = await blocksOf(markdown);
  return body
    .filter(({ tagName }) => tagName !== 'ul')
    .map((element) => [element.tagName, collapse(contentOf(element))] as const)
    .filter(([, text]) => text !== '');
}

function elementsOf(node: Nodes): readonly string[] {
  const below = 'children' in node ? node.children.flatMap(elementsOf) : [];
  return node.type === 'element' ? [node.tagName, ...below] : below;
}

const shownTitle = (source: string): string => collapse(textOf(withTex(titleTree(source))));
const shown = (source: string): string => collapse(textOf(withTex(displayTree(source))));

describe('the Markdown of a date', () => {
  test('has its papers in order, with what is known of them and their whole abstracts', () => {
    const archive = related(
      archiveOf(
        {
          '2025-03-11.txt': digestOf('Tides'),
          '2025-03-14.txt': blocks(
            'Gulls & *Jars*',
            `${abstractOn('gulls')} It is $x_i^2$, in \\textbf{bold}: https://github.com/example/gulls`,
            'Tides',
            abstractOn('Tides'),
          ),
        },
        {},
        {
          tides: "---\nauthors: ['Doe, Jane', Karl Müller]\nyear: 2024\ndoi: '10.1000/1_2'\n---\n",
        },
      ),
    );
    expect(documentOf(archive, 1)).toMatchInlineSnapshot(`
      "# Gull Papers, 14 March 2025

      2 papers from 1 digest: <https://papers.example.org/archive/dates/2025-03-14/>

      ## Gulls & \\*Jars\\*

      - Page: <https://papers.example.org/archive/papers/gulls-jars-7551b76adc/>
      - Code: <https://github.com/example/gulls>

      This invented abstract is about gulls and about nothing else. Forty jars were filled with river water, shaken by hand and left on a shelf for a week. Half of them turned green, which the usual model of shelves does not predict. A second shelf, a little higher than the first, gave the same result. It is $x_i^2$, in **bold**: <https://github.com/example/gulls>

      ## Tides

      - Page: <https://papers.example.org/archive/papers/tides/>
      - First seen: 11 March 2025
      - Authors: Jane Doe, Karl Müller
      - Published: 2024
      - DOI: [10.1000/1_2](https://doi.org/10.1000/1_2)

      This invented abstract is about Tides and about nothing else. Forty jars were filled with river water, shaken by hand and left on a shelf for a week. Half of them turned green, which the usual model of shelves does not predict. A second shelf, a little higher than the first, gave the same result.
      "
    `);
  });

  test('links by paths where the site does not know its address', () => {
    const archive = related(archiveOf({ '2025-03-11.txt': digestOf('Gulls') }));
    const markdown = documentOf(archive, 0, siteUrls('/archive', undefined));
    expect(markdown).toContain('- Page: [/archive/papers/gulls/](/archive/papers/gulls/)\n');
  });

  test('lists every paper of the date once', async () => {
    const archive = related(
      archiveOf({
        '2025-03-11-a.txt': digestOf('Tides', 'Gulls'),
        '2025-03-11-b.txt': digestOf('Gulls', 'Harbours'),
      }),
    );
    const titles = (await readBack(documentOf(archive))).filter(([name]) => name === 'h2');
    expect(titles.map(([, title]) => title)).toEqual(['Tides', 'Gulls', 'Harbours']);
  });

  test('gives back titles and paragraphs when a CommonMark parser reads it, whatever they say', async () => {
    const paper = fc.tuple(hostileText, hostileText, hostileText);
    await fc.assert(
      fc.asyncProperty(fc.array(paper, { minLength: 1, maxLength: 3 }), async (texts) => {
        const markdown = documentOf(archiveWith(texts));
        expect(await readBack(markdown)).toEqual(
          texts.flatMap(([title, ...paragraphs]) => [
            ['h2', shownTitle(title)],
            // A macro without a text shows nothing.
            ...paragraphs
              .map(shown)
              .filter((text) => text !== '')
              .map((text) => ['p', text]),
          ]),
        );
        const names = (await blocksOf(markdown)).flatMap((element) => elementsOf(element));
        for (const name of names) expect(name).toMatch(/^(?:h1|h2|p|ul|li|a|em|strong|code)$/);
      }),
      { seed: propertySeed, numRuns: 1000 },
    );
  });

  test('says where the papers of a former date are, or why there are none', () => {
    const context = { archive: 'Gull Papers', papers: new Map(), urls };
    const date = day('2025-03-12');
    expect(formerDateDocument({ date, movedTo: day('2025-03-11') }, context)).toBe(
      '# Gull Papers, 12 March 2025\n\n' +
        'The papers are now at <https://papers.example.org/archive/dates/2025-03-11.md>\n',
    );
    expect(formerDateDocument({ date, withdrawn: 'Nothing *came*.' }, context)).toBe(
      '# Gull Papers, 12 March 2025\n\nWithdrawn: Nothing \\*came\\*.\n',
    );
  });
});
