import { dayOf } from '../../clock.ts';
import { create } from '../../dom.ts';
import { nameAfter } from '../save-buttons.ts';
import { LONGEST_NOTE, type SavedPaper, type ShownPaper } from '../saved-paper.ts';

/** A paper as an item of a list; its buttons come with `offerSaving`. A title not yet known is its id in words. */
export function paperItem({ id, title }: ShownPaper, address: string): HTMLLIElement {
  const shown = title === id ? id.replaceAll('-', ' ') : title;
  const link = create('a', { href: address }, shown);
  return create(
    'li',
    { 'data-id': id, ...(title === id ? { 'data-untitled': '' } : {}) },
    create('h2', { class: 'title' }, link),
    create('p', { class: 'marks' }),
  );
}

/** A saved paper with when it was saved and the reader's note, which is written where it stands. */
export function savedItem(
  paper: SavedPaper,
  address: string,
  onNote: (text: string) => void,
): HTMLLIElement {
  const item = paperItem(paper, address);
  item
    .querySelector('.marks')
    ?.append(create('time', { datetime: paper.saved }, dayOf(paper.saved)));
  const field = create('textarea', {
    'aria-label': noteName(paper.title),
    rows: '2',
    maxlength: String(LONGEST_NOTE),
  });
  field.addEventListener('change', () => {
    onNote(field.value);
  });
  const note = create(
    'details',
    { class: 'note' },
    create('summary', { class: 'label' }, 'Note'),
    field,
  );
  note.addEventListener('toggle', () => {
    if (note.open && field.value === '') field.focus();
  });
  item.append(note);
  return item;
}

/** Puts the title on an item that did not have one. */
export function setTitle(item: HTMLElement, title: string): void {
  const link = item.querySelector('.title a');
  if (link?.textContent === title && item.dataset['untitled'] === undefined) return;
  if (link !== null) link.textContent = title;
  for (const button of item.querySelectorAll('.marks button')) nameAfter(button, title);
  item.querySelector('textarea')?.setAttribute('aria-label', noteName(title));
  delete item.dataset['untitled'];
}

/** Shows what has changed of a saved paper on its item: another tab may have changed it. */
export function updateItem(item: HTMLElement, { title, note = '', read }: SavedPaper): void {
  item.classList.toggle('is-read', read !== undefined);
  if (title !== item.dataset['id']) setTitle(item, title);
  const details = item.querySelector('details');
  const field = item.querySelector('textarea');
  if (details === null || field === null || field === document.activeElement) return;
  // What a note says is seen without opening it; an empty one stays open while somebody is at it.
  if (field.value !== note || note !== '') details.open = note !== '';
  field.value = note;
}

function noteName(title: string): string {
  return `Note on ${title}`;
}
