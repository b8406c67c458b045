import { wordsOf } from '../../../src/text/words.ts';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'hast';
import type { PhrasingContent } from 'mdast';

import { displayTree } from '../../../src/digest/display.ts';
import { withTex } from '../../../src/publish/dumps/date-markdown.ts';
import { titleTree } from '../../../src/publish/title-tree.ts';
import type { Outcome, PublishedPaper } from '../subject.ts';
import { unclean, uncleanCut } from './clean.ts';
import { expectedText } from './display.ts';
import { collapsed, elementsOf, foreignNodes, textOfHtml, unsafeAddress } from './html.ts';

const PHRASING = ['em', 'strong', 'code', 'span'];
const IN_TITLE: ReadonlySet<string> = new Set(PHRASING);
const IN_BODY: ReadonlySet<string> = new Set([...PHRASING, 'p', 'a', 'h3']);
const IN_DATE: ReadonlySet<string> = new Set([...PHRASING, 'h1', 'h2', 'p', 'ul', 'li', 'a']);

/** Titles are text, as HTML and for search, links and the index. */
export function titles({ papers }: Outcome): readonly string[] {
  return papers.flatMap((published) => {
    const { paper, title, sortKey, letter, record, findLinks } = published;
    const tree = parse(title.html);
    const failures = [
      ...foreignNodes(tree, IN_TITLE),
      ...cleanliness('title', [title.text, textOfHtml(tree)]),
      ...findLinks.flatMap(unsafeAddress),
    ];
    const expected = collapsed(expectedText(titleTree(paper.title)));
    if (collapsed(textOfHtml(tree)) !== expected) failures.push(`HTML says ${title.html}`);
    if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(title.text) && /[\p{L}\p{N}\p{P}\p{S}]/u.test(paper.title))
      failures.push('a title shows nothing');
    if (!/^(?:[a-z]|0-9|other)$/.test(letter)) failures.push(`letter ${letter}`);
    if (sortKey === '' || !sortKey.isWellFormed()) failures.push(`sorted by “${sortKey}”`);
    if (record.title.join(' ') !== wordsOf(title.text).join(' '))
      failures.push('search has another title');
    return failures.map((failure) => `${paper.title.slice(0, 200)}: ${failure}`);
  });
}

/** The body of a paper's page says what its digest says, and no more. */
export function bodies({ papers }: Outcome): readonly string[] {
  return papers.flatMap((published) => {
    const { paper, html, excerpt, record } = published;
    const tree = parse(html);
    const failures = [
      ...foreignNodes(tree, IN_BODY),
      ...cleanliness('body', [textOfHtml(tree), record.abstract.join(' '), html]),
      ...cleanliness('excerpt', [], [excerpt]),
      ...paper.links.flatMap(({ url }) => unsafeAddress(url)),
      ...sections(published, tree),
    ];
    const targets = elementsOf(tree, 'a').map(({ properties }) => unescaped(properties['href']));
    for (const { url } of paper.links)
      if (!targets.includes(unescaped(url))) failures.push(`${url} is not linked in the abstract`);
    if (excerpt.length > 240) failures.push('a long excerpt');
    return failures.map((failure) => `${paper.title.slice(0, 80)}: ${failure}`);
  });
}

/** The blocks of a body are its paragraphs, and headings of ours before each older text. */
function sections({ paper, html }: PublishedPaper, tree: Nodes): readonly string[] {
  const shown = 'children' in tree ? tree.children.map(blockText).filter(({ text }) => text) : [];
  const expected = paper.versions.flatMap(({ paragraphs }, index) => [
    ...(index === 0 ? [] : [{ tagName: 'h3', text: '' }]),
    ...paragraphs.map((text) => ({
      tagName: 'p',
      text: collapsed(expectedText(displayTree(text))),
    })),
  ]);
  const visible = expected.filter(({ tagName, text }) => tagName === 'h3' || text !== '');
  const isSame =
    shown.length === visible.length &&
    shown.every(({ tagName, text }, index) => {
      const other = visible[index];
      if (tagName !== other?.tagName) return false;
      return tagName === 'h3'
        ? /^Another text of this abstract, \d[\w, ]+\d{4}$/.test(text)
        : text === other.text;
    });
  if (isSame) return [];
  const difference = shown.find(({ text }, index) => text !== visible[index]?.text);
  return [`rendered as ${difference?.text ?? html}`];
}

