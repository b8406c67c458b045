import type { Settings } from '../../archive/settings.ts';
import type { PaperFacts, PaperId } from '../../archive/types.ts';
import type { IsoDate } from '../../digest/types.ts';

/** What metadata says of a paper: what the archive knows, and nothing that it does not. */
export interface DescribedPaper {
  readonly id: PaperId;
  /** As a reader sees it, plain text. */
  readonly title: string;
  /** Plain text; empty when no digest has one. */
  readonly abstract: string;
  readonly facts: PaperFacts;
  /** The first date that lists it. */
  readonly firstSeen: IsoDate;
}

/** What metadata says of the archive. */
export type DescribedArchive = Pick<Settings, 'title' | 'description' | 'language'>;
