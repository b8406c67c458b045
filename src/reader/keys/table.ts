/** What a key can do. */
export type Command =
  | 'search'
  | 'next-paper'
  | 'previous-paper'
  | 'open'
  | 'save'
  | 'read'
  | 'next-page'
  | 'previous-page'
  | 'help'
  | Destination;

/** A page that keys lead to, where the masthead does. */
export type Destination = 'home' | 'dates' | 'topics' | 'map' | 'list';

/** A shortcut of all pages. */
export interface Shortcut {
  readonly command: Command;
  /** Keys that do it: `j`, `Control+k`, or one after the other, `g h`. */
  readonly keys: readonly string[];
  /** Keys that do it without us. */
  readonly others?: readonly string[];
  readonly meaning: string;
}

/** Every shortcut: what is listened for, and what the help lists. */
export const SHORTCUTS: readonly Shortcut[] = [
  { command: 'next-paper', keys: ['j'], meaning: 'next paper' },
  { command: 'previous-paper', keys: ['k'], meaning: 'previous paper' },
  { command: 'open', keys: ['o'], others: ['Enter'], meaning: 'open the paper' },
  { command: 'save', keys: ['s'], meaning: 'save the paper, or take it off the list' },
  { command: 'read', keys: ['x'], meaning: 'mark the paper as read (and save it), or as unread' },
  { command: 'next-page', keys: ['n'], meaning: 'next date or page' },
  { command: 'previous-page', keys: ['p'], meaning: 'previous date or page' },
  { command: 'search', keys: ['/', 'Control+k', 'Meta+k'], meaning: 'search' },
  { command: 'home', keys: ['g h'], meaning: 'go home' },
  { command: 'dates', keys: ['g d'], meaning: 'go to the dates' },
  { command: 'topics', keys: ['g t'], meaning: 'go to the topics' },
  { command: 'map', keys: ['g m'], meaning: 'go to the map' },
  { command: 'list', keys: ['g l'], meaning: 'go to your list' },
  { command: 'help', keys: ['?'], meaning: 'these keys' },
];
