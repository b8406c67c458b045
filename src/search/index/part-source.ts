import { createHash } from 'node:crypto';

import {
  definitionsOf,
  growingAcronyms,
  type Definition,
  type GrowingAcronyms,
} from '../../text/acronyms.ts';
import { remembered, stemOf, type Stem } from '../../text/stems.ts';
import type { SearchDocument } from './documents.ts';
import { partFiles, type Invert, type PartFiles, type PartPaper } from './part-files.ts';
import { searchRecord } from './records.ts';

/** Changes with everything that makes other files of the same papers. */
const PART_FORMAT = 2;

/** A part, and what has to be known of its texts when newer parts are made. */
export interface MadePart extends PartFiles {
  /** Acronyms that its papers define, in their order. */
  readonly definitions: readonly Definition[];
}

/** A part that can be made. */
export interface PartSource {
  /** Differs when anything does that the part is made of. */
  readonly key: string;
  readonly make: (invert: Invert) => Promise<MadePart>;
}

/**
 * The parts of an index, one after the other. The one for which `next` is called has to be handed to it, newly
 * made or kept from an earlier build: what its papers define is known to the parts that follow.
 *
 * Other names of what a paper names (`also`) come from papers that were first listed on the same date or before.
 * So they do not depend on how an archive is divided, and newer papers change nothing in older ones.
 *
 * @param runs documents in the order of their numbers, as `partition` divides them.
 */
export function* partSources(
  runs: readonly (readonly SearchDocument[])[],
  language: string,
): Generator<PartSource, void, Pick<MadePart, 'definitions'>> {
  const stem = remembered(stemOf(language));
  const acronyms = growingAcronyms();
  const known = createHash('sha256');
  const made = new Set<string>();
  for (const run of runs) {
    const key = createHash('sha256')
      .update(known.copy().digest())
      .update(JSON.stringify([PART_FORMAT, language, run.map(textsOf)]))
      .digest('hex');
    const { definitions } = yield {
      key,
      make(invert) {
        made.add(key);
        return madePart(run, acronyms, stem, invert);
      },
    };
    if (!made.has(key)) acronyms.learn(definitions);
    known.update(JSON.stringify(definitions));
  }
}

/** What a part is made of: the other dates of a document, and what it links to, may change without it. */
function textsOf({ id, title, abstract, authors, names, dates }: SearchDocument): unknown {
  return [id, title, abstract, authors, names, dates[0]];
}

async function madePart(
  documents: readonly SearchDocument[],
  acronyms: GrowingAcronyms,
  stem: Stem,
  invert: Invert,
): Promise<MadePart> {
  const definitions: Definition[] = [];
  const papers = papersOf(documents, acronyms, stem, definitions);
  return { ...(await partFiles(papers, invert)), definitions };
}

/** Hands out papers with their words, and notes what they define. */
function* papersOf(
  documents: readonly SearchDocument[],
  acronyms: GrowingAcronyms,
  stem: Stem,
  definitions: Definition[],
): Generator<PartPaper> {
  for (const group of byFirstDate(documents)) {
    const found = group.flatMap(({ title, abstract }) =>
      definitionsOf(`${title}. ${abstract}`, stem),
    );
    acronyms.learn(found);
    definitions.push(...found);
    for (const document of group)
      yield { record: document, words: searchRecord(document, acronyms, stem) };
  }
}

/** Neighbours that were first listed on the same date. */
function byFirstDate(documents: readonly SearchDocument[]): readonly (readonly SearchDocument[])[] {
  const groups: SearchDocument[][] = [];
  let last: string | undefined;
  for (const document of documents) {
    if (groups.length === 0 || document.dates[0] !== last) groups.push([]);
    groups.at(-1)?.push(document);
    [last] = document.dates;
  }
  return groups;
}
