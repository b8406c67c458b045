import type { PaperFacts } from '../../archive/types.ts';
import type { IsoDate } from '../../digest/types.ts';

/** The attributes of an element that shows a paper: what a citation of it needs and its text does not say. */
export interface CitedData {
  readonly 'data-title'?: string;
  readonly 'data-facts'?: string;
  readonly 'data-first-seen'?: IsoDate;
}

/** A paper as pages know it. */
interface ListedPaper {
  readonly title: string;
  readonly titleHtml: string;
  readonly facts: PaperFacts;
  readonly appearances: readonly { readonly date: IsoDate }[];
}

/**
 * Says of a paper what its element does not: the title as text where it has faces or formulas, facts where
 * there are any, and the date that first listed it unless it is that of the whole list.
 */
export function citedData(paper: ListedPaper, dateOfList?: IsoDate): CitedData {
  const { title, titleHtml, facts, appearances } = paper;
  const firstSeen = appearances[0]?.date;
  return {
    ...(titleHtml.includes('<') ? { 'data-title': title } : {}),
    ...(Object.keys(facts).length > 0 ? { 'data-facts': JSON.stringify(facts) } : {}),
    ...(firstSeen === undefined || firstSeen === dateOfList
      ? {}
      : { 'data-first-seen': firstSeen }),
  };
}
