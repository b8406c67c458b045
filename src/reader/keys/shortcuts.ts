/** Whether shortcuts are on: a reader can switch them off, and they stay so in this browser. */

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

/** Makes a checkbox the switch; several of them, and those in other tabs, stay in step. */
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
      chosen = undefined;
      show();
    }
  });
  show();
}

function switchShortcuts(on: boolean): void {
  chosen = on;
  try {
    if (on) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
    chosen = undefined;
  } catch {
    // Storage is closed: the choice holds for this page.
  }
  document.dispatchEvent(new Event(STORED));
}
