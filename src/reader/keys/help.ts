import { create } from '../dom.ts';
import { followShortcuts } from './help-switch.ts';
import { citeSummary, linkTo } from './page-parts.ts';
import { SHORTCUTS, type Command, type Shortcut } from './table.ts';

const MEANINGS: Readonly<Record<Command, string>> = {
  'next-paper': 'next paper',
  'previous-paper': 'previous paper',
  open: 'open the paper',
  save: 'save the paper, or take it off the list',
  read: 'mark the paper as read (and save it), or as unread',
  cite: 'cite the paper, or the papers of the page',
  'next-page': 'next date or page',
  'previous-page': 'previous date or page',
  search: 'search',
  home: 'go home',
  dates: 'go to the dates',
  topics: 'go to the topics',
  map: 'go to the map',
  list: 'go to your list',
  help: 'these keys',
};

/** Keys that do a thing without us. */
const OTHERS: Readonly<Partial<Record<Command, readonly string[]>>> = { open: ['Enter'] };

let dialog: HTMLDialogElement | undefined;

/**
 * Opens the list of the shortcuts that this page has a use for, with the switch that turns them off. Escape
 * closes it, as any dialog.
 */
export function openHelp(): void {
  dialog ??= madeDialog(SHORTCUTS.filter(isOfUse));
  dialog.showModal();
}

function isOfUse({ command, keys }: Shortcut): boolean {
  if (command === 'cite') return citeSummary() !== null;
  return !keys.some((key) => key.startsWith('g ')) || linkTo(command) !== null;
}

function madeDialog(shortcuts: readonly Shortcut[]): HTMLDialogElement {
  const close = create('button', { type: 'button', class: 'button', autofocus: '' }, 'Close');
  const box = create('input', { type: 'checkbox' });
  followShortcuts(box);
  const made = create(
    'dialog',
    { class: 'help keys', 'aria-labelledby': 'keys-heading' },
    create('h2', { id: 'keys-heading' }, 'Keys'),
    create('table', {}, create('tbody', {}, ...shortcuts.map(row))),
    create('p', {}, create('label', {}, box, ' Shortcuts on all pages')),
    create('p', {}, close),
  );
  close.addEventListener('click', () => {
    made.close();
  });
  document.body.append(made);
  return made;
}

function row({ command, keys }: Shortcut): HTMLTableRowElement {
  const shown = [...keys, ...(OTHERS[command] ?? [])].flatMap((key) => [...keyNames(key), ' ']);
  return create(
    'tr',
    {},
    create('th', { scope: 'row' }, ...shown),
    create('td', {}, MEANINGS[command]),
  );
}

/** A key as it is printed on keyboards: `Control+k` as Ctrl K, `g h` as two. */
function keyNames(key: string): readonly Node[] {
  const name = key.replace('Control+k', 'Ctrl K').replace('Meta+k', '⌘ K');
  const names = name === key ? key.split(' ') : [name];
  return names.map((each) => create('kbd', {}, each));
}
