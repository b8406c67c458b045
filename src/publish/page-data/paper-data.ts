import type { RelatedPaper, Relations, TopicSlug } from '../../archive/relate/types.ts';
import type { NoteReference, Paper, PaperFacts, PaperLink } from '../../archive/types.ts';
import type { IsoDate } from '../../digest/types.ts';
import { abstractText, excerpt } from '../excerpt.ts';
import { textChanges, type TextChange } from '../text-changes.ts';
import { displayTitle, sortKey, titleLetter } from '../title.ts';

/** A listing of a paper, as its page shows it. */
export interface ShownAppearance {
  readonly date: IsoDate;
  readonly file: string;
  readonly line: number;
}

/** What pages know of a paper by itself. */
export interface PaperText {
  /** As a reader sees it, plain text. */
  readonly title: string;
  /** The same with faces and formulas, escaped. */
  readonly titleHtml: string;
  readonly sortKey: string;
  /** Its page in the index of titles: `a` to `z`, `0-9` or `other`. */
  readonly letter: string;
  /** Plain text, for programs; empty when no digest has one. */
  readonly abstract: string;
  /** Start of the abstract, for lists. */
  readonly excerpt: string;
  /** Start of the abstract, for search engines. */
  readonly description: string;
  /** Oldest first. */
  readonly appearances: readonly ShownAppearance[];
  readonly links: readonly PaperLink[];
  readonly facts: PaperFacts;
  readonly notes: readonly NoteReference[];
  /** What changed from one text of the abstract to the next, newest first. */
  readonly changes: readonly TextChange[];
}

/** What pages know of a paper. */
export interface PaperData extends PaperText {
  /** Nearest first. */
  readonly related: readonly RelatedPaper[];
  /** Most telling first. */
  readonly topics: readonly TopicSlug[];
}

/** What pages know of a paper before it is related to others. */
export function paperText(paper: Paper): PaperText {
  const title = displayTitle(paper.title);
  const text = abstractText(paper);
  return {
    title: title.text,
    titleHtml: title.html,
    sortKey: sortKey(paper.title),
    letter: titleLetter(paper.title),
    abstract: text,
    excerpt: excerpt(text, 240),
    description: excerpt(text, 160),
    appearances: shownAppearances(paper.appearances),
    links: paper.links,
    facts: paper.facts,
    notes: paper.notes,
    changes: textChanges(paper),
  };
}

/** Adds what a paper has to do with others. */
export function paperData({ id }: Paper, text: PaperText, relations: Relations): PaperData {
  return {
    ...text,
    related: relations.related.get(id) ?? [],
    topics: relations.topicsOf.get(id) ?? [],
  };
}

/** Listings without what pages do not show. */
export function shownAppearances(appearances: Paper['appearances']): readonly ShownAppearance[] {
  return appearances.map(({ date, file, line }) => ({ date, file, line }));
}
