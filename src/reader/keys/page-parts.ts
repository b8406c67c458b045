import type { Command } from './table.ts';

/** The link of the masthead to a page that keys lead to, if the archive has that page. */
export function linkTo(command: Command): HTMLAnchorElement | null {
  return document.querySelector(`.masthead a[data-section="${command}"]`);
}

/** The heading of the place where the page offers citations, if it does. */
export function citeSummary(): HTMLElement | null {
  return document.querySelector('.cite > summary');
}

/** Goes to that place and opens it. */
export function openCitations(): void {
  const summary = citeSummary();
  summary?.focus();
  if (summary?.closest('[open]') === null) summary.click();
}
