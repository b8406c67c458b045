/** The keyboard's way through the papers of a page: each has the focus on its link. */

const ITEMS = 'main .papers > li, main .title-list > li, main .related li, #map-papers > li';

/** The item of a list that has the focus in it. */
export function focusedItem(): HTMLElement | undefined {
  return document.activeElement?.closest<HTMLElement>(ITEMS) ?? undefined;
}

/** The link of an item to its paper. */
export function linkOf(item: HTMLElement): HTMLAnchorElement | null {
  return item.querySelector<HTMLAnchorElement>('.title a, :scope > a');
}

/** Puts the focus on the next paper of the page or the one before; at first, on one that can be seen. */
export function moveFocus(step: 1 | -1): void {
  const items = Array.from(document.querySelectorAll<HTMLElement>(ITEMS)).filter(
    (item) => item.checkVisibility() && linkOf(item) !== null,
  );
  const here = focusedItem();
  const next = here === undefined ? nearest(items, step) : items[items.indexOf(here) + step];
  if (next === undefined) return;
  linkOf(next)?.focus({ preventScroll: true });
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  next.scrollIntoView({ block: 'nearest', behavior: isStill ? 'instant' : 'smooth' });
}

/** The first item below the upper edge of the window, or the last one above it. */
function nearest(items: readonly HTMLElement[], step: 1 | -1): HTMLElement | undefined {
  const below = items.findIndex((item) => item.getBoundingClientRect().top >= 0);
  if (below === -1) return items.at(-1);
  return items[step === 1 ? below : below - 1];
}