/** An address without escapes: HTML and digests escape other characters. */
function unescaped(url: unknown): string {
  return String(url).replace(/%([0-7][\da-f])/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

function blockText(node: Nodes): { tagName: string; text: string } {
  const tagName = node.type === 'element' ? node.tagName : '';
  return { tagName, text: collapsed(textOfHtml(node)) };
}

/** The Markdown of a date gives back the titles and the newest abstracts of its papers, and their addresses. */
export function dateDocuments({ dates, archive }: Outcome): readonly string[] {
  const papers = new Map(archive.papers.map((paper) => [paper.id, paper]));
  return dates.flatMap(({ issue, html }) => {
    const tree = parse(html);
    const blocks = 'children' in tree ? tree.children.map(blockText) : [];
    // The first two are the name of the date and how many papers it has.
    const [, , ...shown] = blocks.filter(({ tagName, text }) => tagName !== 'ul' && text !== '');
    const expected = issue.listings.flatMap(({ id }) => {
      const { title = '', versions = [] } = papers.get(id) ?? {};
      const paragraphs = versions[0]?.paragraphs.map(displayTree) ?? [];
      return [
        { tagName: 'h2', text: sourceText(titleTree(title)) },
        ...paragraphs.map((nodes) => ({ tagName: 'p', text: sourceText(nodes) })),
      ].filter(({ text }) => text !== '');
    });
    const wrong = Array.from({ length: Math.max(shown.length, expected.length) }).findIndex(
      (_, index) =>
        shown[index]?.tagName !== expected[index]?.tagName ||
        shown[index]?.text !== expected[index]?.text,
    );
    const targets = elementsOf(tree, 'a').map(({ properties }) => String(properties['href']));
    const lost = issue.listings.filter(
      ({ id }) => !targets.includes(`https://papers.example.org/papers/${id}/`),
    );
    return [
      ...foreignNodes(tree, IN_DATE),
      ...(wrong < 0 ? [] : [`${issue.date} says ${shown[wrong]?.text ?? 'nothing'}`]),
      ...lost.map(({ id }) => `${id} has no address on ${issue.date}`),
    ];
  });
}

/** What Markdown made of this tree says, formulas as they are written. */
function sourceText(nodes: readonly PhrasingContent[]): string {
  return collapsed(expectedText(withTex(nodes)));
}

/** `archive.json` is JSON of clean texts, and counts what is published. */
export function json({ json: text, archive, papers }: Outcome): readonly string[] {
  const document = JSON.parse(text) as Record<string, unknown>;
  const strings: string[] = [];
  JSON.stringify(document, (_, value: unknown) => {
    if (typeof value === 'string') strings.push(value);
    return value;
  });
  const { problems, ...rest } = document;
  const failures = cleanliness('archive.json', [], strings);
  if (JSON.stringify(problems) !== JSON.stringify(archive.problems))
    failures.push('other problems');
  const counts = rest['counts'] as Record<string, number>;
  const entries = papers.reduce((sum, { paper }) => sum + paper.appearances.length, 0);
  if (counts['papers'] !== papers.length || counts['entries'] !== entries)
    failures.push('other counts');
  const listed = rest['dates'] as readonly { papers: number }[];
  if (listed.some(({ papers: count }, index) => count !== archive.dates[index]?.listings.length))
    failures.push('other counts of a date');
  return failures;
}

function parse(html: string): Nodes {
  return fromHtml(html, { fragment: true });
}

function cleanliness(
  what: string,
  texts: readonly string[],
  cutTexts: readonly string[] = [],
): string[] {
  const found = [...texts.map(unclean), ...cutTexts.map(uncleanCut)];
  return found.flatMap((each) => (each === undefined ? [] : [`${what}: ${each}`]));
}
