import { count, number } from '../../../../publish/count.ts';
import type { Trouble } from '../../store.ts';
import { MOST_PAPERS } from './read-file.ts';

/** What came of a file. */
export interface ImportResult {
  readonly added: number;
  readonly changed: number;
  readonly known: number;
  readonly unreadable: number;
  /** How many papers the file has beyond those that a file may bring. */
  readonly left: number;
  /** How many papers the storage did not take, and why. */
  readonly missed: number;
  readonly trouble: Trouble | undefined;
  /** Titles of what is not of this archive, and of what was not looked up. */
  readonly foreign: readonly string[];
  readonly beyond: readonly string[];
}

/** A report has no more lines than that on single papers. */
const MOST_LINES = 50;

/** A report of an import, in lines. */
export function importReport(result: ImportResult): readonly string[] {
  const { added, changed, known, unreadable, left, missed, trouble, foreign, beyond } = result;
  const single = [
    ...beyond.map((title) => `Not looked up, because there are too many: “${title}”`),
    ...foreign.map((title) => `Without an address of this archive, so not recognised: “${title}”`),
  ];
  return [
    `${count(added, 'paper')} added, ${number(changed)} changed, ${number(known)} as before.`,
    ...(missed > 0
      ? [`${REASON[trouble ?? 'closed']}: ${count(missed, 'paper')} not stored.`]
      : []),
    ...(unreadable > 0 ? [`${count(unreadable, 'paper')} could not be read.`] : []),
    ...(left > 0
      ? [`${count(left, 'paper')} left out: a file brings no more than ${number(MOST_PAPERS)}.`]
      : []),
    ...single.slice(0, MOST_LINES),
    ...(single.length > MOST_LINES ? [`… and ${number(single.length - MOST_LINES)} more.`] : []),
  ];
}

const REASON = {
  full: 'The storage of this browser is full',
  closed: 'This browser keeps nothing for this site',
} as const;
