import { create } from '../dom.ts';
import { paperAt } from '../list/shown-papers.ts';
import type { PaperActions } from '../list/save-buttons.ts';
import type { ShownPaper } from '../list/saved-paper.ts';
import type { Notify } from '../notice.ts';
import { linkTo, openCitations } from './page-parts.ts';
import { focusedItem, linkOf, moveFocus } from './paper-focus.ts';
import { shortcutsAreOn } from './shortcuts.ts';
import { afterStroke, isWithControl, strokeOf } from './strokes.ts';
import type { Command } from './table.ts';

/** What keys work on. */
export interface KeyboardOf {
  readonly base: string;
  readonly actions: PaperActions;
  readonly notify: Notify;
}

/** Listens for the shortcuts of all pages, and offers the list of them in the foot. */
export function startKeys({ base, actions, notify }: KeyboardOf): void {
  const help = (): void => {
    void import('./help.ts').then(({ openHelp }) => {
      openHelp();
    });
  };
  const withPaper = (act: (paper: ShownPaper) => void): void => {
    const place = focusedItem() ?? document.querySelector('.marks[data-paper]');
    const paper = place ? paperAt(place, base) : undefined;
    if (paper !== undefined) act(paper);
    else notify('No paper has the focus: j goes to the next one.');
  };
  const run = (command: Command): void => {
    const item = focusedItem();
    if (command === 'next-paper' || command === 'previous-paper')
      moveFocus(command === 'next-paper' ? 1 : -1);
    else if (command === 'open') (item && linkOf(item))?.click();
    else if (command === 'save' || command === 'read') withPaper(actions[command]);
    else if (command === 'next-page' || command === 'previous-page')
      document
        .querySelector<HTMLElement>(`main a[rel="${command === 'next-page' ? 'next' : 'prev'}"]`)
        ?.click();
    else if (command === 'cite') openCitations();
    else if (command === 'help') help();
    else if (command === 'search') goToSearchBox();
    else linkTo(command)?.click();
  };
  listen(run);
  const button = create('button', { type: 'button', class: 'quiet-button' }, 'Keys');
  button.addEventListener('click', help);
  document.querySelector('.foot')?.append(create('p', { class: 'screen-only' }, button));
}

function listen(run: (command: Command) => void): void {
  let waiting = '';
  document.addEventListener('pointerdown', () => {
    waiting = '';
  });
  document.addEventListener('keydown', (event) => {
    const stroke = event.defaultPrevented ? undefined : strokeOf(event);
    if (stroke === undefined || !shortcutsAreOn() || document.querySelector('dialog[open]')) return;
    if (isWrittenIn(event.target) && !isWithControl(stroke)) return;
    const next = afterStroke(waiting, stroke);
    waiting = next.waiting;
    if (next.command === undefined) return;
    event.preventDefault();
    run(next.command);
  });
}

/** A key in a field is part of a text. */
function isWrittenIn(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

function goToSearchBox(): void {
  const box = document.querySelector<HTMLInputElement>('#query');
  box?.focus();
  box?.select();
}
