/**
 * Arrow keys between the search box and the results, Escape back to the box. Other keys stay what they are,
 * and none does anything while the reader chooses a character or holds another key.
 */
export function moveThroughResults(input: HTMLInputElement, results: HTMLElement): void {
  const links = (): HTMLAnchorElement[] => Array.from(results.querySelectorAll('.title a'));
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || isCombined(event)) return;
    const [first] = links();
    if (first === undefined) return;
    event.preventDefault();
    first.focus();
  });
  results.addEventListener('keydown', (event) => {
    if (isCombined(event) || !(event.target instanceof HTMLAnchorElement)) return;
    const all = links();
    const here = all.indexOf(event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    if (step === undefined || here + step < 0) input.focus();
    else all[here + step]?.focus();
  });
}

function isCombined(event: KeyboardEvent): boolean {
  return event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}
