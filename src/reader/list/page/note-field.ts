import { create } from '../../dom.ts';
import { LONGEST_NOTE } from '../saved-paper.ts';
import type { NoteEdit } from './notes.ts';

/** Milliseconds after the last key until what is written is kept. */
const PAUSE = 1000;

/** The field that a note is written in. */
export interface NoteField {
  readonly element: HTMLTextAreaElement;
  /** Shows the note as it is stored, unless the reader is writing another one. */
  readonly show: (note: string) => void;
  /** Keeps what is written, if anything is. */
  readonly save: () => void;
}

/**
 * Makes the field of a note, which is kept when the field is left and whenever the reader pauses.
 *
 * @param write keeps a note and returns it as it is stored then.
 */
export function noteField(name: string, write: (edit: NoteEdit) => string): NoteField {
  const element = create('textarea', {
    'aria-label': name,
    rows: '2',
    maxlength: String(LONGEST_NOTE),
  });
  let from = '';
  /** What the field made of it: fields have line ends of their own. */
  let shown = '';
  let pause: ReturnType<typeof setTimeout> | undefined;
  const isWriting = (): boolean => element.value.trim() !== shown;
  const put = (note: string): void => {
    // Spaces at the end are those of somebody who goes on writing.
    if ((note !== from || isWriting()) && element.value.trim() !== note) replaceText(element, note);
    from = note;
    shown = element.value.trim();
  };
  const save = (): void => {
    clearTimeout(pause);
    if (isWriting()) put(write({ text: element.value, from }));
  };
  element.addEventListener('change', save);
  element.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(save, PAUSE);
  });
  return {
    element,
    show: (note) => {
      if (!isWriting()) put(note);
    },
    save,
  };
}

/** Replaces the text of a field; the cursor stays where it was in the text of before, if that is still there. */
function replaceText(field: HTMLTextAreaElement, text: string): void {
  const { selectionStart, selectionEnd, value } = field;
  const start = Math.max(0, text.indexOf(value.trim()));
  field.value = text;
  if (field === document.activeElement)
    field.setSelectionRange(start + selectionStart, start + selectionEnd);
}
