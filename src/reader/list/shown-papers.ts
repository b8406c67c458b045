import type { PaperFacts } from '../../archive/types.ts';
import { asPaperId, withoutAbsent, type ShownPaper } from './saved-paper.ts';

/** Where a page shows a paper with its marks: an item of a list, or the line below the title of its own page. */
export const SHOWN_PAPERS = '.papers > li, .marks[data-paper]';

/** The paper shown at a place, if it is one of this archive; its title is only ever text. */
export function paperAt(place: Element, base: string): ShownPaper | undefined {
  if (!(place instanceof HTMLElement)) return undefined;
  const link = place.querySelector<HTMLAnchorElement>('.title a, :scope > a');
  const id = link ? paperIdIn(link.pathname, base) : asPaperId(place.dataset['paper'] ?? '');
  const heading = link ?? document.querySelector('h1');
  const title = (heading?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 1000);
  if (id === undefined || title === '') return undefined;
  const isKnown = place.dataset['untitled'] === undefined;
  return { id, title: isKnown ? title : id, ...withoutAbsent({ facts: factsOf(place) }) };
}

/** The id in the address of a paper's page, `<base>papers/<id>/`. */
export function paperIdIn(path: string, base: string): ShownPaper['id'] | undefined {
  if (!path.startsWith(`${base}papers/`)) return undefined;
  return asPaperId(path.slice(`${base}papers/`.length).replace(/\/$/, ''));
}

/** The facts that a paper's own page carries; lists do not carry them. */
export function factsOf({ dataset }: HTMLElement): PaperFacts | undefined {
  const text = dataset['facts'];
  return text === undefined ? undefined : (JSON.parse(text) as PaperFacts);
}
