import type { BlockTally, IsoDate, PaperFacts, Problem } from '../digest/types.ts';
import type { Settings } from './settings.ts';

export type { PaperFacts } from '../digest/types.ts';

/** The last part of a paper's permanent address. Made only in `identity.ts`. */
export type PaperId = string & { readonly __brand: 'PaperId' };

/** One listing of a paper: which date, which digest, where in it. */
export interface Appearance {
  readonly date: IsoDate;
  /** Path relative to the content folder. */
  readonly file: string;
  readonly line: number;
  /** Place among the entries of its digest, from 0. */
  readonly position: number;
}

/** One text of an abstract, and the appearances that carry it. */
export interface AbstractVersion {
  /** As written, white space collapsed, mirror addresses rewritten; not yet readied for display. */
  readonly paragraphs: readonly string[];
  readonly appearances: readonly Appearance[];
}

export type LinkKind = 'code' | 'model' | 'dataset' | 'demo' | 'paper' | 'video' | 'project';

export interface PaperLink {
  readonly kind: LinkKind;
  readonly url: string;
}

/** A note on a paper, `notes/<id>.mdx`. */
export interface NoteReference {
  readonly id: PaperId;
  /** It has a text below its front matter, to show on the page. */
  readonly hasText: boolean;
}

/** One paper, whatever number of digests list it. */
export interface Paper {
  readonly id: PaperId;
  /** As a note corrects it, else as its newest appearance writes it, but for one in capitals. */
  readonly title: string;
  /** Oldest first; never empty. */
  readonly appearances: readonly Appearance[];
  /** Distinct texts of the abstract, newest first; empty when no digest has one. */
  readonly versions: readonly AbstractVersion[];
  /** Those of notes, then those of the newest abstract. */
  readonly links: readonly PaperLink[];
  /** Of notes first, then of the newest digest that states each. */
  readonly facts: PaperFacts;
  readonly notes: readonly NoteReference[];
}

/** An address that was a paper's and still answers: the paper is another one's, or is withdrawn. */
export interface FormerPaper {
  readonly id: PaperId;
  readonly title: string;
  /** Where it is now. */
  readonly movedTo?: PaperId;
  /** Why it is withdrawn; exactly one of the two is there. */
  readonly withdrawn?: string;
  /** Where a withdrawn paper is listed; oldest first. */
  readonly appearances: readonly Appearance[];
  /** The note that withdraws it, then those that lead to it; none for one that has moved. */
  readonly notes: readonly NoteReference[];
}

/** An address that was a date's and still answers. */
export interface FormerDate {
  readonly date: IsoDate;
  readonly movedTo?: IsoDate;
  readonly withdrawn?: string;
}

/** A paper on one date. */
export interface Listing {
  readonly id: PaperId;
  /** The date it was first seen: this one, or an earlier one. */
  readonly firstSeen: IsoDate;
  /** In how many digests of this date it is listed. */
  readonly digests: number;
}

/** One date: its digests merged, each paper once, in the order of the digests. */
export interface DateIssue {
  readonly date: IsoDate;
  readonly digests: readonly { readonly file: string; readonly entries: number }[];
  readonly listings: readonly Listing[];
}

/** What became of one input file. */
export interface DigestSummary {
  readonly file: string;
  /** Absent when the file was rejected. */
  readonly date?: IsoDate;
  readonly tally: BlockTally;
}

/** Everything the site is made from. */
export interface Archive {
  readonly settings: Settings;
  /** In order of their ids. */
  readonly papers: readonly Paper[];
  /** Oldest first. */
  readonly dates: readonly DateIssue[];
  /** In order of their ids; none of them is in `papers`. */
  readonly formerPapers: readonly FormerPaper[];
  /** Oldest first; none of them is in `dates`. */
  readonly formerDates: readonly FormerDate[];
  readonly digests: readonly DigestSummary[];
  /** In order of file, line and column. */
  readonly problems: readonly Problem[];
}
