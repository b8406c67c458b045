import type { LinkKind } from '../archive/types.ts';
import type { IsoDate } from '../digest/types.ts';
import { count } from './count.ts';
import { dateHtml } from './dates.ts';

/** What lists say of a paper below its title, as HTML. */
export type Mark = string & { readonly __brand: 'Mark' };

/** What marks are made of. */
interface Marked {
  readonly appearances: readonly { readonly date: IsoDate; readonly file: string }[];
  readonly links: readonly { readonly kind: LinkKind }[];
}

/** On the page of a date: what is not plain from being there. */
export function marksOnDate(
  paper: Marked,
  listing: { readonly date: IsoDate; readonly firstSeen: IsoDate; readonly digests: number },
  digests: number,
): readonly Mark[] {
  return marks(
    listing.firstSeen !== listing.date && `First seen ${dateHtml(listing.firstSeen)}`,
    listing.digests > 1 && `In ${String(listing.digests)} of ${String(digests)} digests`,
    ...linkMarks(paper),
  );
}

/** In lists of papers of different dates. */
export function marksAnywhere(paper: Marked): readonly Mark[] {
  const [first] = paper.appearances;
  const digests = digestsOf(paper);
  return marks(
    first !== undefined && dateHtml(first.date),
    digests > 1 && `In ${count(digests, 'digest')}`,
    ...linkMarks(paper),
  );
}

/** In how many digests a paper is listed. */
export function digestsOf({ appearances }: Marked): number {
  return new Set(appearances.map(({ file }) => file)).size;
}

function linkMarks({ links }: Marked): readonly (string | false)[] {
  return [links.some(({ kind }) => kind === 'code') && 'With code'];
}

function marks(...texts: readonly (string | false)[]): readonly Mark[] {
  return texts.filter((text) => text !== false) as readonly string[] as readonly Mark[];
}
