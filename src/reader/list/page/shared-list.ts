import { count } from '../../../publish/count.ts';
import type { SiteUrls } from '../../../publish/site-urls.ts';
import { now } from '../../clock.ts';
import { elementWithId } from '../../dom.ts';
import { newPaper } from '../changes.ts';
import { paperItem, setTitle } from './list-item.ts';
import type { ListPage } from './list-page.ts';
import { paperOnPage } from './paper-pages.ts';
import { revocable, undoOf } from './revocable.ts';
import { asPaperId, type ShownPaper } from '../saved-paper.ts';
import { paperAt } from '../shown-papers.ts';
import { sharedPapers } from './share.ts';
import { isShareFragment } from './sharing.ts';

/** Shows the list that the address carries, if it does, and offers to add it: nothing is added by opening it. */
export function openShared({ list, base, urls, notify }: ListPage): void {
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
    papers.replaceChildren(...shared.map((paper) => sharedItem(paper, urls)));
    if (shared.length === 0)
      summary.textContent = 'This link carries no list that can be read: it may have been cut.';
    update();
    readTitles(papers, urls);
  };
  add.addEventListener('click', () => {
    const added = missing();
    const titles = new Map(
      Array.from(papers.children, (item) => paperAt(item, base)).map((paper) => [
        paper?.id,
        paper?.title,
      ]),
    );
    const change = revocable(list);
    change.put(added.map(({ id }) => newPaper({ id, title: titles.get(id) ?? id }, now())));
    elementWithId('shared-close', HTMLButtonElement).focus();
    notify(`${count(added.length, 'paper')} added.`, undoOf(change, notify));
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

/** A paper of the link. Who made the link may have written any title: it is shown until the page is read. */
function sharedItem(paper: ShownPaper, urls: SiteUrls): HTMLLIElement {
  const item = paperItem(paper, urls.paper(paper.id));
  item.dataset['untitled'] = '';
  return item;
}

/** Reads the titles from the pages of the papers, as they come into view. */
function readTitles(papers: HTMLElement, urls: SiteUrls): void {
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      const id = asPaperId(target.dataset['id'] ?? '');
      observer.unobserve(target);
      if (id !== undefined)
        void paperOnPage(urls, id).then((found) => {
          if (found !== undefined) setTitle(target, found.title);
        });
    }
  });
  for (const item of papers.children) observer.observe(item);
}
