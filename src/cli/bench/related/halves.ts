import { seededRandom, shuffled } from '../random.ts';
import type { BenchDocument } from '../search/subject.ts';
import type { RelatedCollection } from './collection.ts';

/**
 * A collection whose judgements need nobody: each abstract is cut between two sentences into two documents
 * without titles, and the one paper related to a half is the other half. Abstracts of one sentence are left
 * out. Pure: the same arguments give the same collection.
 *
 * @param sample the most papers that are asked for, by their first half; all are in the corpus.
 */
export function halvesCollection(
  papers: readonly BenchDocument[],
  sample: number,
  seed = 1,
): RelatedCollection {
  const cut = papers.flatMap(({ id, abstract }) => {
    const halves = halvesOf(abstract);
    return halves === undefined ? [] : [{ id, halves }];
  });
  const documents = cut.flatMap(({ id, halves }) =>
    halves.map((half, index) => ({ id: halfId(id, index), title: '', abstract: half })),
  );
  const queries = shuffled(seededRandom(seed), cut)
    .slice(0, sample)
    .map(({ id }) => halfId(id, 0));
  const numbers = new Map(documents.map(({ id }, number) => [id, number]));
  return {
    documents,
    queries: queries.map((id) => {
      const paper = numbers.get(id) ?? 0;
      return { id, paper, judged: new Map([[documents[paper + 1]?.id ?? '', 1]]) };
    }),
  };
}

/** The name of a half has to survive being read back, where a facet may follow a hyphen or underscore. */
function halfId(id: string, index: number): string {
  return `${id}.${String(index + 1)}`;
}

/** A text cut at the end of the sentence that is nearest to its middle; nothing when it has only one. */
function halvesOf(text: string): readonly [string, string] | undefined {
  const starts = Array.from(SENTENCES.segment(text), ({ index }) => index).slice(1);
  const [first, ...others] = starts;
  if (first === undefined) return undefined;
  const distance = (place: number): number => Math.abs(place - text.length / 2);
  const middle = others.reduce(
    (best, each) => (distance(each) < distance(best) ? each : best),
    first,
  );
  return [text.slice(0, middle).trim(), text.slice(middle).trim()];
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
