/** `/` and Ctrl-K or ⌘K lead to the search box of any page; a reader can switch them off. */

const STORED = 'offprint-shortcuts';

/** The choice on this page, where storage is closed. */
let chosen: boolean | undefined;

/** Whether shortcuts are on: unless they were switched off in this browser. */
export function shortcutsAreOn(): boolean {
  if (chosen !== undefined) return chosen;
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

export function switchShortcuts(on: boolean): void {
  chosen = on;
  try {
    if (on) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
  } catch {
    // Storage is closed: the choice holds for this page.
  }
}

/** Listens for the shortcuts that lead to a search box. */
export function listenForShortcuts(box: HTMLInputElement): void {
  document.addEventListener('keydown', (event) => {
    const withControl = event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isK = event.key.toLowerCase() === 'k' && withControl;
    if (event.isComposing || event.defaultPrevented || !(isSlash || isK)) return;
    if ((isSlash && isWrittenIn(event.target)) || !shortcutsAreOn()) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

/** A key in a field is part of a text. */
function isWrittenIn(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
