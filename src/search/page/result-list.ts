import { count } from '../../publish/count.ts';
import { longDate } from '../../publish/dates.ts';
import type { SiteUrls } from '../../publish/site-urls.ts';
import { excerptFor, highlight, type Marks } from '../highlight.ts';
import { abstractAt } from './abstracts.ts';
import { create } from '../../reader/dom.ts';
import type { Row } from './messages.ts';

/** A result as an item of the list; its excerpt comes with `fillExcerpts`. */
export function resultItem(row: Row, marks: Marks, urls: SiteUrls): HTMLLIElement {
  const link = create('a', { href: urls.paper(row.id) }, ...marked(row.title, marks));
  const date = create('time', { datetime: row.firstSeen }, longDate(row.firstSeen));
  const notes = [
    create('span', {}, date),
    ...(row.seen > 1 ? [create('span', {}, `In ${count(row.seen, 'digest')}`)] : []),
    ...(row.hasCode ? [create('span', {}, 'With code')] : []),
  ];
  return create(
    'li',
    {},
    create('h2', { class: 'title' }, link),
    create('p', { class: 'marks' }, ...notes),
    create('p', { class: 'excerpt' }),
  );
}

/** Puts excerpts into the results that have none, all at once, so that the list moves once. */
export async function fillExcerpts(list: HTMLElement, marks: Marks): Promise<void> {
  const items = Array.from(list.children, (item) => ({
    address: item.querySelector('a')?.href,
    excerpt: item.querySelector('.excerpt:empty'),
  }));
  const texts = await Promise.all(
    items.map(async ({ address, excerpt }) =>
      address === undefined || excerpt === null ? '' : await abstractAt(address),
    ),
  );
  items.forEach(({ excerpt }, index) => {
    excerpt?.replaceChildren(...marked(excerptFor(texts[index] ?? '', marks), marks));
  });
}

function marked(text: string, marks: Marks): readonly (Node | string)[] {
  return highlight(text, marks).map((piece) =>
    piece.marked ? create('mark', {}, piece.text) : piece.text,
  );
}
