import type { Archive } from '../archive/types.ts';
import { longDate } from '../publish/dates.ts';
import { displayTitle } from '../publish/title.ts';
import type { FormerData } from './schemas.ts';

/** The addresses that are no longer those of papers or dates, as pages need them. */
export function formerAddresses(archive: Archive): FormerData[] {
  const papers = archive.formerPapers.map((paper): FormerData => {
    const { id, title, appearances, notes, movedTo, withdrawn } = paper;
    const { text, html } = displayTitle(title);
    const listed = appearances.map(({ date, file, line }) => ({ date, file, line }));
    const shown = { title: text, titleHtml: html, appearances: listed, notes };
    return { kind: 'paper', name: id, movedTo, withdrawn, ...shown };
  });
  const dates = archive.formerDates.map(({ date, movedTo, withdrawn }): FormerData => {
    const title = longDate(date);
    const shown = { title, titleHtml: title, appearances: [], notes: [] };
    return { kind: 'date', name: date, movedTo, withdrawn, ...shown };
  });
  return [...papers, ...dates];
}
