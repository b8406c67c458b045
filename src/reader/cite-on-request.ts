import type { Notify } from './notice.ts';

/** Loads what makes citations when the reader opens the place for them; where there is none, nothing. */
export function offerCiting(base: string, notify: Notify): void {
  const details = document.querySelector<HTMLDetailsElement>('details.cite');
  const address = document.querySelector<HTMLAnchorElement>('.reference a');
  // Where the build does not know its host, the page does.
  if (address) address.textContent = address.href;
  const load = (): void => {
    void import('./cite/controls.ts').then(({ startCiting }) => {
      startCiting(base, notify);
    });
  };
  if (details?.open) load();
  else details?.addEventListener('toggle', load, { once: true });
}
