/** What a document is searched by. */
export interface BenchDocument {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
}

/** What a search makes a reader's browser download, and wait. */
export interface Transfer {
  /** Bodies alone, as a host sends them that compresses text with gzip. */
  readonly bytes: number;
  readonly requests: number;
  /** On this machine, without a network in between. */
  readonly milliseconds: number;
}

/** The first search after the page was opened, and the one after it. */
export interface Cost {
  readonly cold: Transfer;
  readonly warm: Transfer;
}

/** A search engine under test, loaded with a collection. */
export interface Subject {
  readonly name: string;
  /** The ids of the best documents, best first, at most `limit`. */
  search(text: string, limit: number): Promise<readonly string[]>;
  /** What a reader downloads: a cold first query with ten results shown, then another one. */
  cost(first: string, next: string): Promise<Cost>;
  close(): Promise<void>;
}

/** Makes a subject of a collection; `folder` is an empty temporary folder it may use. */
export type SubjectMaker = (
  documents: readonly BenchDocument[],
  folder: string,
) => Promise<Subject>;
