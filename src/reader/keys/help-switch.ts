import { onThisPage, shortcutsAreOn, STORED } from './shortcuts.ts';

/** Makes a checkbox the switch of the shortcuts; several of them, and those in other tabs, stay in step. */
export function followShortcuts(box: HTMLInputElement): void {
  const show = (): void => {
    box.checked = shortcutsAreOn();
  };
  box.addEventListener('change', () => {
    switchShortcuts(box.checked);
  });
  document.addEventListener(STORED, show);
  addEventListener('storage', ({ key }) => {
    if (key === STORED || key === null) {
      onThisPage.chosen = undefined;
      show();
    }
  });
  show();
}

function switchShortcuts(on: boolean): void {
  onThisPage.chosen = on;
  try {
    if (on) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
    onThisPage.chosen = undefined;
  } catch {
    // Storage is closed: the choice holds for this page.
  }
  document.dispatchEvent(new Event(STORED));
}
