import { create } from './dom.ts';

/** A line at the lower edge of the page that says what has just happened. */
export type Notify = (text: string, undo?: () => void) => void;

/** Milliseconds that a line stays, and so many more for each of its characters: time to read it twice. */
const STAY = 4000;
const READING = 80;

/**
 * Makes the line: empty until something is said, so that screen readers announce it. What it offers to undo
 * stays until the next thing is said, or Escape is pressed.
 */
export function noticeLine(): Notify {
  const line = create('p', { class: 'notice', role: 'status' });
  document.body.append(line);
  let stay: ReturnType<typeof setTimeout> | undefined;
  const clear = (): void => {
    line.replaceChildren();
  };
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') clear();
  });
  return (text, undo) => {
    clearTimeout(stay);
    line.replaceChildren(text);
    if (undo === undefined) {
      stay = setTimeout(clear, STAY + READING * text.length);
      return;
    }
    const button = create('button', { type: 'button', class: 'quiet-button' }, 'Undo');
    button.addEventListener('click', () => {
      clear();
      undo();
    });
    line.append(' ', button);
  };
}
