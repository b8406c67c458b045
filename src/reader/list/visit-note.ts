import { count } from '../../publish/count.ts';
import { dayOf } from '../clock.ts';
import type { Visits } from './visits.ts';

/**
 * Says what is new since the last visit, if there was one: the page holds its newest dates, each with the
 * number of papers first seen on it, and of these only the new ones are shown.
 */
export function sayWhatIsNew(visits: Visits | undefined): void {
  const note = document.querySelector<HTMLElement>('.visit-note');
  const before = visits?.before;
  if (note === null || before === undefined) return;
  const items = [...note.querySelectorAll('li')];
  const found = items.filter((item) => dateIn(item) > before.newest);
  for (const item of items) item.hidden = !found.includes(item);
  const papers = found.reduce((sum, { dataset }) => sum + Number(dataset['papers']), 0);
  // The page does not say what came before its oldest date.
  const isMore = found.length === Number(note.dataset['most']);
  const number =
    found.length === 0 ? 'Nothing' : count(papers, 'paper') + (isMore ? ' or more' : '');
  note.querySelector('p')?.append(`${number} new since your last visit on ${dayOf(before.last)}.`);
}

function dateIn(item: Element): string {
  return item.querySelector('time')?.dateTime ?? '';
}
