/**
 * Arrow keys between the search box, the results and the button for more of them, Escape back to the box.
 * Other keys stay what they are, and none does anything while the reader chooses a character or holds
 * another key.
 */
export function moveThroughResults(
  input: HTMLInputElement,
  results: HTMLElement,
  more: HTMLButtonElement,
): void {
  const stops = (): HTMLElement[] => [
    input,
    ...results.querySelectorAll<HTMLElement>('.title a'),
    ...(more.hidden ? [] : [more]),
  ];
  const move = (event: KeyboardEvent): void => {
    if (isCombined(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = stops();
    const here = all.findIndex((stop) => stop === event.target);
    const next = event.key === 'Escape' && here > 0 ? input : all[here + (step ?? 0)];
    if (here === -1 || next === undefined || next === event.target) return;
    event.preventDefault();
    next.focus();
  };
  for (const part of [input, results, more]) part.addEventListener('keydown', move);
}

function isCombined(event: KeyboardEvent): boolean {
  return event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}
