import { SHORTCUTS, type Command } from './table.ts';

/** What an event says of a key and of those held with it. */
export type KeyEvent = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/**
 * A key as the table of shortcuts writes it: `j`, `?`, `Control+k`; nothing while a character is composed or
 * other keys are held. Shift counts only as far as it makes another character.
 */
export function strokeOf(event: KeyEvent): string | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
  if (isComposing || altKey || (ctrlKey && metaKey)) return undefined;
  if (!ctrlKey && !metaKey) return key.length === 1 ? key : undefined;
  return shiftKey ? undefined : `${ctrlKey ? 'Control' : 'Meta'}+${key.toLowerCase()}`;
}

/** Whether a key is pressed with Control or Command, which makes it no part of a text. */
export function isWithControl(stroke: string): boolean {
  return stroke.includes('+') && stroke.length > 1;
}

/** What a key does after those that wait for it: a command, or waiting for the next one, or nothing. */
export function afterStroke(
  waiting: string,
  stroke: string,
): { readonly command?: Command; readonly waiting: string } {
  const typed = waiting === '' ? stroke : `${waiting} ${stroke}`;
  const found = SHORTCUTS.find(({ keys }) => keys.includes(typed));
  if (found !== undefined) return { command: found.command, waiting: '' };
  if (SHORTCUTS.some(({ keys }) => keys.some((key) => key.startsWith(`${typed} `))))
    return { waiting: typed };
  // A key that goes on with nothing starts anew.
  return waiting === '' ? { waiting: '' } : afterStroke('', stroke);
}
