import { now } from '../clock.ts';
import { create } from '../dom.ts';
import type { Notify } from '../notice.ts';
import { toggleRead, toggleSaved } from './changes.ts';
import type { ShownPaper } from './saved-paper.ts';
import { paperAt, SHOWN_PAPERS } from './shown-papers.ts';
import type { ReadingList } from './store.ts';

/** What a reader can do with a paper that a page shows. */
export interface PaperActions {
  readonly save: (paper: ShownPaper) => void;
  readonly read: (paper: ShownPaper) => void;
}

/** Changes the list and says what came of it. */
export function paperActions(list: ReadingList, notify: Notify): PaperActions {
  const say = (text: string, undo?: () => void): void => {
    const trouble = list.trouble();
    if (trouble === undefined) notify(text, undo);
    else notify(`${text} ${TROUBLE[trouble]}`, undo);
  };
  return {
    save: (paper) => {
      toggleSaved(list, paper, now());
      const isSaved = list.get(paper.id) !== undefined;
      if (isSaved) say('Saved to your list.');
      else
        say(TAKEN_OFF[list.removed(paper.id)?.note === undefined ? 'plain' : 'noted'], () => {
          if (list.get(paper.id) === undefined) toggleSaved(list, paper, now());
        });
    },
    read: (paper) => {
      toggleRead(list, paper, now());
      say(list.get(paper.id)?.read === undefined ? 'Marked as unread.' : 'Marked as read.');
    },
  };
}

const TAKEN_OFF = {
  plain: 'Taken off your list.',
  noted: 'Taken off your list. Its note comes back when you save it again.',
} as const;

/** What is said when the browser does not store a change. */
export const TROUBLE = {
  full: 'The storage of this browser is full: this is kept for this visit only. Export the list to keep it.',
  closed:
    'This browser keeps nothing for this site: the list is there for this visit only. Export it to keep it.',
} as const;

/**
 * Puts a button to save it beside every paper of the page, those that appear later too, and keeps the
 * buttons, and the marks of what has been read, as the list is.
 */
export function offerSaving(list: ReadingList, base: string, actions: PaperActions): void {
  const main = document.querySelector('main');
  if (main === null) return;
  const update = (): void => {
    for (const place of main.querySelectorAll(SHOWN_PAPERS)) {
      const paper = paperAt(place, base);
      if (paper !== undefined) show(place, paper, list);
    }
  };
  main.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button.save, button.read') : null;
    const place = button?.closest(SHOWN_PAPERS);
    const paper = place ? paperAt(place, base) : undefined;
    if (paper === undefined) return;
    if (button?.classList.contains('save')) actions.save(paper);
    else actions.read(paper);
  });
  list.onChange(update);
  new MutationObserver((changes) => {
    const isOwn = changes.every(
      ({ target }) => target instanceof Element && target.closest('.marks'),
    );
    if (!isOwn) update();
  }).observe(main, { childList: true, subtree: true });
  update();
}

/** A button that is pressed or not, named after what it does and to which paper. */
export function paperButton(kind: 'save' | 'read', title: string): HTMLButtonElement {
  const button = create(
    'button',
    { type: 'button', class: `quiet-button ${kind}` },
    kind === 'save' ? 'Save' : 'Mark read',
  );
  nameAfter(button, title);
  return button;
}

/** Names a button after the title of its paper, which may come later than the button. */
export function nameAfter(button: Element, title: string): void {
  // The name stays the same while the look says “Saved”: pressed or not is told by the state.
  button.setAttribute('aria-label', `${button.textContent}: ${title}`);
}

function show(place: Element, { id, title }: ShownPaper, list: ReadingList): void {
  const saved = list.get(id);
  const marks = marksOf(place);
  const isWhole = place === marks;
  const save = marks.querySelector('.save') ?? marks.appendChild(paperButton('save', title));
  save.setAttribute('aria-pressed', String(saved !== undefined));
  const read = marks.querySelector('.read');
  if (isWhole || place.closest('[data-own]') !== null) {
    const button = read ?? marks.appendChild(paperButton('read', title));
    button.setAttribute('aria-pressed', String(saved?.read !== undefined));
  } else if (saved?.read === undefined) read?.remove();
  else if (read === null) marks.append(create('span', { class: 'read' }, 'Read'));
}

/** The line of marks of an item, made where there is none. */
function marksOf(place: Element): Element {
  const marks = place.matches('.marks') ? place : place.querySelector('.marks');
  if (marks !== null) return marks;
  const made = create('p', { class: 'marks' });
  place.querySelector('.title')?.after(made);
  return made;
}
