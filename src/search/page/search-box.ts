/** The search box in the header of every page. */

import { elementWithId } from '../../reader/dom.ts';

/** Reads ahead what the search page needs as soon as somebody goes to the box. */
export function startSearchBox(): void {
  const box = elementWithId('query', HTMLInputElement);
  // The search page reads what it needs itself.
  const catalogue = box.form?.dataset['catalogue'];
  if (box.form === null || catalogue === undefined) return;
  const ahead = [box.form.action, catalogue];
  const read = (): void => {
    for (const address of ahead) void readAhead(address);
  };
  box.addEventListener('focus', read, { once: true });
}

async function readAhead(address: string): Promise<void> {
  try {
    await fetch(address, { priority: 'low' });
  } catch {
    // It is only sooner or later.
  }
}
