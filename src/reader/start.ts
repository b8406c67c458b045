/** What every page does for its reader besides search: the reading list, citations, visits and keys. */

import { offerCiting } from './cite-on-request.ts';
import { startKeys } from './keys/page-keys.ts';
import { countInMasthead, openList } from './list/page-list.ts';
import { offerSaving, paperActions } from './list/save-buttons.ts';
import type { ReadingList } from './list/store.ts';
import { rememberVisit } from './list/visit.ts';
import type { Visits } from './list/visits.ts';
import { noticeLine, type Notify } from './notice.ts';

/** The page as its scripts share it. */
export interface ReaderPage {
  /** The folder the site lives in. */
  readonly base: string;
  readonly list: ReadingList;
  readonly notify: Notify;
  /** Absent where storage is closed. */
  readonly visits: Visits | undefined;
}

let started: ReaderPage | undefined;

/** The page, wired to the reader's list and keyboard by the first script that asks for it. */
export function readerPage(): ReaderPage {
  return (started ??= start());
}

function start(): ReaderPage {
  const base = document.body.dataset['base'] ?? '/';
  const list = openList(base);
  const notify = noticeLine();
  const actions = paperActions(list, notify);
  countInMasthead(list);
  offerSaving(list, base, actions);
  offerCiting(base, notify);
  startKeys({ base, actions, notify });
  return { base, list, notify, visits: rememberVisit(base) };
}
