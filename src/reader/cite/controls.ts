/** Citing the paper of a page, or its papers: a format to choose, a copy, a file. */

import type { Notify } from '../notice.ts';
import { copy, download, show, type Citing } from './citing.ts';

/** Shows the controls, which need this, and wires them. */
export function startCiting(base: string, notify: Notify): void {
  const controls = document.querySelector<HTMLElement>('.cite-controls');
  const format = controls?.querySelector('select');
  if (!controls || !format) return;
  const cite = async (act: (citing: Citing) => Promise<void>): Promise<void> => {
    try {
      await act({ base, notify, controls, format: format.value });
    } catch (error) {
      notify(`The citation could not be made: ${String(error)}`);
    }
  };
  format.addEventListener('change', () => void cite(show));
  controls.querySelector('.copy')?.addEventListener('click', () => void cite(copy));
  controls.querySelector('.download')?.addEventListener('click', () => void cite(download));
  controls.hidden = false;
  void cite(show);
}
