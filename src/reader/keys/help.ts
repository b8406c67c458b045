import { create } from '../dom.ts';
import { followShortcuts } from './shortcuts.ts';
import type { Shortcut } from './table.ts';

let dialog: HTMLDialogElement | undefined;

/** Opens the list of shortcuts, with the switch that turns them off. Escape closes it, as any dialog. */
export function openHelp(shortcuts: readonly Shortcut[]): void {
  dialog ??= madeDialog(shortcuts);
  dialog.showModal();
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

function row({ keys, others = [], meaning }: Shortcut): HTMLTableRowElement {
  const shown = [...keys, ...others].flatMap((key) => [...keyNames(key), ' ']);
  return create('tr', {}, create('th', { scope: 'row' }, ...shown), create('td', {}, meaning));
}

/** A key as it is printed on keyboards: `Control+k` as Ctrl K, `g h` as two. */
function keyNames(key: string): readonly Node[] {
  const name = key.replace('Control+k', 'Ctrl K').replace('Meta+k', '⌘ K');
  const names = name === key ? key.split(' ') : [name];
  return names.map((each) => create('kbd', {}, each));
}
