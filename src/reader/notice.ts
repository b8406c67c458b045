import { create } from './dom.ts';

/** A line at the lower edge of the page that says what has just happened. */
export type Notify = (text: string, undo?: () => void) => void;

/**
 * Makes the line: empty until something is said, so that screen readers announce it. What it offers to undo
 * stays until the next thing is said, or Escape is pressed; nothing runs out.
 */
export function noticeLine(): Notify {
  const line = create('p', { class: 'notice', role: 'status' });
  document.body.append(line);
  const clear = (): void => {
    line.replaceChildren();
  };
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') clear();
  });
  return (text, undo) => {
    line.replaceChildren(text);
    if (undo === undefined) return;
    const button = create('button', { type: 'button', class: 'quiet-button' }, 'Undo');
    button.addEventListener('click', () => {
      clear();
      undo();
    });
    line.append(' ', button);
  };
}
