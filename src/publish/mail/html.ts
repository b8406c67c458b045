import type { Element, ElementContent, Properties, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import type { PhrasingContent } from 'mdast';

import { displayTree } from '../../digest/display.ts';
import { readableMath } from '../../digest/readable-math.ts';
import { longDate } from '../dates.ts';
import { abstractText, excerpt } from '../excerpt.ts';
import { titleText } from '../title.ts';
import { type Detail, detailNote, papersLeftOut } from './detail.ts';
import type { MailContents, NewPaper, RepeatedPaper } from './mail-contents.ts';
import { mailStyle } from './style.ts';
import { authorsOf, introductionOf, subjectOf, words } from './wording.ts';

/**
 * The mail as a page of HTML that asks nobody for anything: no image, no font, no script. What mail programs
 * leave of it without its style reads well. Formulas are plain text, as hardly a mail program shows MathML.
 */
export function mailHtml(contents: MailContents, detail: Detail): string {
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      { type: 'text', value: '\n' },
      element(
        'html',
        { lang: contents.language },
        ...onLines([head(contents), body(contents, detail)]),
      ),
    ],
  };
  return `${toHtml(root)}\n`;
}

type Child = ElementContent | string;

function element(tagName: string, properties: Properties, ...children: readonly Child[]): Element {
  const nodes = children.map((child) =>
    typeof child === 'string' ? { type: 'text' as const, value: child } : child,
  );
  return { type: 'element', tagName, properties, children: nodes };
}

/** Each on a line of its own. */
function onLines(children: readonly Child[]): readonly Child[] {
  return ['\n', ...children.flatMap((child) => [child, '\n'])];
}

function link(href: string, text: string): Element {
  return element('a', { href }, text);
}

function head(contents: MailContents): Element {
  return element(
    'head',
    {},
    ...onLines([
      element('meta', { charSet: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width' }),
      element('meta', { name: 'color-scheme', content: 'light dark' }),
      element('title', {}, subjectOf(contents)),
      element('style', {}, mailStyle),
    ]),
  );
}

function body(contents: MailContents, detail: Detail): Element {
  const { archiveTitle, newPapers, repeatedPapers, addresses } = contents;
  const note = detailNote(detail);
  const left = papersLeftOut(contents, detail);
  const news = newPapers.slice(0, detail.papers).map((each) => article(each, detail));
  const repeats = repeatedPapers.slice(0, detail.papers).map(repeatItem);
  const header = [
    element('h1', { dir: 'auto' }, archiveTitle),
    element('p', {}, `${introductionOf(contents)} `, link(addresses.date, words.onTheSite)),
    ...(note === undefined ? [] : [element('p', {}, note)]),
  ];
  const main = [
    ...(news.length > 0 ? [element('h2', {}, words.newPapers), ...news] : []),
    ...(repeats.length > 0
      ? [element('h2', {}, words.repeatedPapers), element('ul', {}, ...onLines(repeats))]
      : []),
    ...(left > 0 ? [element('p', {}, link(addresses.date, words.more(left)))] : []),
  ];
  return element(
    'body',
    {},
    ...onLines([
      element('header', {}, ...onLines(header)),
      element('main', {}, ...onLines(main)),
      footer(contents),
    ]),
  );
}

function article({ paper, address }: NewPaper, { abstract }: Detail): Element {
  const authors = authorsOf(paper.facts);
  const paragraphs =
    abstract === Infinity
      ? (paper.versions[0]?.paragraphs ?? []).map(paragraph)
      : [excerpt(abstractText(paper), abstract)]
          .filter((text) => abstract > 0 && text !== '')
          .map((text) => element('p', { dir: 'auto' }, text));
  return element(
    'article',
    {},
    ...onLines([
      element('h3', { dir: 'auto' }, link(address, titleText(paper.title))),
      ...(authors === '' ? [] : [element('p', { className: ['authors'], dir: 'auto' }, authors)]),
      ...paragraphs,
    ]),
  );
}

function repeatItem({ paper, address, firstSeen }: RepeatedPaper): Element {
  const title = link(address, titleText(paper.title));
  const date = element('time', { dateTime: firstSeen }, longDate(firstSeen));
  return element('li', { dir: 'auto' }, title, ` (${words.firstSeen} `, date, ')');
}

function footer({ archiveTitle, addresses }: MailContents): Element {
  const { home, subscribe, unsubscribe } = addresses;
  const leave = unsubscribe === undefined ? [] : [', ', link(unsubscribe, words.unsubscribe)];
  return element(
    'footer',
    {},
    element('p', {}, link(home, archiveTitle), ', ', link(subscribe, words.subscribe), ...leave),
  );
}

/** A paragraph of an abstract with its faces and links. */
function paragraph(text: string): Element {
  const children = displayTree(text).map(withoutMath);
  const hast = toHast({ type: 'paragraph', children });
  return element('p', { dir: 'auto' }, ...('children' in hast ? (hast.children as Element[]) : []));
}

function withoutMath(node: PhrasingContent): PhrasingContent {
  if (node.type === 'inlineMath') return { type: 'text', value: readableMath(node.value) };
  if (node.type === 'link' || node.type === 'strong' || node.type === 'emphasis')
    return { ...node, children: node.children.map(withoutMath) };
  return node;
}
