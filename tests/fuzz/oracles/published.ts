import { wordsOf } from '../../../src/text/words.ts';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'hast';

import { displayTree } from '../../../src/digest/display.ts';
import { titleTree } from '../../../src/publish/title-tree.ts';
import type { Outcome, PublishedPaper } from '../subject.ts';
import { unclean, uncleanCut } from './clean.ts';
import { expectedText } from './display.ts';
import {
  bracketed,
  collapsed,
  elementsOf,
  foreignNodes,
  textOfHtml,
  unsafeAddress,
} from './html.ts';

const PHRASING = ['em', 'strong', 'code', 'span'];
const IN_TITLE: ReadonlySet<string> = new Set(PHRASING);
const IN_BODY: ReadonlySet<string> = new Set([...PHRASING, 'p', 'a', 'h3']);
const IN_DATE: ReadonlySet<string> = new Set([...PHRASING, 'ol', 'li', 'a']);

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
    if (record.meta?.['title'] !== wordsOf(title.text).join(' '))
      failures.push('search has another title');
    return failures.map((failure) => `${paper.title.slice(0, 200)}: ${failure}`);
  });
}

/** The abstract of a paper, rendered as the site renders it, says what its digest says, and no more. */
export function bodies({ papers }: Outcome): readonly string[] {
  return papers.flatMap((published) => {
    const { paper, html, excerpt, markdown, record } = published;
    const tree = parse(html);
    const failures = [
      ...foreignNodes(tree, IN_BODY),
      ...cleanliness('body', [textOfHtml(tree), record.content, withoutReferences(markdown)]),
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

/** Markdown with its characters in place of the references to them. */
function withoutReferences(markdown: string): string {
  return markdown.replace(/&#x([\dA-F]{2,6});/g, (_, code: string) =>
    String.fromCodePoint(parseInt(code, 16)),
  );
}

/** An address without escapes: Markdown and URLs escape other characters. */
function unescaped(url: unknown): string {
  return String(url).replace(/%([0-7][\da-f])/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

function blockText(node: Nodes): { tagName: string; text: string } {
  const tagName = node.type === 'element' ? node.tagName : '';
  return { tagName, text: collapsed(textOfHtml(node)) };
}

/** The Markdown of a date links each title to its paper, and nothing else. */
export function datePages({ dates, archive }: Outcome): readonly string[] {
  const sources = new Map(archive.papers.map(({ id, title }) => [id, title]));
  return dates.flatMap(({ issue, html }) => {
    const tree = parse(html);
    const targets = elementsOf(tree, 'a').map((link) => {
      return { href: link.properties['href'], text: collapsed(textOfHtml(link)) };
    });
    const expected = issue.listings.map(({ id }) => {
      const text = collapsed(bracketed('a', expectedText(titleTree(sources.get(id) ?? ''))));
      return { href: `/papers/${id}/`, text };
    });
    const foreign = foreignNodes(tree, IN_DATE).filter((each) => !each.startsWith('unsafe'));
    const wrong = expected.findIndex(
      ({ href, text }, index) => targets[index]?.href !== href || targets[index].text !== text,
    );
    if (wrong < 0 && targets.length === expected.length) return foreign;
    return [...foreign, `${issue.date} shows ${targets[wrong]?.text ?? 'other links'}`];
  });
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
