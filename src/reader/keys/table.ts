/** What a key can do. */
export type Command =
  | 'search'
  | 'next-paper'
  | 'previous-paper'
  | 'open'
  | 'save'
  | 'read'
  | 'cite'
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
}

/** Every shortcut, in the order of the help, which says what they mean. */
export const SHORTCUTS: readonly Shortcut[] = [
  { command: 'next-paper', keys: ['j'] },
  { command: 'previous-paper', keys: ['k'] },
  { command: 'open', keys: ['o'] },
  { command: 'save', keys: ['s'] },
  { command: 'read', keys: ['x'] },
  { command: 'cite', keys: ['c'] },
  { command: 'next-page', keys: ['n'] },
  { command: 'previous-page', keys: ['p'] },
  { command: 'search', keys: ['/', 'Control+k', 'Meta+k'] },
  { command: 'home', keys: ['g h'] },
  { command: 'dates', keys: ['g d'] },
  { command: 'topics', keys: ['g t'] },
  { command: 'map', keys: ['g m'] },
  { command: 'list', keys: ['g l'] },
  { command: 'help', keys: ['?'] },
];
