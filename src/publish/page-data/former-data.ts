import type { Archive, NoteReference } from '../../archive/types.ts';
import { longDate } from '../dates.ts';
import { displayTitle } from '../title.ts';
import { shownAppearances, type ShownAppearance } from './paper-data.ts';

/** An address that still answers for a paper or a date that is elsewhere or withdrawn. */
export interface FormerData {
  readonly kind: 'paper' | 'date';
  /** The last part of the address. */
  readonly name: string;
  /** As a reader sees it, plain text. */
  readonly title: string;
  readonly titleHtml: string;
  /** The last part of the address it has now. */
  readonly movedTo: string | undefined;
  readonly withdrawn: string | undefined;
  readonly appearances: readonly ShownAppearance[];
  readonly notes: readonly NoteReference[];
}

/** The addresses that are no longer those of papers or dates, as pages need them. */
export function formerAddresses(
  archive: Pick<Archive, 'formerPapers' | 'formerDates'>,
): readonly FormerData[] {
  const papers = archive.formerPapers.map((paper): FormerData => {
    const { id, title, appearances, notes, movedTo, withdrawn } = paper;
    const { text, html } = displayTitle(title);
    const shown = { title: text, titleHtml: html, appearances: shownAppearances(appearances) };
    return { kind: 'paper', name: id, movedTo, withdrawn, ...shown, notes };
  });
  const dates = archive.formerDates.map(({ date, movedTo, withdrawn }): FormerData => {
    const title = longDate(date);
    const shown = { title, titleHtml: title, appearances: [], notes: [] };
    return { kind: 'date', name: date, movedTo, withdrawn, ...shown };
  });
  return [...papers, ...dates];
}
