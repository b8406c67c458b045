import { create } from '../../dom.ts';
import { nameAfter } from '../save-buttons.ts';
import type { ShownPaper } from '../saved-paper.ts';

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

/** Puts the title on an item that did not have one. */
export function setTitle(item: HTMLElement, title: string): void {
  const link = item.querySelector('.title a');
  if (link?.textContent === title && item.dataset['untitled'] === undefined) return;
  if (link !== null) link.textContent = title;
  for (const button of item.querySelectorAll('.marks button')) nameAfter(button, title);
  item.querySelector('textarea')?.setAttribute('aria-label', noteName(title));
  delete item.dataset['untitled'];
}

/** The name of the field for the note on a paper. */
export function noteName(title: string): string {
  return `Note on ${title}`;
}
