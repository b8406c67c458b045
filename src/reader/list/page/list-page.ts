/** The page of the reading list. */

import { count } from '../../../publish/count.ts';
import { siteUrls, type SiteUrls } from '../../../publish/site-urls.ts';
import { now } from '../../clock.ts';
import { create, elementWithId } from '../../dom.ts';
import { download } from '../../download.ts';
import type { ReaderPage } from '../../start.ts';
import { writeNote, type NoteEdit } from './notes.ts';
import { offerTakingAlong } from './take-along.ts';
import { fillTitles } from './missing-titles.ts';
import { TROUBLE } from '../save-buttons.ts';
import { savedItem, type SavedItem } from './saved-item.ts';
import type { SavedPaper } from '../saved-paper.ts';
import { selectedPapers, type Selection } from './selection.ts';
import { offerSharing } from './sharing.ts';
import type { ReadingList } from '../store.ts';

/** What the parts of the page work with. */
export interface ListPage extends ReaderPage {
  readonly urls: SiteUrls;
}

/** Shows the list, keeps it as the storage is, and wires what can be done with it. */
export function startListPage(reader: ReaderPage): void {
  const urls = siteUrls(reader.base, undefined);
  const page: ListPage = { ...reader, urls };
  const { list, notify } = page;
  const papers = elementWithId('saved', HTMLOListElement);
  const status = elementWithId('list-status', HTMLElement);
  const words = elementWithId('list-words', HTMLInputElement);
  const order = elementWithId('list-order', HTMLSelectElement);
  const unread = elementWithId('list-unread', HTMLInputElement);
  const items = new Map<string, SavedItem>();

  const selection = (): Selection => ({
    words: words.value,
    order: order.value === 'oldest' ? 'oldest' : 'newest',
    unreadOnly: unread.checked,
  });
  const write = (paper: SavedPaper, edit: NoteEdit): string => {
    const { note, isMerged } = writeNote(list, paper, edit, now());
    if (isMerged) notify('Another tab has changed this note, too: both texts are kept.');
    return note;
  };
  const show = (): void => {
    const { papers: all, unreadable } = list.contents();
    const shown = selectedPapers(all, selection());
    const kept = shown.map((paper) => {
      const item = items.get(paper.id) ?? savedItem(paper, urls.paper(paper.id), write);
      items.set(paper.id, item);
      item.show(paper);
      return item.element;
    });
    // Nobody is interrupted while writing: what another tab takes off goes once its note is left.
    const held = [...items.values()].find((item) => item.isHeld())?.element;
    if (held !== undefined && !kept.includes(held))
      kept.splice([...papers.children].indexOf(held), 0, held);
    replaceItems(papers, kept);
    status.textContent = summaryOf(shown.length, all.length);
    showTroubles(page, unreadable);
    void fillTitles(list, shown, urls);
  };
  for (const control of [words, order, unread]) control.addEventListener('input', show);
  words.form?.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  // A field that still has the focus has not said that it changed.
  const save = (): void => {
    for (const item of items.values()) item.save();
  };
  addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', save);
  papers.addEventListener('focusout', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) setTimeout(show);
  });
  list.onChange(show);
  elementWithId('own', HTMLElement).hidden = false;
  show();
  offerSharing(page);
  offerTakingAlong(page);
}

/** Puts items into a list so that the focus stays where it was, or goes to what took its place. */
function replaceItems(list: HTMLElement, items: readonly HTMLElement[]): void {
  const before = [...list.children];
  if (before.length === items.length && items.every((item, index) => item === before[index]))
    return;
  const focused = document.activeElement;
  const place = before.findIndex((item) => item.contains(focused));
  list.replaceChildren(...items);
  if (place === -1 || !(focused instanceof HTMLElement)) return;
  const next = items[Math.min(place, items.length - 1)]?.querySelector('a');
  if (list.contains(focused)) focused.focus({ preventScroll: true });
  else (next ?? elementWithId('list-words', HTMLInputElement)).focus({ preventScroll: true });
}

function summaryOf(shown: number, all: number): string {
  if (all === 0) return 'The list is empty: “Save” beside a paper puts it here.';
  return shown === all ? `${count(all, 'paper')}.` : `${count(shown, 'paper')} of ${String(all)}.`;
}

/** Says what is wrong with the storage, and hands out what cannot be read, as it is. */
function showTroubles(
  { list }: ListPage,
  unreadable: ReturnType<ReadingList['contents']>['unreadable'],
): void {
  const place = elementWithId('list-troubles', HTMLElement);
  const trouble = list.trouble();
  const lines: HTMLElement[] = trouble === undefined ? [] : [create('p', {}, TROUBLE[trouble])];
  if (unreadable.length > 0) {
    const are = unreadable.length === 1 ? '1 entry' : `${String(unreadable.length)} entries`;
    const button = create(
      'button',
      { type: 'button', class: 'quiet-button' },
      'Download as stored',
    );
    button.addEventListener('click', () => {
      download('unreadable-entries.json', 'application/json', JSON.stringify(unreadable, null, 2));
    });
    lines.push(
      create('p', {}, `${are} could not be read, and stay in the storage as they are. `, button),
    );
  }
  const isSame = place.textContent === lines.map(({ textContent }) => textContent).join('');
  if (!isSame) place.replaceChildren(...lines);
}
