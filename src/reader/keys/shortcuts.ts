/** Whether shortcuts are on: a reader can switch them off, and they stay so in this browser. */

/** The name of the choice in the storage. */
export const STORED = 'offprint-shortcuts';

/** The choice on this page, where storage is closed. */
export const onThisPage: { chosen?: boolean | undefined } = {};

/** Whether shortcuts are on: unless they were switched off in this browser. */
export function shortcutsAreOn(): boolean {
  try {
    return onThisPage.chosen ?? localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}
