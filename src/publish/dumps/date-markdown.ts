import type { Paragraph, PhrasingContent, RootContent } from 'mdast';

import type { DateIssue, FormerDate, Listing, Paper, PaperId } from '../../archive/types.ts';
import { joined, textNode } from '../../digest/display-nodes.ts';
import { displayTree } from '../../digest/display.ts';
import type { IsoDate } from '../../digest/types.ts';
import { count } from '../count.ts';
import { longDate } from '../dates.ts';
import { authorLine, identifierLinks, venueLine } from '../facts.ts';
import { LINK_LABELS } from '../link-labels.ts';
import { heading, linkTo, list, paragraph } from '../markdown-nodes.ts';
import { stringify } from '../markdown.ts';
import type { SiteUrls } from '../site-urls.ts';
import { titleTree } from '../title-tree.ts';

/** What a date is written with. */
export interface DateContext {
  /** The name of the archive. */
  readonly archive: string;
  readonly papers: ReadonlyMap<PaperId, Paper>;
  readonly urls: SiteUrls;
}

/** The file that holds a date as Markdown, below the folder of the site. */
export function dateFile(date: IsoDate): string {
  return `dates/${date}.md`;
}

/**
 * A date as a Markdown document (CommonMark): a heading for each paper, in the order of the date, what is
 * known of the paper as a list, and the paragraphs of its newest abstract. Formulas are TeX between dollar
 * signs.
 */
export function dateDocument(issue: DateIssue, context: DateContext): string {
  const { date, digests, listings } = issue;
  const { papers, urls } = context;
  const summary = `${count(listings.length, 'paper')} from ${count(digests.length, 'digest')}: `;
  return stringify([
    titleOf(date, context),
    paragraph(summary, linkTo(urls.whole(urls.date(date)))),
    ...listings.flatMap((listing) => {
      const paper = papers.get(listing.id);
      return paper === undefined ? [] : section(paper, listing, date, urls);
    }),
  ]);
}

/** What stands where the papers of a date stood that has moved or is withdrawn. */
export function formerDateDocument(
  { date, movedTo, withdrawn }: FormerDate,
  context: DateContext,
): string {
  const { urls } = context;
  if (movedTo === undefined)
    return stringify([titleOf(date, context), paragraph(`Withdrawn: ${withdrawn ?? ''}`)]);
  const place = linkTo(urls.whole(urls.file(dateFile(movedTo))));
  return stringify([titleOf(date, context), paragraph('The papers are now at ', place)]);
}

function titleOf(date: IsoDate, { archive }: DateContext): RootContent {
  return heading(1, `${archive}, ${longDate(date)}`);
}

function section(
  paper: Paper,
  { firstSeen }: Listing,
  date: IsoDate,
  urls: SiteUrls,
): readonly RootContent[] {
  const { id, title, versions, facts, links } = paper;
  const known: readonly Paragraph[] = [
    paragraph('Page: ', linkTo(urls.whole(urls.paper(id)))),
    ...(firstSeen === date ? [] : [paragraph(`First seen: ${longDate(firstSeen)}`)]),
    ...stated('Authors', authorLine(facts)),
    ...stated('Published', venueLine(facts)),
    ...identifierLinks(facts).map(({ label, url, text }) =>
      paragraph(`${label}: `, linkTo(url, text)),
    ),
    ...links.map(({ kind, url }) => paragraph(`${LINK_LABELS[kind]}: `, linkTo(url))),
  ];
  const paragraphs = versions[0]?.paragraphs ?? [];
  return [
    heading(2, withTex(titleTree(title))),
    list(known.map((each) => [each])),
    ...paragraphs.map((text) => paragraph(...withTex(displayTree(text)))),
  ];
}

function stated(label: string, value: string): readonly Paragraph[] {
  return value === '' ? [] : [paragraph(`${label}: ${value}`)];
}

/** A tree with its formulas as they are written, between dollar signs. */
export function withTex(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return joined(
    nodes.map((node) => {
      if (node.type === 'inlineMath') return textNode(`$${node.value}$`);
      if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'link')
        return { ...node, children: withTex(node.children) };
      return node;
    }),
  );
}
