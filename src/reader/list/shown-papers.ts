import type { PaperFacts } from '../../archive/types.ts';
import type { IsoDate } from '../../digest/types.ts';
import { asPaperId, isDate, type ShownPaper } from './saved-paper.ts';

/** Where a page shows a paper with its marks: an item of a list, or the line below the title of its own page. */
export const SHOWN_PAPERS = '.papers > li, .marks[data-paper]';

/** The paper shown at a place, if it is one of this archive; its title is only ever text. */
export function paperAt(place: Element, base: string): ShownPaper | undefined {
  if (!(place instanceof HTMLElement)) return undefined;
  const link = place.querySelector<HTMLAnchorElement>('.title a, :scope > a');
  const id = link ? paperIdIn(link.pathname, base) : asPaperId(place.dataset['paper'] ?? '');
  const heading = link ?? place.ownerDocument.querySelector('article h1');
  // Formulas are more than the text in them: what has some says what its title is as text.
  const text = place.dataset['title'] ?? heading?.textContent ?? '';
  const title = text.replace(/\s+/g, ' ').trim().slice(0, 1000);
  if (id === undefined || title === '') return undefined;
  const isKnown = place.dataset['untitled'] === undefined;
  return { id, title: isKnown ? title : id, ...factsAt(place) };
}

/** The id in the address of a paper's page, `<base>papers/<id>/`. */
export function paperIdIn(path: string, base: string): ShownPaper['id'] | undefined {
  if (!path.startsWith(`${base}papers/`)) return undefined;
  return asPaperId(path.slice(`${base}papers/`.length).replace(/\/$/, ''));
}

/**
 * What is cited of a paper besides its title, where the page carries it: its own page does, and lists made at
 * build time, which leave out facts that are not there and the date that the list has as a whole.
 */
function factsAt(place: HTMLElement): { facts?: PaperFacts; firstSeen?: IsoDate } {
  const firstSeen = place.dataset['firstSeen'] ?? place.parentElement?.dataset['firstSeen'];
  if (!isDate(firstSeen)) return {};
  const facts = JSON.parse(place.dataset['facts'] ?? '{}') as PaperFacts;
  return { facts, firstSeen };
}
