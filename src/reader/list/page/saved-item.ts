import { dayOf } from '../../clock.ts';
import { create } from '../../dom.ts';
import type { SavedPaper } from '../saved-paper.ts';
import { noteName, paperItem, setTitle } from './list-item.ts';
import { noteField } from './note-field.ts';
import type { NoteEdit } from './notes.ts';

/** A saved paper with when it was saved and the reader's note, which is written where it stands. */
export interface SavedItem {
  readonly element: HTMLLIElement;
  /** Shows what has changed of the paper: another tab may have changed it. */
  readonly show: (paper: SavedPaper) => void;
  /** Keeps the note as far as it is written. */
  readonly save: () => void;
  /** Whether the reader is at the note. */
  readonly isHeld: () => boolean;
}

/**
 * Makes the item of a paper.
 *
 * @param write keeps a note on the paper, as it was last shown, and returns the note as it is stored then.
 */
export function savedItem(
  paper: SavedPaper,
  address: string,
  write: (paper: SavedPaper, edit: NoteEdit) => string,
): SavedItem {
  let shown = paper;
  const element = paperItem(paper, address);
  element
    .querySelector('.marks')
    ?.append(create('time', { datetime: paper.saved }, dayOf(paper.saved)));
  const { element: field, ...note } = noteField(noteName(paper.title), (edit) =>
    write(shown, edit),
  );
  const summary = create('summary', { class: 'label' }, 'Note');
  const details = create('details', { class: 'note' }, summary, field);
  details.addEventListener('toggle', () => {
    if (details.open && field.value === '') field.focus();
  });
  element.append(details);
  const isHeld = (): boolean => field === document.activeElement;
  return {
    element,
    show: (changed) => {
      shown = changed;
      element.classList.toggle('is-read', changed.read !== undefined);
      if (changed.title !== changed.id) setTitle(element, changed.title);
      const before = field.value;
      note.show(changed.note ?? '');
      // What a note says is seen without opening it; an empty one stays open while somebody is at it.
      if (!isHeld() && (field.value !== before || before !== '')) details.open = field.value !== '';
    },
    save: note.save,
    isHeld,
  };
}
