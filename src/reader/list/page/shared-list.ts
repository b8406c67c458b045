import { count } from '../../../publish/count.ts';
import { now } from '../../clock.ts';
import { elementWithId } from '../../dom.ts';
import { newPaper } from '../changes.ts';
import { paperItem } from './list-item.ts';
import type { ListPage } from './list-page.ts';
import { paperOnPage } from './paper-pages.ts';
import type { ShownPaper } from '../saved-paper.ts';
import { isShareFragment, sharedPapers } from './share.ts';

/** Shows the list that the address carries, if it does, and offers to add it: nothing is added by opening it. */
export function openShared({ list, urls, notify }: ListPage): void {
  const section = elementWithId('shared', HTMLElement);
  const summary = elementWithId('shared-summary', HTMLElement);
  const papers = elementWithId('shared-papers', HTMLOListElement);
  const add = elementWithId('shared-add', HTMLButtonElement);
  let shared: readonly ShownPaper[] = [];

  const missing = (): readonly ShownPaper[] =>
    shared.filter(({ id }) => list.get(id) === undefined);
  const update = (): void => {
    const toAdd = missing().length;
    const known = shared.length - toAdd;
    const isAll = known === shared.length;
    const part = known === 0 ? 'none' : isAll ? 'all' : String(known);
    if (shared.length > 0)
      summary.textContent = `${count(shared.length, 'paper')}, ${part} of them on your list.`;
    add.hidden = toAdd === 0;
    add.textContent =
      toAdd === shared.length ? `Add all ${String(toAdd)}` : `Add the other ${String(toAdd)}`;
  };
  const open = async (): Promise<void> => {
    const fragment = location.hash;
    const found = isShareFragment(fragment) ? await sharedPapers(fragment) : [];
    if (fragment !== location.hash) return;
    shared = found ?? [];
    section.hidden = !isShareFragment(fragment);
    papers.replaceChildren(...shared.map((paper) => paperItem(paper, urls.paper(paper.id))));
    if (shared.length === 0)
      summary.textContent = 'This link carries no list that can be read: it may have been cut.';
    update();
    readTitles(papers, shared, urls.paper);
  };
  add.addEventListener('click', () => {
    const added = missing();
    const titles = new Map(Array.from(papers.children, (item) => [idOf(item), titleOf(item)]));
    list.put(
      ...added.map((paper) =>
        newPaper({ ...paper, title: titles.get(paper.id) ?? paper.id }, now()),
      ),
    );
    elementWithId('shared-close', HTMLButtonElement).focus();
    notify(`${count(added.length, 'paper')} added.`, () => {
      for (const { id } of added) list.remove(id);
    });
  });
  elementWithId('shared-close', HTMLButtonElement).addEventListener('click', () => {
    history.replaceState(null, '', location.pathname);
    section.hidden = true;
    elementWithId('list-words', HTMLInputElement).focus();
  });
  addEventListener('hashchange', () => void open());
  list.onChange(update);
  void open();
}

/** Reads titles that the link does not hold from the pages of the papers, as they come into view. */
function readTitles(
  list: HTMLElement,
  shared: readonly ShownPaper[],
  addressOf: (id: ShownPaper['id']) => string,
): void {
  const untitled = new Map(
    shared.flatMap(({ id, title }) => (title === id ? [[id as string, id]] : [])),
  );
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const id = untitled.get(idOf(target));
      if (!isIntersecting || id === undefined) continue;
      observer.unobserve(target);
      void paperOnPage(addressOf(id)).then((found) => {
        const link = target.querySelector('.title a');
        if (found !== undefined && link !== null) {
          link.textContent = found.title;
          target.setAttribute('data-titled', '');
        }
      });
    }
  });
  for (const item of list.children) {
    if (untitled.has(idOf(item))) observer.observe(item);
    else item.setAttribute('data-titled', '');
  }
}

function idOf(item: Element): string {
  return item.getAttribute('data-id') ?? '';
}

/** The title of an item, if it is more than the id in words. */
function titleOf(item: Element): string | undefined {
  return item.hasAttribute('data-titled') ? item.querySelector('.title a')?.textContent : undefined;
}
